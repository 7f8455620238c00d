/**
 * The name of a field of the wire in an answer of this client, as the official client has it.
 *
 * @example camelCase('RAPoints') // 'raPoints'
 * @example camelCase('AuthorULID') // 'authorUlid'
 */
export function camelCase(field: string): string {
  return field === field.toUpperCase()
    ? lower(field)
    : field.replace(/./, lower).replace(/ULID|ID|URL|rA/g, (word) => word.charAt(0) + lower(word.slice(1)));
}

function lower(text: string): string {
  return text.toLowerCase();
}
