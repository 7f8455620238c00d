import type { GameHash, GameRecord, WorldRecord } from '@laurel/domain';
import { achievementKind } from '../catalogue/achievement-set.ts';
import { achievementsWhole } from '../catalogue/achievements.ts';
import type { Session } from '../engine/engine.ts';
import type { GameHashTable } from '../schema.ts';
import { type RowOf, statement } from '../statement.ts';

type Take = (record: WorldRecord) => void | Promise<void>;

/** How many rows are read together. */
const PAGE = 500;

/** Gives systems, games, achievements and leaderboards, each by id. */
export async function exportCatalogue(session: Session, take: Take): Promise<void> {
  await inPages(
    (last) => session.all(systems, { last }),
    async (row) => {
      await take({
        type: 'system',
        id: row.id,
        name: row.name,
        active: row.active === 1,
        ...present({ iconUrl: row.icon_url }),
      });
    },
  );
  await inPages(
    (last) => session.all(games, { last }),
    async (row) => {
      await take(gameRecord(row, await session.all(hashesOfGame, { gameId: row.id })));
    },
  );
  await inPages(
    (last) => session.all(achievements, { last }),
    async (row) => {
      await take({
        type: 'achievement',
        id: row.id,
        gameId: row.game_id,
        title: row.title,
        description: row.description,
        points: row.points,
        kind: achievementKind(row.kind),
        promoted: row.promoted === 1,
        ...(row.author === '' ? {} : { author: row.author }),
        badge: row.badge,
        trigger: row.trigger,
        order: row.sort_order,
        createdAt: row.created_at,
        modifiedAt: row.modified_at,
      });
    },
  );
  await inPages(
    (last) => session.all(leaderboards, { last }),
    async (row) => {
      await take({
        type: 'leaderboard',
        id: row.id,
        gameId: row.game_id,
        title: row.title,
        description: row.description,
        format: row.format,
        lowerIsBetter: row.lower_is_better === 1,
        definition: row.definition,
        order: row.sort_order,
      });
    },
  );
}

function gameRecord(row: RowOf<typeof games>, hashes: readonly GameHashTable[]): GameRecord {
  return {
    type: 'game',
    id: row.id,
    systemId: row.system_id,
    title: row.title,
    ...present({
      icon: row.icon,
      imageTitle: row.image_title,
      imageIngame: row.image_ingame,
      imageBoxArt: row.image_box_art,
      publisher: row.publisher,
      developer: row.developer,
      genre: row.genre,
      released: row.released,
      richPresence: row.script,
    }),
    hashes: hashes.map(
      (hash): GameHash => ({
        md5: hash.md5,
        ...present({ name: hash.name }),
        ...(hash.labels === null ? {} : { labels: JSON.parse(hash.labels) }),
      }),
    ),
  };
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], null> };

/** The fields that have a value. */
function present<Fields extends Record<string, string | null>>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<Fields>;
}

/** Calls `use` for every row, reading them page by page in the order of their ids. */
export async function inPages<Row extends { id: number }>(
  read: (last: number) => Promise<Row[]>,
  use: (row: Row) => Promise<void>,
): Promise<void> {
  for (let last = -1; ; ) {
    const rows = await read(last);
    for (const row of rows) await use(row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

const systems = statement<{ last: number }>()((db, slot) =>
  db.selectFrom('system').selectAll().where('id', '>', slot('last')).orderBy('id').limit(PAGE),
);

const games = statement<{ last: number }>()((db, slot) =>
  db
    .selectFrom('game')
    .leftJoin('rich_presence', 'rich_presence.game_id', 'game.id')
    .selectAll('game')
    .select('rich_presence.script')
    .where('game.id', '>', slot('last'))
    .orderBy('game.id')
    .limit(PAGE),
);

const hashesOfGame = statement<{ gameId: number }>()((db, slot) =>
  db.selectFrom('game_hash').selectAll().where('game_id', '=', slot('gameId')).orderBy('md5'),
);

const achievements = statement<{ last: number }>()((db, slot) =>
  achievementsWhole(db).where('achievement.id', '>', slot('last')).orderBy('achievement.id').limit(PAGE),
);

const leaderboards = statement<{ last: number }>()((db, slot) =>
  db.selectFrom('leaderboard').selectAll().where('id', '>', slot('last')).orderBy('id').limit(PAGE),
);
