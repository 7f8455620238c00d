import {
  BinaryOperationNode,
  ColumnNode,
  FromNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  RawNode,
  ReferenceNode,
  ReturningNode,
  SelectionNode,
  sql,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
} from 'kysely';
import type { Statement } from '../../statement.ts';
import type { Builder } from '../engine.ts';

/** Several runs of one statement as a single one, in the words of PostgreSQL. */
export interface Together {
  readonly text: string;
  /** For each argument the values of all runs, after what is the same in all of them. */
  readonly values: readonly unknown[];
}

/** With more of them, the statement itself takes its time; PostgreSQL knows no more than 1,664 columns. */
const ARGUMENTS = 100;

/** The name of the column that says which run a row is of, counted from 1. It is the first one. */
const RUN = 'run number';

/**
 * Puts runs of a statement together: the arguments travel as lists, and the statement is run for each row of
 * what they make. A statement is a message to another process and back; that takes longer than most answers.
 * An update takes its arguments from that list; no two runs of it may be of the same row.
 *
 * The rows come run by run, and those of a run in its order: what is to be run for each row of a list cannot
 * be had in any other way than one after the other.
 */
export class StatementsTogether {
  readonly #builder: Builder;
  readonly #built = new WeakMap<object, Built>();

  constructor(builder: Builder) {
    this.#builder = builder.withPlugin(new ArgumentsFromRuns());
  }

  /**
   * @returns undefined for runs that are not put together: of no arguments, of many, or of other than whole
   *   numbers and texts
   */
  of<Arguments, Row>(declared: Statement<Arguments, Row>, runs: readonly unknown[]): Together | undefined {
    const { sql: each, parameters, names, isUpdate } = this.#build(declared);
    if (names.length === 0 || names.length > ARGUMENTS) return undefined;
    const lists = names.map((name) => runs.map((args) => (args as Readonly<Record<string, unknown>>)[name]));
    const types = lists.map(typeOf);
    if (!types.every((type) => type !== undefined)) return undefined;
    const columns = types.map((type, index) => `$${parameters.length + index + 1}::${type}`);
    const called = [...names.map(columnOf), RUN].map((name) => `"${name}"`).join(', ');
    const list = `unnest(${columns.join(', ')}) with ordinality`;
    return {
      text: isUpdate
        ? `with run(${called}) as (select * from ${list}) ${each}`
        : // `offset 0` keeps the planner from taking the statement apart: it is planned as it is alone.
          `select run."${RUN}", found.* from ${list} as run(${called})` +
          ` cross join lateral (select * from (${each}) as one offset 0) as found`,
      values: [...parameters, ...lists],
    };
  }

  #build<Arguments, Row>(declared: Statement<Arguments, Row>): Built {
    let built = this.#built.get(declared);
    if (built === undefined) {
      const names = new Set<string>();
      const query = declared.build(this.#builder, (name) => {
        names.add(name);
        return sql.ref(`run.${columnOf(name)}`);
      });
      const compiled = query.compile();
      built = { ...compiled, names: [...names], isUpdate: UpdateQueryNode.is(compiled.query) };
      this.#built.set(declared, built);
    }
    return built;
  }
}

interface Built {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly names: readonly string[];
  readonly isUpdate: boolean;
}

/** The column of an argument: of a name that no table's column has. */
function columnOf(name: string): string {
  return `:${name}`;
}

/** The type of a list of arguments; undefined where there is none that holds them all. */
function typeOf(values: readonly unknown[]): string | undefined {
  if (values.every((value) => Number.isInteger(value))) return 'bigint[]';
  // As the columns are that it is compared with.
  if (values.every((value) => typeof value === 'string')) return 'text[] collate "C"';
  return undefined;
}

/**
 * Has an update take its arguments `from run`, and say of each row which run it is of. For `in (…)` it says
 * `= any (array[…])`: of columns in a list, PostgreSQL would look up each by itself.
 */
class ArgumentsFromRuns extends OperationNodeTransformer implements KyselyPlugin {
  transformQuery({ node, queryId }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    const transformed = this.transformNode(node, queryId);
    return UpdateQueryNode.is(transformed) ? fromRuns(transformed) : transformed;
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result;
  }

  protected override transformBinaryOperation(
    ...args: Parameters<OperationNodeTransformer['transformBinaryOperation']>
  ): BinaryOperationNode {
    const node = super.transformBinaryOperation(...args);
    const { leftOperand, operator, rightOperand } = node;
    if (!OperatorNode.is(operator) || operator.operator !== 'in' || !ValueListNode.is(rightOperand))
      return node;
    const { values } = rightOperand;
    const between = values.map((_, index) => (index === 0 ? 'any(array[' : ', '));
    return BinaryOperationNode.create(
      leftOperand,
      OperatorNode.create('='),
      RawNode.create([...between, '])'], values),
    );
  }
}

function fromRuns(update: UpdateQueryNode): UpdateQueryNode {
  const run = TableNode.create('run');
  const from = FromNode.create([run]);
  if (update.returning === undefined) return { ...update, from };
  const number = SelectionNode.create(ReferenceNode.create(ColumnNode.create(RUN), run));
  return { ...update, from, returning: ReturningNode.create([number, ...update.returning.selections]) };
}
