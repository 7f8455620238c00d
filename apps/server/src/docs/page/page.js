// In the browser: shows the reference, with the key of whoever is signed in at the website. The key comes from the
// server by a request of its own; it is in no address and in no page that is kept.

/** Who reads; null where the server has no website. @returns {Promise<import('@laurel/contract/site').SiteSession | null>} */
async function readSession() {
  const response = await fetch('/site/session');
  return response.ok ? response.json() : null;
}

/** Says whose key is filled in, or where to get one. */
function greet(session) {
  const reader = document.getElementById('reader');
  if (session === null) {
    document.querySelector('.brand')?.removeAttribute('href');
    reader?.append('Make a key with: laurel key create NAME');
  } else if (session.user === null) {
    const link = document.createElement('a');
    link.href = '/sign-in?to=docs';
    link.textContent = 'Sign in';
    reader?.append(link, ' to have a key filled in');
  } else {
    const link = document.createElement('a');
    link.href = '/account';
    link.textContent = session.user.username;
    reader?.append('A key is filled in for ', link);
  }
}

/** The theme that the reader has chosen at the website, else that of the system. @returns {'light' | 'dark'} */
function theme() {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const shown = theme();
document.documentElement.dataset.theme = shown;
const session = await readSession().catch(() => null);
greet(session);
const key = session?.user ? session.visitorKey?.key : undefined;

globalThis.Scalar.createApiReference('#app', {
  url: '/openapi.json',
  defaultOpenAllTags: true,
  forceDarkModeState: shown,
  hideDarkModeToggle: true,
  authentication: {
    // In a header: what is in an address is seen by more people.
    preferredSecurityScheme: 'apiKey',
    ...(key === undefined ? {} : { securitySchemes: { apiKey: { value: key } } }),
  },
  // What would be loaded from elsewhere, or leads there.
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
});
