// Before the first paint: the theme that the reader has chosen, or nothing, which follows the system.
const theme = localStorage.getItem('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
