import fc from 'fast-check';

/** What means something in a shell, in an address or in a program: among all of Unicode, chance hardly finds it. */
const MEANINGFUL = [...'\'"\\`$!&#%=?+;,*(){}<>|~ \n\r\t'];

const character = fc.oneof(fc.constantFrom(...MEANINGFUL), fc.string({ unit: 'binary', maxLength: 1 }));

/** Any text, with much in it that has to be quoted. */
export function awkwardText({ minLength = 0 }: { readonly minLength?: number } = {}) {
  return fc.string({ unit: character, minLength, maxLength: 12 }).filter((text) => text.length >= minLength);
}
