import { describe, expect, test } from 'vitest';
import { readSettings, SettingRefused } from './settings.ts';

const KNOWN =
  'LAUREL_DATA, LAUREL_DATABASE_URL, LAUREL_HOST, LAUREL_PORT, LAUREL_RATE_LIMIT, LAUREL_TRUST_PROXY, ' +
  'LAUREL_SITE, LAUREL_LOG_LEVEL, LAUREL_MASTERY_MINIMUM';
const POSTGRES = 'postgres://laurel:secret@127.0.0.1:5432/laurel';

const DEFAULTS = {
  location: { data: 'data' },
  data: 'data',
  host: '127.0.0.1',
  port: 8080,
  rateLimit: 1_000_000,
  trustProxy: false,
  site: { readers: 'everybody' },
  logLevel: 'warn',
  masteryMinimum: 6,
};

test('each setting has a default', () => {
  expect(readSettings({})).toEqual(DEFAULTS);
});

test('an empty variable is one that is not set: above all, an empty host is not every address', () => {
  const empty = Object.fromEntries(KNOWN.split(', ').map((name) => [name, '']));
  expect(readSettings(empty)).toEqual(DEFAULTS);
});

test('each setting is read from its variable', () => {
  const environment = {
    LAUREL_DATA: '/srv/laurel',
    LAUREL_HOST: '::',
    LAUREL_PORT: '0',
    LAUREL_RATE_LIMIT: '600',
    LAUREL_TRUST_PROXY: '1',
    LAUREL_SITE: 'off',
    LAUREL_LOG_LEVEL: 'info',
    LAUREL_MASTERY_MINIMUM: '1',
  };
  expect(readSettings(environment)).toEqual({
    location: { data: '/srv/laurel' },
    data: '/srv/laurel',
    host: '::',
    port: 0,
    rateLimit: 600,
    trustProxy: true,
    site: undefined,
    logLevel: 'info',
    masteryMinimum: 1,
  });
});

test('the website may be for members', () => {
  expect(readSettings({ LAUREL_SITE: 'members' }).site).toEqual({ readers: 'members' });
});

test('variables of other programs are not looked at', () => {
  expect(readSettings({ PATH: '/bin', laurel_port: 'x', MY_LAUREL_PORT: 'x' })).toEqual(DEFAULTS);
});

describe('where the store is', () => {
  test.each([
    ['the address in the environment', { LAUREL_DATABASE_URL: POSTGRES }, {}, { databaseUrl: POSTGRES }],
    [
      'the address goes before the folder',
      { LAUREL_DATABASE_URL: POSTGRES, LAUREL_DATA: 'd' },
      {},
      { databaseUrl: POSTGRES },
    ],
    [
      'an option goes before the environment',
      { LAUREL_DATABASE_URL: POSTGRES },
      { data: 'd' },
      { data: 'd' },
    ],
    ['the address as an option', { LAUREL_DATA: 'd' }, { databaseUrl: POSTGRES }, { databaseUrl: POSTGRES }],
    ['both options', {}, { databaseUrl: POSTGRES, data: 'd' }, { databaseUrl: POSTGRES }],
  ])('%s', (_, environment, options, location) => {
    expect(readSettings(environment, options).location).toEqual(location);
  });

  test('pictures stay in the data folder, wherever the database is', () => {
    expect(readSettings({ LAUREL_DATA: 'd' }, { databaseUrl: POSTGRES }).data).toBe('d');
    expect(readSettings({ LAUREL_DATABASE_URL: POSTGRES }, {}).data).toBe('data');
  });
});

describe('what cannot be used is refused, and said in one line', () => {
  test.each([
    [{ LAUREL_PROT: '1' }, `LAUREL_PROT is not a setting. The settings are ${KNOWN}.`],
    [{ LAUREL_PORT: 'http' }, 'LAUREL_PORT should be a whole number from 0 to 65535, not "http".'],
    [{ LAUREL_PORT: '65536' }, 'LAUREL_PORT should be a whole number from 0 to 65535, not "65536".'],
    [{ LAUREL_PORT: '-1' }, 'LAUREL_PORT should be a whole number from 0 to 65535, not "-1".'],
    [{ LAUREL_PORT: '8080 ' }, 'LAUREL_PORT should be a whole number from 0 to 65535, not "8080 ".'],
    [{ LAUREL_RATE_LIMIT: '0' }, 'LAUREL_RATE_LIMIT should be a whole number from 1 to 1000000000, not "0".'],
    [
      { LAUREL_RATE_LIMIT: '1e3' },
      'LAUREL_RATE_LIMIT should be a whole number from 1 to 1000000000, not "1e3".',
    ],
    [{ LAUREL_TRUST_PROXY: 'yes' }, 'LAUREL_TRUST_PROXY should be one of 0, 1, not "yes".'],
    [
      { LAUREL_LOG_LEVEL: 'verbose' },
      'LAUREL_LOG_LEVEL should be one of silent, error, warn, info, debug, not "verbose".',
    ],
    [
      { LAUREL_MASTERY_MINIMUM: '0' },
      'LAUREL_MASTERY_MINIMUM should be a whole number from 1 to 1000, not "0".',
    ],
    [
      { LAUREL_DATABASE_URL: 'mysql://localhost/laurel' },
      'LAUREL_DATABASE_URL should be an address such as postgres://user:password@host:5432/laurel.',
    ],
    [
      { LAUREL_DATABASE_URL: 'postgres://a b:c@[/x' },
      'LAUREL_DATABASE_URL should be an address such as postgres://user:password@host:5432/laurel.',
    ],
  ])('%j', (environment: Record<string, string>, message) => {
    expect(() => readSettings(environment)).toThrow(new SettingRefused(message));
  });

  test('an address as an option is named by its option, and a password in it is not shown', () => {
    const read = () => readSettings({}, { databaseUrl: 'mysql://me:secret@host/laurel' });
    expect(read).toThrow(/^--database-url should be/);
    expect(read).not.toThrow(/secret/);
  });
});
