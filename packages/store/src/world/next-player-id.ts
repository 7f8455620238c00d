import type { WriteSession } from '../engine/engine.ts';

/** The id for a player who was given none: one after the highest so far (WORLD_FORMAT.md). */
export async function nextPlayerId(session: WriteSession): Promise<number> {
  const [row] = await session.query(
    session.builder.selectFrom('player').select('id').orderBy('id', 'desc').limit(1),
  );
  return (row?.id ?? 0) + 1;
}
