import Type from 'typebox';
import { formatUtcTime, isCalendarDate, parseUtcTime } from './utc-time.ts';

/**
 * The kinds of field in a world file. A schema's `description` says what the field takes, in the words of the
 * error that a wrong value gets; what is normalised or converted on reading is a codec.
 */

export const Id = wholeNumber(1, 2147483646);
export const PointValue = wholeNumber(0, 100);
export const Order = wholeNumber(-2147483647, 2147483647);
/** Within what a double holds exactly, so that a score is never rounded on the way in. */
export const ScoreValue = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

export const Flag = Type.Boolean({ description: 'true or false' });

export const Text = text(1000);
/** Conditions and scripts: triggers, leaderboard definitions, rich presence. */
export const Script = text(65536);

export const Username = Type.String({
  pattern: '^[A-Za-z0-9]{2,20}$',
  description: '2 to 20 letters and digits',
});

export const Ulid = Type.Codec(
  Type.String({
    pattern: '^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$',
    description: 'a ULID (26 characters of Crockford base32)',
  }),
)
  .Decode((ulid) => ulid.toUpperCase())
  .Encode((ulid) => ulid);

export const Time = Type.Codec(
  Type.Refine(
    Type.String({
      description:
        'a time in UTC such as 2012-11-02T00:03:12Z, from 1970-01-01T00:00:00Z to 2038-01-19T03:14:07Z',
    }),
    (text) => parseUtcTime(text) !== null,
  ),
)
  .Decode((text) => parseUtcTime(text) ?? 0)
  .Encode(formatUtcTime);

export const CalendarDate = Type.Refine(
  Type.String({ description: 'a date such as 1991-06-23' }),
  isCalendarDate,
);

export const AwardKind = oneOf('beaten-softcore', 'beaten-hardcore', 'completed', 'mastered');
export const AchievementKind = Type.Union([oneOf('progression', 'win_condition', 'missable'), Type.Null()], {
  description: 'one of progression, win_condition, missable, or null',
});

const Hash = Type.Object(
  {
    md5: Type.String({ pattern: '^[0-9A-Fa-f]{32}$', description: '32 hexadecimal digits' }),
    name: Type.Optional(Text),
    labels: Type.Optional(Type.Immutable(Type.Array(Text, { description: 'a list of texts' }))),
  },
  { additionalProperties: false, description: 'an object with md5, and perhaps name and labels' },
);

export const Hashes = Type.Codec(
  Type.Immutable(Type.Array(Hash, { description: 'a list of objects with md5, name and labels' })),
)
  .Decode((hashes): readonly Hash[] => hashes.map((hash) => ({ ...hash, md5: hash.md5.toLowerCase() })))
  .Encode((hashes) => hashes.map(inFieldOrder));

type Hash = Type.Static<typeof Hash>;

function inFieldOrder({ md5, name, labels }: Hash): Hash {
  return { md5, ...(name !== undefined && { name }), ...(labels !== undefined && { labels }) };
}

function wholeNumber(minimum: number, maximum: number) {
  return Type.Integer({ minimum, maximum, description: `a whole number from ${minimum} to ${maximum}` });
}

/** Text that both engines can hold to the letter; PostgreSQL has no U+0000. The length is in UTF-16 units. */
function text(longest: number) {
  const description = `text of at most ${longest} characters, without U+0000 and without lone surrogates`;
  return Type.Refine(
    Type.String({ description }),
    (value) => value.length <= longest && value.isWellFormed() && !value.includes('\0'),
  );
}

function oneOf<Kind extends string>(...kinds: Kind[]) {
  return Type.Enum(kinds, { description: `one of ${kinds.join(', ')}` });
}
