/** The names that have come up: finding out takes ten times as long as looking it up. */
const names = new Map<string, string>();

/**
 * The name of a field of the wire in an answer of this client, as the official client has it.
 *
 * @example camelCase('RAPoints') // 'raPoints'
 * @example camelCase('AuthorULID') // 'authorUlid'
 */
export function camelCase(field: string): string {
  let name = names.get(field);
  if (name === undefined) {
    // The ids that are keys of a dictionary stay as they are; there are too many of them to be kept.
    if (Number(field) >= 0) return field;
    name = field
      .replace(/ULID|MD5|ID|URL|RA/g, (word) => word.charAt(0) + word.slice(1).toLowerCase())
      .replace(/./, (letter) => letter.toLowerCase());
    names.set(field, name);
  }
  return name;
}
