/** Takes a key out of texts, plain or as it is in a URL. */
export function without(secret: string): (text: string) => string {
  return (text) => text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
}
