import type { Engine, Session } from '../engine/engine.ts';
import { StatementCache } from '../statement.ts';

/** A statement as it went to the database. */
export interface Executed {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The engine, and a list to which each statement is added that is read through it. */
export function listening(engine: Engine): { readonly engine: Engine; readonly executed: Executed[] } {
  const executed: Executed[] = [];
  const statements = new StatementCache(engine.session.builder);
  const listen = (session: Session): Session => ({
    builder: session.builder,
    all: (statement, args) => {
      const { sql, bind } = statements.prepare(statement);
      executed.push({ sql, parameters: bind(args) });
      return session.all(statement, args);
    },
    first: (statement, args) => {
      const { sql, bind } = statements.prepare(statement);
      executed.push({ sql, parameters: bind(args) });
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
