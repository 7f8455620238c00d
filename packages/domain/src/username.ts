/** Usernames are 2–20 letters and digits (WORLD_FORMAT.md). */
export const USERNAME_PATTERN = /^[A-Za-z0-9]{2,20}$/;

/** The form in which usernames are compared: they match without regard to case. */
export function usernameKey(username: string): string {
  return username.toLowerCase();
}
