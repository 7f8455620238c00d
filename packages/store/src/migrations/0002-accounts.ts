import { type Migration, references, required } from './migration.ts';

export const accounts: Migration = {
  name: 'accounts, tokens, keys and presence',

  async up(session, { text }) {
    const { schema } = session.builder;
    const steps = [
      schema
        .createTable('account')
        .addColumn('player_id', 'integer', (column) => column.primaryKey().references('player.id'))
        .addColumn('password_hash', text, required)
        .addColumn('admin', 'integer', required)
        .addColumn('created_at', 'integer', required),
      schema
        .createTable('connect_token')
        .addColumn('hash', text, (column) => column.primaryKey())
        .addColumn('player_id', 'integer', references('player'))
        .addColumn('created_at', 'integer', required),
      schema.createIndex('connect_token_of_player').on('connect_token').columns(['player_id', 'created_at']),
      schema
        .createTable('api_key')
        .addColumn('hash', text, (column) => column.primaryKey())
        .addColumn('name', text, required)
        .addColumn('created_at', 'integer', required),
      schema.createIndex('api_key_by_name').on('api_key').column('name'),
      schema
        .createTable('presence')
        .addColumn('player_id', 'integer', (column) => column.primaryKey().references('player.id'))
        .addColumn('game_id', 'integer', references('game'))
        .addColumn('message', text, required)
        .addColumn('at', 'integer', required),
    ];
    for (const step of steps) await session.query(step);
  },
};
