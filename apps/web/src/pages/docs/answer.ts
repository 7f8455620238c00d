import { messageOf } from './reference.ts';

/** What came of a request. */
export type Outcome =
  | {
      readonly status: number;
      /** What is wrong, in words; undefined where nothing is. */
      readonly problem: string | undefined;
      /** What is wrong with each parameter. */
      readonly fields: Readonly<Record<string, string>>;
      /** Milliseconds until all of it was there. */
      readonly took: number;
      /** Of the body. */
      readonly bytes: number;
      /** The body, for people. */
      readonly text: string;
    }
  | {
      readonly status: undefined;
      readonly problem: string;
      readonly fields: Readonly<Record<string, string>>;
    };

/** Where there was no answer at all. */
export const NO_ANSWER: Outcome = {
  status: undefined,
  problem: 'The server does not answer at the moment. Is there a network?',
  fields: {},
};

/** An answer of the server, for people. */
export function outcomeOf(status: number, body: string, took: number): Outcome {
  const json = parsed(body);
  const isGood = status >= 200 && status < 300;
  return {
    status,
    problem: isGood ? undefined : (messageOf(json) ?? `The server answered with HTTP ${status}.`),
    fields: status === 422 ? problemsOf(json) : {},
    took,
    bytes: new TextEncoder().encode(body).length,
    text: json === undefined ? body : JSON.stringify(json, null, 2),
  };
}

/** Sizes as people read them: `312 B`, `4.2 kB`, `1.3 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The beginning of a long text, up to the end of a line if there is one; all of it where it is short. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n', most);
  return text.slice(0, end > 0 ? end : most);
}

/** A text in parts of so many lines: together they are the text. */
export function partsOf(text: string, lines: number): string[] {
  const all = text.split('\n');
  return Array.from({ length: Math.ceil(all.length / lines) }, (_, part) =>
    all.slice(part * lines, (part + 1) * lines).join('\n'),
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The `errors` of a 422: `{ "u": ["The u field is required."] }`. */
function problemsOf(json: unknown): Record<string, string> {
  if (typeof json !== 'object' || json === null || !('errors' in json)) return {};
  return Object.fromEntries(
    Object.entries(json.errors ?? {}).map(([name, problems]) => [
      name,
      Array.isArray(problems) ? problems.join(' ') : String(problems),
    ]),
  );
}
