import type { Compilable } from 'kysely';
import type pg from 'pg';
import type { Statement } from '../../statement.ts';
import type { Builder, Session } from '../engine.ts';
import { type RunParts, runEach } from './runs.ts';

/** What runs statements, and in whose words. */
export interface SnapshotParts extends RunParts {
  readonly client: pg.PoolClient;
  readonly builder: Builder;
  /** What the store says of an error of the driver. */
  readonly inWords: (error: unknown) => unknown;
}

/** Begins a transaction that reads one state. */
export const BEGIN_READ = 'begin isolation level repeatable read read only';

/** Something that waits for the connection, and what it is a run of: those of the same can be run together. */
interface Waiting {
  readonly of: Statement<unknown, unknown> | Compilable<unknown>;
  readonly args: unknown;
  readonly answered: PromiseWithResolvers<unknown[]>;
}

/** A transaction that reads, and has begun. What is asked for at once goes at once, and all runs of one statement together. */
export class Snapshot implements Session {
  readonly builder: Builder;
  readonly #parts: SnapshotParts;
  #waiting: Waiting[] = [];
  #failure: unknown;

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
    this.builder = parts.builder;
  }

  all<Arguments, Row>(declared: Statement<Arguments, Row>, args: Arguments): Promise<Row[]> {
    return this.#ask(declared as Statement<unknown, Row>, args) as Promise<Row[]>;
  }

  each<Arguments, Row>(declared: Statement<Arguments, Row>, list: readonly Arguments[]): Promise<Row[][]> {
    return Promise.all(list.map((args) => this.all(declared, args)));
  }

  async first<Arguments, Row>(
    declared: Statement<Arguments, Row>,
    args: Arguments,
  ): Promise<Row | undefined> {
    const [row] = await this.all(declared, args);
    return row;
  }

  query<Row>(query: Compilable<Row>): Promise<Row[]> {
    return this.#ask(query, undefined) as Promise<Row[]>;
  }

  /** @throws what one of the statements failed with */
  async end(): Promise<void> {
    const { client } = this.#parts;
    if (this.#failure !== undefined) {
      await client.query('rollback').catch(() => undefined);
      throw this.#failure;
    }
    await client.query('commit');
  }

  #ask(of: Waiting['of'], args: unknown): Promise<unknown[]> {
    const answered = Promise.withResolvers<unknown[]>();
    // After everything that is about to ask has asked.
    if (this.#waiting.length === 0) process.nextTick(() => this.#send());
    this.#waiting.push({ of, args, answered });
    return answered.promise;
  }

  #send(): void {
    const groups = Map.groupBy(this.#waiting, ({ of }) => of);
    this.#waiting = [];
    for (const [of, runs] of groups) this.#run(of, runs);
  }

  async #run(of: Waiting['of'], runs: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#answer(of, runs);
      runs.forEach(({ answered }, index) => {
        answered.resolve(answers[index] ?? []);
      });
    } catch (error) {
      this.#failure ??= error;
      for (const { answered } of runs) answered.reject(this.#parts.inWords(error));
    }
  }

  /** The rows of each run. */
  async #answer(of: Waiting['of'], runs: readonly Waiting[]): Promise<unknown[][]> {
    const list = runs.map(({ args }) => args);
    if (!('compile' in of)) return runEach(this.#parts, of, list);
    const { sql: text, parameters } = of.compile();
    const { rows } = await this.#parts.client.query(text, [...parameters]);
    return runs.map(() => rows);
  }
}
