import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailed } from './command-failed.ts';

/** Asks for a new password at the terminal, twice, without showing it. */
export async function askForPassword(username: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new CommandFailed('There is no terminal to ask for the password at: use --password-stdin.');
  }
  const password = await askHidden(`Password for ${username}: `);
  if ((await askHidden('Once more: ')) !== password) throw new CommandFailed('The two passwords differ.');
  return password;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const abort = new AbortController();
  terminal.once('SIGINT', () => abort.abort());
  try {
    return await terminal.question('', { signal: abort.signal });
  } catch {
    throw new CommandFailed('Nothing was done.');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
