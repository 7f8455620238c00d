import {
  type AchievementRecord,
  type GameRecord,
  type LeaderboardRecord,
  type SystemRecord,
  usernameKey,
} from '@laurel/domain';
import { bulkInsert, bulkUpsert } from '../bulk.ts';
import { saveWordsOfGame } from '../catalogue/game-words.ts';
import type { WriteSession } from '../engine/engine.ts';
import { touchSet } from '../ledger/settle.ts';
import type { AchievementTable } from '../schema.ts';
import { statement } from '../statement.ts';
import { RecordRefused } from './record-refused.ts';

/** Takes systems, games, achievements and leaderboards in. A field that is left out keeps what it had. */
export class CatalogueImport {
  readonly #session: WriteSession;
  readonly #now: number;
  /** The game of the record before, and the set that was touched last: mostly those of the next one. */
  #lastGame: number | undefined;
  #lastTouched: number | undefined;

  constructor(session: WriteSession, now: number) {
    this.#session = session;
    this.#now = now;
  }

  async system(record: SystemRecord): Promise<void> {
    const had = await this.#session.first(findSystem, { id: record.id });
    await saveSystems(this.#session, [
      {
        id: record.id,
        name: record.name,
        active: flag(record.active) ?? had?.active ?? 1,
        icon_url: record.iconUrl ?? had?.icon_url ?? null,
      },
    ]);
  }

  async game(record: GameRecord): Promise<void> {
    if ((await this.#session.first(findSystem, { id: record.systemId })) === undefined) {
      throw new RecordRefused('systemId', `a system that is there already, got ${record.systemId}`);
    }
    const had = await this.#session.first(findGame, { id: record.id });
    await saveGames(this.#session, [
      {
        id: record.id,
        system_id: record.systemId,
        title: record.title,
        icon: record.icon ?? had?.icon ?? null,
        image_title: record.imageTitle ?? had?.image_title ?? null,
        image_ingame: record.imageIngame ?? had?.image_ingame ?? null,
        image_box_art: record.imageBoxArt ?? had?.image_box_art ?? null,
        publisher: record.publisher ?? had?.publisher ?? null,
        developer: record.developer ?? had?.developer ?? null,
        genre: record.genre ?? had?.genre ?? null,
        released: record.released ?? had?.released ?? null,
      },
    ]);
    if (record.richPresence !== undefined) {
      await saveRichPresence(this.#session, [{ game_id: record.id, script: record.richPresence }]);
    }
    if (had?.title !== record.title) await saveWordsOfGame(this.#session, record.id, record.title);
    if (record.hashes !== undefined) await this.#hashes(record.id, record.hashes);
  }

  async achievement(record: AchievementRecord): Promise<void> {
    await this.#requireGame(record.gameId);
    const had = await this.#session.first(findAchievement, { id: record.id });
    if (had !== undefined && had.game_id !== record.gameId) {
      throw new RecordRefused(
        'gameId',
        `${had.game_id}, where achievement ${record.id} is: it does not move`,
      );
    }
    const author = record.author ?? had?.author ?? '';
    const row: Omit<AchievementTable, 'unlocks' | 'unlocks_hardcore'> = {
      id: record.id,
      game_id: record.gameId,
      title: record.title,
      description: record.description,
      points: record.points,
      kind: record.kind === undefined ? (had?.kind ?? null) : record.kind,
      promoted: flag(record.promoted) ?? had?.promoted ?? 1,
      author,
      author_key: usernameKey(author),
      badge: record.badge ?? had?.badge ?? '',
      sort_order: record.order ?? had?.sort_order ?? 0,
      created_at: record.createdAt ?? had?.created_at ?? this.#now,
      modified_at: record.modifiedAt ?? had?.modified_at ?? this.#now,
    };
    await saveAchievements(this.#session, [row]);
    if (had === undefined || record.trigger !== undefined) {
      await saveTriggers(this.#session, [{ achievement_id: record.id, definition: record.trigger ?? '' }]);
    }
    const changesTheSet =
      had?.points !== row.points || had.kind !== row.kind || had.promoted !== row.promoted;
    if (changesTheSet && this.#lastTouched !== record.gameId) {
      await touchSet(this.#session, record.gameId);
      this.#lastTouched = record.gameId;
    }
  }

  async leaderboard(record: LeaderboardRecord): Promise<void> {
    await this.#requireGame(record.gameId);
    const had = await this.#session.first(findLeaderboard, { id: record.id });
    await saveLeaderboards(this.#session, [
      {
        id: record.id,
        game_id: record.gameId,
        title: record.title,
        description: record.description,
        format: record.format,
        lower_is_better: flag(record.lowerIsBetter) ?? had?.lower_is_better ?? 0,
        definition: record.definition ?? had?.definition ?? '',
        sort_order: record.order ?? had?.sort_order ?? 0,
      },
    ]);
    if (had?.game_id === record.gameId) return;
    if (had !== undefined) await this.#session.all(countLeaderboards, { gameId: had.game_id, more: -1 });
    await this.#session.all(countLeaderboards, { gameId: record.gameId, more: 1 });
  }

  async #requireGame(gameId: number): Promise<void> {
    if (gameId === this.#lastGame) return;
    if ((await this.#session.first(findGame, { id: gameId })) === undefined) {
      throw new RecordRefused('gameId', `a game that is there already, got ${gameId}`);
    }
    this.#lastGame = gameId;
  }

  /** The list is the whole of the game's hashes: one that is no longer in it is forgotten. */
  async #hashes(gameId: number, hashes: NonNullable<GameRecord['hashes']>): Promise<void> {
    await this.#session.all(deleteHashes, { gameId });
    for (const { md5, name, labels } of hashes) {
      const had = await this.#session.first(findHash, { md5 });
      if (had !== undefined) {
        const where = had.game_id === gameId ? 'twice in this game' : `of game ${had.game_id} already`;
        throw new RecordRefused('hashes', `hashes of no other game, each once; ${md5} is ${where}`);
      }
      await insertHashes(this.#session, [
        {
          md5,
          game_id: gameId,
          name: name ?? null,
          labels: labels === undefined ? null : JSON.stringify(labels),
        },
      ]);
    }
  }
}

function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

const findSystem = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('system').selectAll().where('id', '=', slot('id')),
);

const findGame = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('game').selectAll().where('id', '=', slot('id')),
);

