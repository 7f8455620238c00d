import { useState } from 'react';
import styles from './layout.module.css';

type Theme = 'light' | 'dark';

function shown(): Theme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Changes between the light and the dark theme; the choice is remembered (`public/theme.js`). */
export function ThemeButton() {
  const [theme, setTheme] = useState(shown);
  const other: Theme = theme === 'light' ? 'dark' : 'light';
  const change = () => {
    document.documentElement.dataset.theme = other;
    localStorage.setItem('theme', other);
    setTheme(other);
  };
  return (
    <button
      type="button"
      className={styles.theme}
      onClick={change}
      aria-label={`Change to the ${other} theme`}
    >
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden
      >
        <circle cx="10" cy="10" r="6.2" />
        <path d="M10 3.800a6.200 6.200 0 0 1 0 12.400z" fill="currentColor" />
      </svg>
    </button>
  );
}
