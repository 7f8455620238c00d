import { sql } from 'kysely';
import { systemIconPath } from '../catalogue/system-icon.ts';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

export interface System {
  readonly id: number;
  readonly name: string;
  /** An address, or the path of a picture. */
  readonly icon: string;
  readonly active: boolean;
}

/** Every system by id, or every active one. */
export async function systems(
  session: Session,
  { onlyActive }: { readonly onlyActive: boolean },
): Promise<System[]> {
  const rows = await session.all(listSystems, { least: onlyActive ? 1 : 0 });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    icon: row.icon_url ?? systemIconPath(row.id),
    active: row.active === 1,
  }));
}

const listSystems = statement<{ least: number }>()((db, slot) =>
  db
    .selectFrom('system')
    .selectAll()
    .where('id', '>=', sql.lit(1))
    .where('active', '>=', slot('least'))
    .orderBy('id'),
);
