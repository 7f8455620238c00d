import { type RawBuilder, sql } from 'kysely';
import { saveWordsOfGame } from '../catalogue/game-words.ts';
import { statement } from '../statement.ts';
import { type Migration, references, required } from './migration.ts';

/** Games are found by the words of their titles, and listed by their players; players by when they unlocked something. */
export const searchAndFeeds: Migration = {
  name: 'search, the newest unlocks and the most played games',

  async up(session, { clustered, text }) {
    const { builder } = session;
    const { schema } = builder;
    const plain = (step: RawBuilder<unknown>) => ({ compile: () => step.compile(builder) });
    const steps = [
      schema
        .createTable('game_word')
        .addColumn('word', text, required)
        .addColumn('game_id', 'integer', references('game'))
        .addPrimaryKeyConstraint('game_word_key', ['word', 'game_id'])
        .modifyEnd(clustered),
      schema.createIndex('game_word_of_game').on('game_word').columns(['game_id', 'word']),
      schema.createIndex('game_by_players').on('game').columns(['players desc', 'id']),
      schema.alterTable('player').addColumn('last_unlock_at', 'integer'),
      plain(sql`update player set last_unlock_at =
        (select max(last_unlock_at) from player_game where player_game.player_id = player.id)`),
      schema
        .createIndex('player_by_last_unlock')
        .on('player')
        .columns(['last_unlock_at desc', 'id desc'])
        .where(sql.ref('untracked'), '=', sql.lit(0)),
    ];
    for (const step of steps) await session.query(step);

    let last = -1;
    for (;;) {
      const games = await session.all(pageOfGames, { last });
      for (const { id, title } of games) await saveWordsOfGame(session, id, title);
      const end = games.at(-1);
      if (end === undefined) return;
      last = end.id;
    }
  },
};

const pageOfGames = statement<{ last: number }>()((db, slot) =>
  db.selectFrom('game').select(['id', 'title']).where('id', '>', slot('last')).orderBy('id').limit(1_000),
);
