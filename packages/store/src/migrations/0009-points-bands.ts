import { type RawBuilder, sql } from 'kysely';
import { type Migration, required } from './migration.ts';

/** How many points the bands of each width have. */
const WIDTHS = [16, 512, 16_384].map((width) => sql.lit(width));

/** A rank counted all players above: 5 ms for a summary of one of 100,000. */
export const pointsBands: Migration = {
  name: 'players counted by their points',

  async up(session, { clustered }) {
    const { builder } = session;
    const plain = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(builder) });
    const steps = [
      builder.schema
        .createTable('points_band')
        .addColumn('width', 'integer', required)
        .addColumn('low', 'integer', required)
        .addColumn('players', 'integer', required)
        .addPrimaryKeyConstraint('points_band_key', ['width', 'low'])
        .modifyEnd(clustered),
      ...WIDTHS.map((width) =>
        plain(sql`insert into points_band (width, low, players)
          select ${width}, points_hardcore / ${width} * ${width}, count(*) from player
          where untracked = 0 and points_hardcore >= ${width} group by 2`),
      ),
    ];
    for (const step of steps) await session.query(step);
  },
};
