import type { Expression } from 'kysely';
import type { Builder, Session } from './engine/engine.ts';
import { type Statement, statement } from './statement.ts';

/** So many ids go to the engine in one statement at most: SQLite takes 32,766 values, PostgreSQL twice as many. */
const MOST = 1_024;

/** Builds a statement about so many ids, and about one more id that stands by itself. */
type BuildForIds<Row> = (
  db: Builder,
  ids: Expression<number>[],
  other: Expression<number>,
) => ReturnType<Statement<unknown, Row>['build']>;

/**
 * Declares a statement about a list of ids, of any length. It is prepared for 1, 2, 4, 8 … of them, and the last
 * id fills up what is left: a handful of statements serves all lists. Of more than 1,024 ids, so many at a time have
 * a statement of their own; one that adds up gives the sums of each.
 *
 * @example
 * const titles = listStatement((db, ids) => db.selectFrom('game').select('title').where('id', 'in', ids));
 * await titles(session, [1, 2, 3]); // [{ title: 'Sonic the Hedgehog' }, …], in no order
 */
export function listStatement<Row>(
  build: BuildForIds<Row>,
): (session: Session, ids: readonly number[], other?: number) => Promise<Row[]> {
  const statements = new Map<number, Statement<readonly number[], Row>>();

  function ofSize(size: number): Statement<readonly number[], Row> {
    let declared = statements.get(size);
    if (declared === undefined) {
      declared = statement<readonly number[]>()((db, slot) => {
        const at = (index: number) => slot(`${index}` as never);
        const ids = Array.from({ length: size }, (_, index) => at(index + 1));
        return build(db, ids, at(0));
      });
      statements.set(size, declared);
    }
    return declared;
  }

  async function rowsOf(session: Session, ids: readonly number[], other: number): Promise<Row[]> {
    const last = ids.at(-1);
    if (last === undefined) return [];
    const size = 2 ** Math.ceil(Math.log2(ids.length));
    const padding = new Array<number>(size - ids.length).fill(last);
    return session.all(ofSize(size), [other, ...ids, ...padding]);
  }

  return async (session, ids, other = 0) => {
    if (ids.length <= MOST) return rowsOf(session, ids, other);
    const parts: Promise<Row[]>[] = [];
    for (let start = 0; start < ids.length; start += MOST) {
      parts.push(rowsOf(session, ids.slice(start, start + MOST), other));
    }
    return (await Promise.all(parts)).flat();
  };
}
