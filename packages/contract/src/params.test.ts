import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  count,
  countOrAll,
  date,
  id,
  idList,
  LARGEST_ID,
  LAST_DAY,
  LONGEST_ID_LIST,
  minutes,
  offset,
  type Param,
  text,
  upTo,
  user,
} from './params.ts';

const target = user('A user.');
const achievement = id('An achievement.');
const games = idList('Games.');
const cut = count({ default: 50, max: 500, above: 'cut' });
const refusing = count({ default: 100, max: 500, above: 'refuse' });
const flag = choice([3, 5], 3, 'A flag.');

const NOT_NUMBERS = [
  '-0',
  '+5',
  '05',
  '00',
  '5.0',
  '5.',
  '.5',
  '1e3',
  '0x10',
  ' 5',
  '5 ',
  '5\n',
  '٥',
  '５',
  'five',
  'null',
  'NaN',
  'Infinity',
  '1_000',
];
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function read<T>(param: Param<T>, text: string): T {
  const reading = param.read(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem}`);
  return reading.value;
}

function problemOf(param: Param<unknown>, text: string): string | null {
  const reading = param.read(text);
  return reading.ok ? null : reading.problem;
}

describe('a user', () => {
  it.each(['ab', 'MaxMilyin', '12', 'abcdefghijklmnopqrst'])('is the username %s', (username) => {
    expect(read(target, username)).toEqual({ kind: 'username', username });
  });

  it('is a ULID, in upper or lower case', () => {
    const ulid = '00003EMFWR7XB8SDPEHB3K56ZQ';
    expect(read(target, ulid)).toEqual({ kind: 'ulid', ulid });
    expect(read(target, ulid.toLowerCase())).toEqual({ kind: 'ulid', ulid });
  });

  it.each([
    ['one letter', 'a'],
    ['21 letters', 'abcdefghijklmnopqrstu'],
    ['25 letters', '0'.repeat(25)],
    ['27 letters', '0'.repeat(27)],
    ['a ULID with I', `${'0'.repeat(25)}I`],
    ['a ULID with L', `${'0'.repeat(25)}l`],
    ['a ULID with O', `${'0'.repeat(25)}O`],
    ['a ULID with U', `${'0'.repeat(25)}u`],
    ['an underscore', 'a_b'],
    ['a space around', ' Max'],
    ['a newline at the end', 'Max\n'],
    ['an accent', 'Zoë'],
    ['a Kelvin sign', 'Kelvin\u212a'],
    ['digits of another script', '٣٤٥'],
    ['a NUL', 'Max\0'],
  ])('is not %s', (_, text) => {
    expect(problemOf(target, text)).toMatch(/^field must be a username \(2 to 20 .*\) or a ULID/);
  });

  it('is one or the other by its length', () => {
    const letters = (alphabet: string, lengths: { minLength: number; maxLength: number }) =>
      fc.string({ unit: fc.constantFrom(...alphabet), ...lengths });
    fc.assert(
      fc.property(
        letters(`${CROCKFORD}${CROCKFORD.toLowerCase()}`, { minLength: 1, maxLength: 30 }),
        (text) => {
          const reading = target.read(text);
          const kind = reading.ok ? reading.value.kind : 'none';
          expect(kind).toBe(
            text.length === 26 ? 'ulid' : text.length >= 2 && text.length <= 20 ? 'username' : 'none',
          );
        },
      ),
    );
  });
});

describe('an id', () => {
  it('is a whole number from 1', () => {
    expect(read(achievement, '1')).toBe(1);
    expect(read(achievement, '2147483647')).toBe(2_147_483_647);
  });

  it.each(['2147483648', '9007199254740993', '9'.repeat(400)])(
    'that is too large for the store names nothing: %s',
    (text) => {
      expect(read(achievement, text)).toBe(LARGEST_ID);
    },
  );

  it.each(['0', '-1', '-9000'])('is not below 1: %s', (text) => {
    expect(problemOf(achievement, text)).toBe('field must be at least 1.');
  });

  it.each(NOT_NUMBERS)('is not guessed at: %j', (text) => {
    expect(problemOf(achievement, text)).toBe('field must be an integer.');
  });
});

describe('a list of ids', () => {
  it('is numbers separated by commas, each of which counts once', () => {
    expect(read(games, '1')).toEqual([1]);
    expect(read(games, '3,1,2,1,3')).toEqual([3, 1, 2]);
  });

  it.each([',', '1,', ',1', '1,,2', '1, 2', '1;2', '0', '1,0', '1,-2', '01', ...NOT_NUMBERS])(
    'is not guessed at: %j',
    (text) => {
      expect(problemOf(games, text)).toBe('field must be a list of IDs, separated by commas.');
    },
  );

  it('ends somewhere', () => {
    const ids = Array.from({ length: LONGEST_ID_LIST }, (_, index) => index + 1);
    expect(read(games, ids.join(','))).toEqual(ids);
    expect(problemOf(games, [...ids, 1].join(','))).toBe('field must not have more than 1000 items.');
  });
});

describe('a count', () => {
  it('goes from 1 to its maximum', () => {
    for (const param of [cut, refusing]) {
      expect(read(param, '1')).toBe(1);
      expect(read(param, '500')).toBe(500);
      expect(problemOf(param, '0')).toBe('field must be at least 1.');
      expect(problemOf(param, '-1')).toBe('field must be at least 1.');
      expect(NOT_NUMBERS.map((text) => problemOf(param, text))).toEqual(
        NOT_NUMBERS.map(() => 'field must be an integer.'),
      );
    }
  });

  it.each(['501', '2147483648', '9'.repeat(400)])('above it is cut, or refused: %s', (text) => {
    expect(read(cut, text)).toBe(500);
    expect(problemOf(refusing, text)).toBe('field must not be greater than 500.');
  });
});

describe('a count of which 0 means all', () => {
  it('goes from 0, which is its default', () => {
    expect(countOrAll().default).toBe(0);
    expect(read(countOrAll(), '0')).toBe(0);
    expect(read(countOrAll(), '17')).toBe(17);
    expect(read(countOrAll(), '99999999999')).toBe(LARGEST_ID);
    expect(problemOf(countOrAll(), '-1')).toBe('field must be at least 0.');
  });
});

describe('an offset', () => {
  it('goes from 0', () => {
    expect(read(offset(), '0')).toBe(0);
    expect(read(offset(), '17')).toBe(17);
    expect(read(offset(), '99999999999')).toBe(LARGEST_ID);
    expect(problemOf(offset(), '-1')).toBe('field must be at least 0.');
    expect(NOT_NUMBERS.map((text) => problemOf(offset(), text))).toEqual(
      NOT_NUMBERS.map(() => 'field must be an integer.'),
    );
  });
});

describe('a choice', () => {
  it('is one of its values, as it is written', () => {
    expect(read(flag, '3')).toBe(3);
    expect(read(flag, '5')).toBe(5);
    for (const text of ['4', '35', '3,5', ...NOT_NUMBERS])
      expect(problemOf(flag, text)).toBe('field must be 3 or 5.');
  });
});

describe('the schema of a parameter', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789,-+. '), minLength: 1, maxLength: 6 });
  const letters = fc.string({
    unit: fc.constantFrom(...`${CROCKFORD}${CROCKFORD.toLowerCase()}ILOU_ -`),
    minLength: 1,
    maxLength: 28,
  });

  it.each([
    ['a user', target],
    ['a list of ids', games],
  ])('accepts the same text as the parameter: %s', (_, param) => {
    fc.assert(
      fc.property(fc.oneof(digits, letters), (text) => {
        expect(Check(param.schema, text)).toBe(param.read(text).ok);
      }),
    );
  });

  it.each([
    ['an id', achievement],
    ['a count that is cut', cut],
    ['a count that is refused', refusing],
    ['a count of which 0 means all', countOrAll()],
    ['an offset', offset()],
    ['a choice', flag],
  ])('accepts the same number as the parameter: %s', (_, param) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: -3, max: 10 }), fc.integer({ min: -600, max: 600 })),
        (number) => {
          expect(Check(param.schema, number)).toBe(param.read(String(number)).ok);
        },
      ),
    );
  });
});

describe('how many of something to return beside the rest', () => {
  const games = upTo({ default: 0, max: 100 }, 'recent games');

  it('goes from 0 to its maximum, which more counts as', () => {
    expect(['0', '1', '100', '101', '9'.repeat(40)].map((text) => read(games, text))).toEqual([
      0, 1, 100, 100, 100,
    ]);
  });

  it.each(NOT_NUMBERS)('is not guessed at: %j', (text) => {
    expect(problemOf(games, text)).toBe('field must be an integer.');
  });

  it('is not less than nothing', () => {
    expect(problemOf(games, '-1')).toBe('field must be at least 0.');
  });
});

describe('how far to look back', () => {
  it('is a number of minutes from 0, with a default', () => {
    expect(minutes(60).default).toBe(60);
    expect(['0', '1', '525600'].map((text) => read(minutes(60), text))).toEqual([0, 1, 525_600]);
    expect(problemOf(minutes(60), '-1')).toBe('field must be at least 0.');
    expect(problemOf(minutes(60), '1h')).toBe('field must be an integer.');
  });
});

describe('a list of choices', () => {
  const kinds = choices(['low', 'high', 'highest'], 'Kinds.');

  it('is some of its words, in their own order, each once; by default all', () => {
    expect(read(kinds, 'highest,low,highest')).toEqual(['low', 'highest']);
    expect(read(kinds, 'high')).toEqual(['high']);
    expect(kinds.default).toEqual(['low', 'high', 'highest']);
  });

  it.each(['lower', 'LOW', ',', 'low,', ',low', 'low,,high', 'low, high', 'low;high', 'constructor'])(
    'is not guessed at: %j',
    (text) => {
      expect(problemOf(kinds, text)).toBe('field must be a list of low, high, highest, separated by commas.');
    },
  );
});

describe('a date', () => {
  const day = date('A day.');

  it.each(['1970-01-01', '2000-02-29', '2022-12-31', LAST_DAY])('is a day of the calendar: %s', (text) => {
    expect(read(day, text)).toBe(text);
  });

  it.each([
    ...['1969-12-31', '1900-01-01', '2022-02-29', '2100-02-29', '2022-04-31', '2022-13-01', '2022-00-10'],
    ...['2022-01-00', '22-01-01', '2022-1-1', '2022-01-01 ', '2022-01-01T00:00', '2022/01/01', 'today'],
    ...['10000-01-01', '+2022-01-01', '２０２２-01-01'],
  ])('is not guessed at: %j', (text) => {
    expect(problemOf(day, text)).toBe('field must be a date (YYYY-MM-DD).');
  });
});

describe('a text', () => {
  const words = text(5, 'Some words.');

  it.each([
    ['a', 'a'],
    ['  a b\n', 'a b'],
    ['!', '!'],
    ['ポケモン５', 'ポケモン５'],
    ['🎮🎮🎮🎮🎮', '🎮🎮🎮🎮🎮'],
    [' \u3000 12345 ', '12345'],
  ])('is what is between the space around it: %j', (given, value) => {
    expect(read(words, given)).toBe(value);
  });

  it.each([' ', '\t\n', '123456', '🎮🎮🎮🎮🎮🎮'])('has something in it, and not too much: %j', (given) => {
    expect(problemOf(words, given)).toBe('field must have 1 to 5 characters, beside the space around them.');
  });

  it('is one exactly where its schema says so', () => {
    const pattern = new RegExp(words.schema.type === 'string' ? words.schema.pattern : '', 'u');
    const unit = fc.constantFrom('a', 'é', ' ', '\n', '🎮', '\u3000', '\ud800');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 9 }), (given) => {
        expect(words.read(given).ok).toBe(pattern.test(given));
      }),
    );
  });
});
