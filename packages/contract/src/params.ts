/**
 * The kinds of parameters of the Web API. Each is read strictly: what is not well formed is malformed,
 * never guessed at (DESIGN.md, "The wire"). The messages are in the style of the live service.
 */

/** The largest id a store can hold. It is never assigned: every larger number is read as it, and names nothing. */
export const LARGEST_ID = 2_147_483_647;

/** How many ids a list of ids may have. */
export const LONGEST_ID_LIST = 1_000;

/** What reading one parameter gives; a problem completes "The u …". */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** One parameter of an endpoint. */
export interface Param<T> {
  readonly kind: ParamKind;
  readonly description: string;
  /** JSON schema of the parameter as text in a URL, for the OpenAPI document. */
  readonly schema: ParamSchema;
  /** What counts where the parameter is not given; a parameter without a default is required. */
  readonly default?: T;
  /** Of a count: how many records are given at most. */
  readonly max?: number;
  /** Reads the parameter from its text, which is never empty: an empty parameter is one that is not given. */
  readonly read: (text: string) => Reading<T>;
}

export type ParamKind =
  | 'user'
  | 'id'
  | 'id list'
  | 'count'
  | 'offset'
  | 'minutes'
  | 'date'
  | 'choice'
  | 'choice list'
  | 'text';

export type ParamSchema =
  | {
      readonly type: 'integer';
      readonly minimum?: number;
      readonly maximum?: number;
      readonly enum?: readonly number[];
      readonly default?: number;
    }
  | { readonly type: 'string'; readonly pattern: string; readonly default?: string };

/** Users are named by username, without regard to case, or by ULID (in upper case). */
export type UserIdentifier =
  | { readonly kind: 'username'; readonly username: string }
  | { readonly kind: 'ulid'; readonly ulid: string };

const USERNAME = '[A-Za-z0-9]{2,20}';
const ULID = '[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26}';
const USERNAME_PATTERN = new RegExp(`^${USERNAME}$`);
const ULID_PATTERN = new RegExp(`^${ULID}$`);

/** A user: 2 to 20 letters and digits, or a ULID. Required. */
export function user(description: string): Param<UserIdentifier> {
  return {
    kind: 'user',
    description,
    schema: { type: 'string', pattern: `^(?:${USERNAME}|${ULID})$` },
    read(text) {
      if (USERNAME_PATTERN.test(text)) return well({ kind: 'username', username: text });
      if (ULID_PATTERN.test(text)) return well({ kind: 'ulid', ulid: text.toUpperCase() });
      return bad('field must be a username (2 to 20 letters and digits) or a ULID (26 characters).');
    },
  };
}

/** An id: a whole number from 1. Required. */
export function id(description: string): Param<number> {
  return {
    kind: 'id',
    description,
    schema: { type: 'integer', minimum: 1 },
    read: (text) => wholeNumber(text, 1),
  };
}

/**
 * Ids, separated by commas, at most {@link LONGEST_ID_LIST}; each is taken once, in the order in which they
 * first appear. Required.
 */
export function idList(description: string): Param<readonly number[]> {
  return {
    kind: 'id list',
    description: `${description} At most ${LONGEST_ID_LIST}.`,
    schema: { type: 'string', pattern: '^[1-9][0-9]*(?:,[1-9][0-9]*)*$' },
    read(text) {
      const ids = new Set<number>();
      const items = text.split(',', LONGEST_ID_LIST + 1);
      if (items.length > LONGEST_ID_LIST)
        return bad(`field must not have more than ${LONGEST_ID_LIST} items.`);
      for (const item of items) {
        const reading = wholeNumber(item, 1);
        if (!reading.ok) return bad('field must be a list of IDs, separated by commas.');
        ids.add(reading.value);
      }
      return well([...ids]);
    },
  };
}

/**
 * How many records to return, from 1.
 *
 * @param above what becomes of a count above `max`: it is cut to it, or refused; the live service does
 *   one on some endpoints and the other on others
 */
export function count(options: {
  readonly default: number;
  readonly max: number;
  readonly above: 'cut' | 'refuse';
}): Param<number> {
  const { max, above } = options;
  const more = above === 'cut' ? 'more than the maximum counts as the maximum' : 'more is an error';
  return {
    kind: 'count',
    max,
    description: `Count, number of records to return (default: ${options.default}, max: ${max}; ${more}).`,
    schema: {
      type: 'integer',
      minimum: 1,
      ...(above === 'refuse' ? { maximum: max } : {}),
      default: options.default,
    },
    default: options.default,
    read(text) {
      const reading = wholeNumber(text, 1);
      if (!reading.ok || reading.value <= max) return reading;
      return above === 'cut' ? well(max) : bad(`field must not be greater than ${max}.`);
    },
  };
}

