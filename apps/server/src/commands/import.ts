import { WorldFormatError } from '@laurel/contract/world/format-error';
import { decodeWorldLine } from '@laurel/contract/world/line';
import type { WorldRecord } from '@laurel/domain';
import { RecordRefused } from '@laurel/store';
import { now } from '../clock.ts';
import type { LocationOptions } from '../settings.ts';
import { CommandFailed } from './command-failed.ts';
import { Progress } from './progress.ts';
import { withStore } from './with-store.ts';
import { readLines, UnreadableLine } from './world-lines.ts';

/** Where in the input the import is. */
interface Position {
  file: string;
  line: number;
}

/** Imports world files: all of them, or, when a line is refused, nothing. */
export async function importFiles(files: readonly string[], options: LocationOptions): Promise<void> {
  const position: Position = { file: '', line: 0 };
  const progress = new Progress();
  let records = 0;
  try {
    await withStore(options, (store) => store.importWorld(readRecords(), now()));
  } catch (error) {
    if (
      error instanceof WorldFormatError ||
      error instanceof RecordRefused ||
      error instanceof UnreadableLine
    ) {
      const file = position.file === '-' ? 'standard input' : position.file;
      const line = error instanceof UnreadableLine ? position.line + 1 : position.line;
      throw new CommandFailed(`${file}, line ${line}: ${error.message}. Nothing was imported.`);
    }
    throw error;
  } finally {
    progress.end();
  }
  console.log(`Imported ${records} ${records === 1 ? 'record' : 'records'}.`);

  async function* readRecords(): AsyncGenerator<WorldRecord> {
    for (const file of files) {
      Object.assign(position, { file, line: 0 });
      for await (const lines of readLines(file, progress)) {
        for (const line of lines) {
          position.line += 1;
          if (line.trim() === '') continue;
          records += 1;
          yield decodeWorldLine(line);
        }
      }
    }
    progress.working('deriving');
  }
}
