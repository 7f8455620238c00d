import { awardachievement } from '@laurel/contract/connect/awardachievement';
import { offlineUnlockTime } from '@laurel/domain';
import { Failure } from '../../http/failure.ts';
import { authenticate } from '../authenticate.ts';
import { refuseDelegation } from '../delegation.ts';
import { handle, validate } from '../request-handler.ts';
import { isValidationHash } from '../validation-hash.ts';

/**
 * Records an unlock. An unpromoted achievement is recorded too, where the live service answers 409: it has
 * unlocks of its own (RULES.md), and set developers try their sets out here.
 */
export default handle(awardachievement, async (call, context) => {
  const player = await authenticate(call, context);
  const { a: achievementId, h: hardcore, o: offset = 0, v = '' } = validate(awardachievement, call);
  refuseDelegation(call);

  const now = context.now();
  const username = call.fields.get('u') ?? '';
  const isSigned = isValidationHash(v, { achievementId, username, hardcore, offset });
  const at = isSigned ? offlineUnlockTime(now, offset) : now;
  const outcome = await context.store.recordUnlock(
    { playerId: player.playerId, achievementId, at, hardcore },
    now,
  );

  switch (outcome.kind) {
    case 'unknown-achievement':
      throw new Failure('not_found', { title: 'Unknown achievement.' });
    case 'too-early':
      throw new Error(`An unlock at ${at} is ahead of the clock, which says ${now}`);
    case 'recorded':
    case 'already':
      return awardachievement.present({
        achievementId,
        hardcore,
        already: outcome.kind === 'already',
        remaining: outcome.remaining,
        points: outcome.points,
      });
  }
});