/** How many records to return; 0, which is the default, for all of them. */
export function countOrAll(): Param<number> {
  return {
    kind: 'count',
    description: 'Count, number of records to return (default: 0, which means all of them).',
    schema: { type: 'integer', minimum: 0, default: 0 },
    default: 0,
    read: (text) => wholeNumber(text, 0),
  };
}

/** How many of something to return beside the rest, from 0; more than `max` counts as `max`. */
export function upTo(
  options: { readonly default: number; readonly max: number },
  what: string,
): Param<number> {
  const { max } = options;
  return {
    kind: 'count',
    max,
    description: `The number of ${what} to return (default: ${options.default}, max: ${max}; more than the maximum counts as the maximum).`,
    schema: { type: 'integer', minimum: 0, default: options.default },
    default: options.default,
    read(text) {
      const reading = wholeNumber(text, 0);
      return reading.ok ? well(Math.min(reading.value, max)) : reading;
    },
  };
}

/** How far to look back, in minutes, from 0. */
export function minutes(byDefault: number): Param<number> {
  return {
    kind: 'minutes',
    description: `Minutes to look back. Defaults to ${byDefault}.`,
    schema: { type: 'integer', minimum: 0, default: byDefault },
    default: byDefault,
    read: (text) => wholeNumber(text, 0),
  };
}

/** How many records to skip, from 0, which is the default. */
export function offset(): Param<number> {
  return {
    kind: 'offset',
    description: 'Offset, number of entries to skip (default: 0).',
    schema: { type: 'integer', minimum: 0, default: 0 },
    default: 0,
    read: (text) => wholeNumber(text, 0),
  };
}

/** One of a few numbers. */
export function choice<const Value extends number>(
  values: readonly Value[],
  byDefault: NoInfer<Value>,
  description: string,
): Param<Value> {
  return {
    kind: 'choice',
    description,
    schema: { type: 'integer', enum: values, default: byDefault },
    default: byDefault,
    read(text) {
      const value = values.find((candidate) => String(candidate) === text);
      return value === undefined ? bad(`field must be ${values.join(' or ')}.`) : well(value);
    },
  };
}

/** Some of a few words, separated by commas, each taken once; by default all of them. */
export function choices<const Value extends string>(
  values: readonly Value[],
  description: string,
): Param<readonly Value[]> {
  const value = `(?:${values.join('|')})`;
  return {
    kind: 'choice list',
    description,
    schema: { type: 'string', pattern: `^${value}(?:,${value})*$`, default: values.join() },
    default: values,
    read(text) {
      const chosen = new Set<string>(text.split(','));
      const known = values.filter((candidate) => chosen.has(candidate));
      return known.length === chosen.size
        ? well(known)
        : bad(`field must be a list of ${values.join(', ')}, separated by commas.`);
    },
  };
}

/** Any text, without the space around it: 1 to `max` characters. Required. */
export function text(max: number, description: string): Param<string> {
  return {
    kind: 'text',
    description: `${description} At most ${max} characters.`,
    schema: { type: 'string', pattern: `^\\s*\\S(?:[\\s\\S]{0,${max - 2}}\\S)?\\s*$` },
    read(given) {
      const trimmed = given.trim();
      const { length } = [...trimmed];
      return length >= 1 && length <= max
        ? well(trimmed)
        : bad(`field must have 1 to ${max} characters, beside the space around them.`);
    },
  };
}

/** The last day of those that can be written; as a default: no day in particular. */
export const LAST_DAY = '9999-12-31';

/** A calendar day, `2022-01-01`, from 1970 on; the default is {@link LAST_DAY}. */
export function date(description: string): Param<string> {
  return {
    kind: 'date',
    description,
    schema: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', default: LAST_DAY },
    default: LAST_DAY,
    read(text) {
      const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && text >= '1970-01-01' && isInCalendar(text);
      return isDay ? well(text) : bad('field must be a date (YYYY-MM-DD).');
    },
  };
}

function isInCalendar(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** Digits alone: no sign, no leading zero, no space, no decimals. */
function wholeNumber(text: string, least: 0 | 1): Reading<number> {
  if (!/^(?:0|-?[1-9][0-9]*)$/.test(text)) return bad('field must be an integer.');
  const number = Number(text);
  return number < least ? bad(`field must be at least ${least}.`) : well(Math.min(number, LARGEST_ID));
}

function well<T>(value: T): Reading<T> {
  return { ok: true, value };
}

function bad(problem: string): Reading<never> {
  return { ok: false, problem };
}