const findAchievement = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('achievement').selectAll().where('id', '=', slot('id')),
);

const findLeaderboard = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('leaderboard').selectAll().where('id', '=', slot('id')),
);

const countLeaderboards = statement<{ gameId: number; more: number }>()((db, slot) =>
  db
    .updateTable('game')
    .set((game) => ({ leaderboards: game('leaderboards', '+', slot('more')) }))
    .where('id', '=', slot('gameId')),
);

const findHash = statement<{ md5: string }>()((db, slot) =>
  db.selectFrom('game_hash').select('game_id').where('md5', '=', slot('md5')),
);

const deleteHashes = statement<{ gameId: number }>()((db, slot) =>
  db.deleteFrom('game_hash').where('game_id', '=', slot('gameId')),
);

const saveSystems = bulkUpsert('system', ['id'], ['name', 'active', 'icon_url']);

const saveGames = bulkUpsert(
  'game',
  ['id'],
  [
    'system_id',
    'title',
    'icon',
    'image_title',
    'image_ingame',
    'image_box_art',
    'publisher',
    'developer',
    'genre',
    'released',
  ],
);

const saveRichPresence = bulkUpsert('rich_presence', ['game_id'], ['script']);

const insertHashes = bulkInsert('game_hash', ['md5', 'game_id', 'name', 'labels'], (insert) => insert);

const saveAchievements = bulkUpsert(
  'achievement',
  ['id'],
  [
    'game_id',
    'title',
    'description',
    'points',
    'kind',
    'promoted',
    'author',
    'author_key',
    'badge',
    'sort_order',
    'created_at',
    'modified_at',
  ],
);

const saveTriggers = bulkUpsert('achievement_trigger', ['achievement_id'], ['definition']);

const saveLeaderboards = bulkUpsert(
  'leaderboard',
  ['id'],
  ['game_id', 'title', 'description', 'format', 'lower_is_better', 'definition', 'sort_order'],
);
