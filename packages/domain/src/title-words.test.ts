import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleKey, titleWords, typedWords } from './title-words.ts';

const characters = fc.constantFrom(
  ...Array.from("abCÉéßÆſΣς019 \t-'’.:~&[]Ⅲ½ポゴｶﾞ漢🎮"),
  '\u0301',
  '\u00a0',
  '\ud800',
);
const titles = fc.string({ unit: characters });
const texts = fc.oneof(titles, fc.string({ unit: 'binary' }));

describe('the words of a title', () => {
  it.each([
    ['Sonic the Hedgehog', ['sonic', 'the', 'hedgehog']],
    ['Pokémon: FireRed', ['pokemon', 'firered']],
    ["Kirby's Dream Land 2", ['kirbys', 'dream', 'land', '2']],
    ['Pac-Man', ['pac', 'man', 'pacman']],
    ['R.C. Pro-Am II', ['r', 'c', 'rc', 'pro', 'am', 'proam', 'ii']],
    ['~Hack~ Mega Man', ['hack', 'mega', 'man']],
    ['New New York', ['new', 'york']],
    ['Mega Man Ⅲ', ['mega', 'man', 'iii']],
    ['Straße & Ærø', ['strasse', 'aero']],
    ['!?', []],
  ])('%s', (title, words) => {
    expect(titleWords(title)).toEqual(words);
  });
});

describe('the words of a query', () => {
  it.each([
    ['sonic  HEDGE', ['sonic', 'hedge']],
    ['pac-man', ['pac', 'man']],
    ['s so son', ['son']],
    ['the the', ['the']],
    ['...', []],
    ['a b c d e f g h i jk', ['jk', 'a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ])('%s', (query, words) => {
    expect(typedWords(query)).toEqual(words);
  });
});

it('a title is found by itself, and by the beginnings of its words', () => {
  fc.assert(
    fc.property(texts, fc.nat(5), (title, length) => {
      const words = titleWords(title);
      const finds = (query: string) =>
        typedWords(query).every((typed) => words.some((word) => word.startsWith(typed)));
      expect(finds(title)).toBe(true);
      expect(finds(title.toLowerCase().normalize('NFD'))).toBe(true);
      expect(finds(words.map((word) => [...word].slice(0, length).join('')).join(' '))).toBe(true);
    }),
  );
});

it('a title is the same in upper case', () => {
  fc.assert(
    fc.property(titles, (title) => {
      expect(titleKey(title.toUpperCase())).toBe(titleKey(title));
    }),
  );
});

it('what is folded is folded once and for all, and has nothing in it but letters and digits', () => {
  fc.assert(
    fc.property(texts, (title) => {
      expect(titleKey(titleKey(title))).toBe(titleKey(title));
      expect(titleKey(`  ${title.toLowerCase()}!`)).toBe(titleKey(title));
      for (const word of [...titleWords(title), ...typedWords(title)]) {
        expect(word).toMatch(/^[\p{L}\p{N}]{1,32}$/u);
        expect(titleWords(word)).toEqual([word]);
      }
    }),
  );
});
