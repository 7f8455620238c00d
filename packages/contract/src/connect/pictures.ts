/**
 * Where pictures are. Addresses are absolute, as `rc_client` wants them; `origin` is the address at which the
 * emulator reached this server, without a slash at its end: `http://127.0.0.1:8080`.
 */

/** The picture of a user. */
export function userPicUrl(origin: string, username: string): string {
  return `${origin}/UserPic/${username}.png`;
}

/** The picture at a path such as `/Images/085573.png`; an address that is absolute stays as it is. */
export function pictureUrl(origin: string, path: string): string {
  return path.startsWith('/') ? `${origin}${path}` : path;
}

/** The badge of an achievement, and what is shown as long as it is locked. */
export function badgeUrls(origin: string, badgeName: string): { unlocked: string; locked: string } {
  return {
    unlocked: `${origin}/Badge/${badgeName}.png`,
    locked: `${origin}/Badge/${badgeName}_lock.png`,
  };
}

/**
 * The name of an achievement's badge. Emulators keep the file under this name, and hold 7 characters of it:
 * an achievement without a badge, or with one that is no plain name, gets a name of its own that fits.
 */
export function badgeName(achievement: { readonly id: number; readonly badge: string }): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(achievement.badge)
    ? achievement.badge
    : `a${achievement.id.toString(36)}`;
}
