import { type Compilable, type CompiledQuery, type Expression, type RawBuilder, sql } from 'kysely';
import type { Builder } from './engine/engine.ts';

/** Stands in a statement for an argument that each run brings. */
export type Slots<Arguments> = <Name extends keyof Arguments & string>(
  name: Name,
) => Expression<Arguments[Name]>;

/** A statement that is built and prepared once, and run often with other arguments. */
export interface Statement<Arguments, Row> {
  build(builder: Builder, slot: Slots<Arguments>): Compilable<Row>;
}

/** What a statement gives a list of. */
export type RowOf<Declared> = Declared extends Statement<never, infer Row> ? Row : never;

/**
 * Declares a statement. The first call names the arguments, the second builds it:
 *
 * @example
 * const findGame = statement<{ id: number }>()((db, slot) =>
 *   db.selectFrom('game').select('title').where('id', '=', slot('id')));
 * await session.first(findGame, { id: 1 }); // { title: 'Sonic the Hedgehog' }
 */
export function statement<Arguments>() {
  return <Row>(
    build: (builder: Builder, slot: Slots<Arguments>) => Compilable<Row>,
  ): Statement<Arguments, Row> => ({ build });
}

/** A statement in the words of one engine. */
export interface Prepared {
  readonly sql: string;
  /** The values to bind, in order. */
  bind(args: unknown): unknown[];
}

/**
 * How many rows at most, as an argument. SQLite would plan a statement anew for each value of a limit that is
 * nothing but an argument, which takes longer than most statements do.
 */
export function atMost(count: Expression<number>): RawBuilder<number> {
  return sql<number>`${count} + 0`;
}

/** Compiles statements for one builder, each once. */
export class StatementCache {
  readonly #builder: Builder;
  readonly #prepared = new WeakMap<object, Prepared>();

  constructor(builder: Builder) {
    this.#builder = builder;
  }

  prepare<Arguments, Row>(declared: Statement<Arguments, Row>): Prepared {
    let prepared = this.#prepared.get(declared);
    if (prepared === undefined) {
      prepared = withSlots(declared.build(this.#builder, (name) => sql`${new Slot(name)}`).compile());
      this.#prepared.set(declared, prepared);
    }
    return prepared;
  }
}

class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** The binding is written out with all arguments, as a program for itself, as `rowMaker` does with a row. */
function withSlots({ sql, parameters }: CompiledQuery): Prepared {
  const constants: unknown[] = [];
  const values = parameters.map((parameter) =>
    parameter instanceof Slot
      ? `args[${keyOf(parameter.name)}]`
      : `constants[${constants.push(parameter) - 1}]`,
  );
  const binding = new Function('constants', `return (args) => [${values.join(', ')}];`) as Binding;
  return { sql, bind: binding(constants) };
}

/** Makes what binds, with the values that are the same each time. */
type Binding = (constants: readonly unknown[]) => Prepared['bind'];

/** A place in a list as a number: so it is found at once. */
function keyOf(name: string): string {
  return /^\d+$/.test(name) ? name : JSON.stringify(name);
}
