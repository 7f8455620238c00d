import { WELCOME } from './first-account.ts';

/** What the page of the first account shows. */
export interface SetupPage {
  readonly title: string;
  /** What to do, or what went wrong. */
  readonly message: string;
  /** The code, while there is a form to fill in. */
  readonly code?: string;
  /** What was typed before. */
  readonly username?: string;
}

/** The page as HTML; it loads nothing, and has no script. */
export function setupPage({ title, message, code, username = '' }: SetupPage): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Laurel: ${escapeHtml(title)}</title>
<style>${STYLE}</style>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(message)}</p>
${code === undefined ? '' : form(code, username)}
</main>
</html>
`;
}

function form(code: string, username: string): string {
  return `<form method="post" action="${WELCOME}">
<input type="hidden" name="code" value="${escapeHtml(code)}">
<label>Username <input name="username" value="${escapeHtml(username)}" autocomplete="username" required
  minlength="2" maxlength="20" pattern="[A-Za-z0-9]+" title="letters and digits" autofocus></label>
<label>Password <input name="password" type="password" autocomplete="new-password" required minlength="8"></label>
<button>Make the account</button>
</form>`;
}

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 24rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
form { display: grid; gap: 1rem; margin-top: 1.5rem; }
label { display: grid; gap: .25rem; }
input, button { font: inherit; padding: .625rem .75rem; border: 1px solid light-dark(#767676, #8a8a8a); border-radius: .5rem; }
button { border: 0; background: #2f6b3f; color: #fff; cursor: pointer; }
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
