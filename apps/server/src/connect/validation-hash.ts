import { hash } from 'node:crypto';

/** What an emulator signs when it hands in an unlock that it could not send at once. */
export interface LateUnlock {
  readonly achievementId: number;
  /** As sent in this very request, whatever its case. */
  readonly username: string;
  readonly hardcore: boolean;
  /** In seconds. */
  readonly offset: number;
}

/**
 * Whether the validation hash belongs to the unlock: the MD5 that rcheevos makes
 * (`rc_api_init_award_achievement_request` in `src/rapi/rc_api_runtime.c`). It keeps nobody out, as everybody
 * can compute it; without an offset even a wrong one is let pass, as on the live service.
 */
export function isValidationHash(sent: string, unlock: LateUnlock): boolean {
  const { achievementId, username, hardcore, offset } = unlock;
  const signed = `${achievementId}${username}${hardcore ? 1 : 0}${achievementId}${offset}`;
  return sent.toLowerCase() === hash('md5', signed);
}
