import type { JsonWriter } from './json-writer.ts';

/** The players of a list, by its rows. Their names and ULIDs lie in memory as they are written. */
export interface ListedPlayers {
  pointsHardcore(row: number): number;
  pointsSoftcore(row: number): number;
  /** Letters and digits alone: nothing in it that JSON would write in another way. */
  writeUsername(row: number, json: JsonWriter): void;
  writeUlid(row: number, json: JsonWriter): void;
}
