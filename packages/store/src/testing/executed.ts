import type { Engine, Session } from '../engine/engine.ts';
import { StatementsTogether } from '../engine/postgres/together.ts';
import { type Statement, StatementCache } from '../statement.ts';

/** A statement as it went to the database. */
export interface Executed {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The engine, and a list to which each statement is added that is read through it; for PostgreSQL also as it goes
 * there when several requests run it at once.
 */
export function listening(engine: Engine): { readonly engine: Engine; readonly executed: Executed[] } {
  const executed: Executed[] = [];
  const statements = new StatementCache(engine.session.builder);
  const together = new StatementsTogether(engine.session.builder);
  const note = <Arguments, Row>(statement: Statement<Arguments, Row>, args: Arguments) => {
    const { sql, bind } = statements.prepare(statement);
    executed.push({ sql, parameters: bind(args) });
    if (engine.dialect.name === 'sqlite') return;
    const several = together.of(statement, [args, args]);
    if (several !== undefined) executed.push({ sql: several.text, parameters: several.values.map(asText) });
  };
  const listen = (session: Session): Session => ({
    builder: session.builder,
    all: (statement, args) => {
      note(statement, args);
      return session.all(statement, args);
    },
    each: (statement, list) => {
      for (const args of list) note(statement, args);
      return session.each(statement, list);
    },
    first: (statement, args) => {
      note(statement, args);
      return session.first(statement, args);
    },
    query: (query) => {
      executed.push(query.compile());
      return session.query(query);
    },
  });
  return {
    engine: {
      ...engine,
      session: listen(engine.session),
      look: (work) => engine.look((session, revision) => work(listen(session), revision)),
      read: (work) => engine.read((session) => work(listen(session))),
    },
    executed,
  };
}

/** A value as PostgreSQL reads it; a list as one of its arrays. */
function asText(value: unknown): unknown {
  return Array.isArray(value) ? `{${value.map((one) => JSON.stringify(String(one))).join(',')}}` : value;
}
