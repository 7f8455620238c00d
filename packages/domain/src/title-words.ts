/** Longer words are told apart no further, and so are longer titles, in so many characters. */
const WORD = 32;
const TITLE = 200;
/** How many words of a query count: the longest. */
const TYPED = 8;

/** Letters that are not made of another letter and an accent, and what people type for them. */
const SPELLED: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
};

/**
 * The words by which a game is found, each once: those between spaces and punctuation, without case and accents.
 * What punctuation alone parts is a word together, too: `Pac-Man` is `pac`, `man` and `pacman`.
 */
export function titleWords(title: string): string[] {
  const words = folded(title)
    .split(/\s+/)
    .flatMap((chunk) => {
      const parts = partsOf(chunk);
      return parts.length > 1 ? [...parts, parts.join('')] : parts;
    });
  return [...new Set(words.map((word) => cut(word, WORD)))];
}

/**
 * The words of a query, each of which has to begin a word of a title: at most 8, the longest first. One that begins
 * another asks for nothing more than that one, and is left out.
 */
export function typedWords(query: string): string[] {
  const words = [...new Set(partsOf(folded(query)).map((word) => cut(word, WORD)))];
  return words
    .filter((word) => !words.some((other) => other !== word && other.startsWith(word)))
    .sort((a, b) => b.length - a.length)
    .slice(0, TYPED);
}

/** What two titles have in common that differ only in case, accents and punctuation; empty without any letter or digit. */
export function titleKey(title: string): string {
  return cut(partsOf(folded(title)).join(' '), TITLE);
}

function folded(text: string): string {
  return text
    .replaceAll(/['’‘`´]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœßøłđðþıς]/g, (letter) => SPELLED[letter] ?? letter);
}

function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : [...text].slice(0, length).join('');
}
