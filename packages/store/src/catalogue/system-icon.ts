/** Where the picture of a system is that has no icon: the server draws one for any path under /Images. */
export function systemIconPath(systemId: number): string {
  return `/Images/system-${systemId}.png`;
}
