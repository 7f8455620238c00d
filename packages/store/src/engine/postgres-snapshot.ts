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

/** Begins a transaction that reads one state. */
export const BEGIN_READ = 'begin isolation level repeatable read read only';

/** Something that waits for the connection, and what it is a run of: those of the same can be run together. */
interface Waiting {
  readonly of: Statement<never, unknown> | Compilable<unknown>;
  readonly args: unknown;
  readonly answered: PromiseWithResolvers<unknown[]>;
}

/**
 * A transaction that reads, and begins with its first statement, if there is one. What is asked for at once goes at
 * once, and all runs of one statement together.
 */
export class Snapshot implements Session {
  readonly builder: Builder;
  readonly #parts: SnapshotParts;
  #waiting: Waiting[] = [];
  #begun: Promise<unknown> | undefined;
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
    if (this.#begun !== undefined) await client.query('commit');
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
    this.#begun ??= this.#parts.client.query(BEGIN_READ);
    try {
      const [answers] = await Promise.all([this.#answer(of, runs), this.#begun]);
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
    if ('compile' in of) {
      const { sql: text, parameters } = of.compile();
      const { rows } = await this.#parts.client.query(text, [...parameters]);
      return runs.map(() => rows);
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

  #oneByOne(of: Statement<never, unknown>, runs: readonly Waiting[]): Promise<unknown[][]> {
    const { sql: text, bind } = this.#parts.statements.prepare(of);
    return Promise.all(
      runs.map(async ({ args }) => {
        const { rows, toRow } = await this.#rows(text, bind(args), 0);
        return rows.map(toRow);
      }),
    );
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
