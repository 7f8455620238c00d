import type { Compilable } from 'kysely';
import type { Statement } from '../../statement.ts';
import type { Builder, WriteSession } from '../engine.ts';
import { type RunParts, runEach } from './runs.ts';
import { nameOf } from './statement-names.ts';

/** Names Laurel's advisory locks among those of others in the same database. */
const LEDGER_LOCK = 0x1a43e1;
const PLAYER_LOCK = 0x1a43e2;

/** A transaction, or single statements, each by itself. */
export class PostgresSession implements WriteSession {
  readonly builder: Builder;
  // Each statement is a message.
  readonly insertSizes = [64, 32, 16, 8, 4, 2, 1];
  readonly #parts: RunParts;

  constructor(parts: RunParts, builder: Builder) {
    this.#parts = parts;
    this.builder = builder;
  }

  async all<Arguments, Row>(declared: Statement<Arguments, Row>, args: Arguments): Promise<Row[]> {
    const [rows] = await this.each(declared, [args]);
    return rows ?? [];
  }

  each<Arguments, Row>(declared: Statement<Arguments, Row>, list: readonly Arguments[]): Promise<Row[][]> {
    return runEach(this.#parts, declared, list);
  }

  async first<Arguments, Row>(
    declared: Statement<Arguments, Row>,
    args: Arguments,
  ): Promise<Row | undefined> {
    const [row] = await this.all(declared, args);
    return row;
  }

  async query<Row>(query: Compilable<Row>): Promise<Row[]> {
    const { sql: text, parameters } = query.compile();
    const { rows } = await this.#parts.client.query({ text, values: [...parameters] });
    return rows;
  }

  async shareLedger(): Promise<void> {
    await this.#call('select pg_advisory_xact_lock_shared($1, $2)', LEDGER_LOCK, 0);
  }

  async ownLedger(): Promise<void> {
    await this.#call('select pg_advisory_xact_lock($1, $2)', LEDGER_LOCK, 0);
  }

  async ownPlayers(playerIds: readonly number[]): Promise<void> {
    await this.#call(
      'select pg_advisory_xact_lock($1, id) from unnest($2::integer[]) as id',
      PLAYER_LOCK,
      playerIds,
    );
  }

  async #call(text: string, ...values: unknown[]): Promise<void> {
    await this.#parts.client.query({ name: nameOf(text), text, values });
  }
}
