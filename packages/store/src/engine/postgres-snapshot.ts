import type { Compilable } from 'kysely';
import type pg from 'pg';
import type { Statement, StatementCache } from '../statement.ts';
import type { Builder, Session } from './engine.ts';
import { nameOf } from './postgres-names.ts';
import type { StatementsTogether } from './postgres-together.ts';
import { type RowMaker, rowMaker } from './row-maker.ts';

/** What runs statements, and in whose words. */
export interface SnapshotParts {
  readonly client: pg.PoolClient;
  readonly builder: Builder;
  readonly statements: StatementCache;
  readonly together: StatementsTogether;
  /** What the store says of an error of the driver. */
  readonly inWords: (error: unknown) => unknown;
}

const BEGIN_READ = 'begin isolation level repeatable read read only';

/** Something that waits for the connection, and what it is a run of: those of the same can be run together. */
interface Waiting {
  readonly of: Statement<never, unknown> | Compilable<unknown>;
  readonly args: unknown;
  readonly answered: PromiseWithResolvers<unknown[]>;
}

/**
 * A transaction that reads, and begins with its first statement, if there is one. One statement runs at a time;
 * meanwhile others gather, and those of the same kind go together.
 */
export class Snapshot implements Session {
  readonly builder: Builder;
  readonly #parts: SnapshotParts;
  #waiting: Waiting[] = [];
  #isRunning = false;
  #hasBegun = false;
  #failure: unknown;

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
    this.builder = parts.builder;
  }

  all<Arguments, Row>(declared: Statement<Arguments, Row>, args: Arguments): Promise<Row[]> {
    return this.#ask(declared as Statement<never, Row>, args) as Promise<Row[]>;
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
    if (this.#hasBegun) await client.query('commit');
  }

  #ask(of: Waiting['of'], args: unknown): Promise<unknown[]> {
    const answered = Promise.withResolvers<unknown[]>();
    this.#waiting.push({ of, args, answered });
    if (!this.#isRunning) {
      this.#isRunning = true;
      // After everything that is about to ask has asked.
      process.nextTick(() => this.#run());
    }
    return answered.promise;
  }

  async #run(): Promise<void> {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#isRunning = false;
      return;
    }
    const runs = this.#waiting.filter(({ of }) => of === next.of);
    this.#waiting = this.#waiting.filter(({ of }) => of !== next.of);
    try {
      if (!this.#hasBegun) {
        this.#hasBegun = true;
        await this.#parts.client.query(BEGIN_READ);
      }
      const answers = await this.#answer(next.of, runs);
      runs.forEach(({ answered }, index) => {
        answered.resolve(answers[index] ?? []);
      });
    } catch (error) {
      this.#failure ??= error;
      for (const { answered } of runs) answered.reject(this.#parts.inWords(error));
    }
    process.nextTick(() => this.#run());
  }

  /** The rows of each run. */
  async #answer(of: Waiting['of'], runs: readonly Waiting[]): Promise<unknown[][]> {
    if ('compile' in of) {
      const { sql: text, parameters } = of.compile();
      return [(await this.#parts.client.query(text, [...parameters])).rows];
    }
    const together =
      runs.length === 1
        ? undefined
        : this.#parts.together.of(
            of,
            runs.map(({ args }) => args),
          );
    return together === undefined ? this.#oneByOne(of, runs) : this.#together(together, runs.length);
  }

  async #oneByOne(of: Statement<never, unknown>, runs: readonly Waiting[]): Promise<unknown[][]> {
    const { sql: text, bind } = this.#parts.statements.prepare(of);
    const answers: unknown[][] = [];
    for (const { args } of runs) {
      const { rows, toRow } = await this.#rows(text, bind(args), 0);
      answers.push(rows.map(toRow));
    }
    return answers;
  }

  async #together(
    { text, values }: { readonly text: string; readonly values: readonly unknown[] },
    count: number,
  ): Promise<unknown[][]> {
    const { rows, toRow } = await this.#rows(text, [...values], 1);
    const answers: unknown[][] = Array.from({ length: count }, () => []);
    for (const row of rows) answers[Number(row[0]) - 1]?.push(toRow(row));
    return answers;
  }

  /** Rows as lists of values, and what makes objects of them, without the first so many values. */
  async #rows(text: string, values: unknown[], from: number) {
    const query = { name: nameOf(text), text, values, rowMode: 'array' as const };
    const { rows, fields } = await this.#parts.client.query<unknown[]>(query);
    return { rows, toRow: makerOf(text, fields, from) };
  }
}

const makers = new Map<string, RowMaker>();

function makerOf(text: string, fields: readonly pg.FieldDef[], from: number): RowMaker {
  let maker = makers.get(text);
  if (maker === undefined) {
    const names = fields.slice(from).map(({ name }) => name);
    maker = rowMaker(names, from);
    makers.set(text, maker);
  }
  return maker;
}
