import type pg from 'pg';
import type { Statement, StatementCache } from '../../statement.ts';
import { type RowMaker, rowMaker } from '../row-maker.ts';
import { nameOf } from './statement-names.ts';
import type { StatementsTogether, Together } from './together.ts';

/** What sends a query to PostgreSQL. */
export interface Queryable {
  query(config: pg.QueryConfig): Promise<pg.QueryResult>;
  query(config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult>;
}

/** What runs statements. */
export interface RunParts {
  readonly client: Queryable;
  readonly statements: StatementCache;
  readonly together: StatementsTogether;
}

/** The rows of a statement for each of these arguments: together in one message where that is possible. */
export async function runEach<Arguments, Row>(
  parts: RunParts,
  declared: Statement<Arguments, Row>,
  list: readonly Arguments[],
): Promise<Row[][]> {
  const together = list.length > 1 ? parts.together.of(declared, list) : undefined;
  return together === undefined ? oneByOne(parts, declared, list) : inOne(parts, together, list.length);
}

function oneByOne<Arguments, Row>(
  { client, statements }: RunParts,
  declared: Statement<Arguments, Row>,
  list: readonly Arguments[],
): Promise<Row[][]> {
  const { sql: text, bind } = statements.prepare(declared);
  return Promise.all(
    list.map(async (args) => {
      const { rows, toRow } = await rowsOf(client, text, bind(args), 0);
      return rows.map(toRow) as Row[];
    }),
  );
}

async function inOne<Row>({ client }: RunParts, { text, values }: Together, count: number): Promise<Row[][]> {
  const { rows, toRow } = await rowsOf(client, text, [...values], 1);
  const answers: Row[][] = Array.from({ length: count }, () => []);
  for (const row of rows) answers[Number(row[0]) - 1]?.push(toRow(row) as Row);
  return answers;
}

/** Rows as lists of values, and what makes objects of them, without the first so many values. */
async function rowsOf(client: Queryable, text: string, values: unknown[], from: number) {
  const { rows, fields } = await client.query({ name: nameOf(text), text, values, rowMode: 'array' });
  return { rows, toRow: makerOf(text, fields, from) };
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
