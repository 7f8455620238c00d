import type { StoreLocation } from '@laurel/store';
import type { Website } from './context.ts';

/** A setting that cannot be used; the message says which, and what it should be. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused';
}

/** What the environment says; each of it has a default. */
export interface Settings {
  readonly location: StoreLocation;
  /** The folder of the pictures, and of the embedded database. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** Requests an address has in a minute. */
  readonly rateLimit: number;
  /** Whether `X-Forwarded-For` is believed. */
  readonly trustProxy: boolean;
  /** For whom the website shows what is in the Web API; undefined for no website. */
  readonly site: Pick<Website, 'readers'> | undefined;
  readonly logLevel: LogLevel;
  /** How many promoted achievements a set needs to be completed or mastered. */
  readonly masteryMinimum: number;
}

const SITES = { on: { readers: 'everybody' }, members: { readers: 'members' }, off: undefined } as const;

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** What the options of a command say; each goes before its variable. */
export interface LocationOptions {
  readonly data?: string | undefined;
  readonly databaseUrl?: string | undefined;
}

/**
 * Reads the environment (the variables that start with `LAUREL_`) and the options of a command.
 *
 * @throws SettingRefused when one of them is not what it should be, or is not known
 */
export function readSettings(environment: Environment, options: LocationOptions = {}): Settings {
  refuseUnknown(environment);
  const data = options.data ?? (environment.LAUREL_DATA || 'data');
  return {
    location: locationOf(environment, options, data),
    data,
    // An empty host would be every address of the machine.
    host: environment.LAUREL_HOST || '127.0.0.1',
    port: wholeNumber(environment, 'LAUREL_PORT', { default: 8080, from: 0, to: 65_535 }),
    rateLimit: wholeNumber(environment, 'LAUREL_RATE_LIMIT', {
      default: 1_000_000,
      from: 1,
      to: 1_000_000_000,
    }),
    trustProxy: oneOf(environment, 'LAUREL_TRUST_PROXY', ['0', '1'], '0') === '1',
    site: SITES[oneOf(environment, 'LAUREL_SITE', ['on', 'members', 'off'], 'on')],
    logLevel: oneOf(environment, 'LAUREL_LOG_LEVEL', LOG_LEVELS, 'warn'),
    masteryMinimum: wholeNumber(environment, 'LAUREL_MASTERY_MINIMUM', { default: 6, from: 1, to: 1_000 }),
  };
}

const KNOWN = [
  'LAUREL_DATA',
  'LAUREL_DATABASE_URL',
  'LAUREL_HOST',
  'LAUREL_PORT',
  'LAUREL_RATE_LIMIT',
  'LAUREL_TRUST_PROXY',
  'LAUREL_SITE',
  'LAUREL_LOG_LEVEL',
  'LAUREL_MASTERY_MINIMUM',
];

function refuseUnknown(environment: Environment): void {
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('LAUREL_') && !KNOWN.includes(name),
  );
  if (unknown !== undefined) {
    throw new SettingRefused(`${unknown} is not a setting. The settings are ${KNOWN.join(', ')}.`);
  }
}

function locationOf(environment: Environment, options: LocationOptions, data: string): StoreLocation {
  if (options.databaseUrl !== undefined) {
    return { databaseUrl: postgresAddress('--database-url', options.databaseUrl) };
  }
  if (options.data !== undefined || !environment.LAUREL_DATABASE_URL) return { data };
  return { databaseUrl: postgresAddress('LAUREL_DATABASE_URL', environment.LAUREL_DATABASE_URL) };
}

function postgresAddress(name: string, address: string): string {
  if (/^postgres(ql)?:\/\//.test(address) && URL.canParse(address)) return address;
  throw new SettingRefused(`${name} should be an address such as postgres://user:password@host:5432/laurel.`);
}

function wholeNumber(
  environment: Environment,
  name: string,
  range: { default: number; from: number; to: number },
): number {
  const text = environment[name];
  if (text === undefined || text === '') return range.default;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.from && value <= range.to) return value;
  throw new SettingRefused(
    `${name} should be a whole number from ${range.from} to ${range.to}, not "${text}".`,
  );
}

function oneOf<const Choice extends string>(
  environment: Environment,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new SettingRefused(`${name} should be one of ${choices.join(', ')}, not "${text}".`);
}
