import { type Migration, references, required } from './migration.ts';

export const siteAccounts: Migration = {
  name: 'sessions of the website, keys of players, and secrets that servers share',

  async up(session, { text }) {
    const { schema } = session.builder;
    const steps = [
      schema
        .createTable('session')
        .addColumn('hash', text, (column) => column.primaryKey())
        .addColumn('player_id', 'integer', references('player'))
        .addColumn('created_at', 'integer', required)
        .addColumn('expires_at', 'integer', required)
        .addColumn('last_seen_at', 'integer', required),
      schema.createIndex('session_of_player').on('session').columns(['player_id', 'created_at']),
      schema.createIndex('session_by_end').on('session').column('expires_at'),
      schema
        .createTable('shared_secret')
        .addColumn('name', text, (column) => column.primaryKey())
        .addColumn('value', text, required),
      schema
        .alterTable('api_key')
        .addColumn('player_id', 'integer', (column) => column.references('player.id')),
      schema.alterTable('api_key').addColumn('last_used_at', 'integer'),
      schema.createIndex('api_key_of_player').on('api_key').columns(['player_id', 'created_at']),
    ];
    for (const step of steps) await session.query(step);
  },
};
