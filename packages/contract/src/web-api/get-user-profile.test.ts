import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { getUserProfile, type UserProfile } from './get-user-profile.ts';

const { present, response, example } = getUserProfile;

const maxMilyin: UserProfile = {
  id: 16446,
  username: 'MaxMilyin',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  joinedAt: 1_451_695_384,
  motto: 'Join me on Twitch! GameSquadSquad for live RA',
  untracked: false,
  admin: false,
  pointsHardcore: 399_597,
  pointsSoftcore: 0,
  pointsTrue: 1_599_212,
  lastGame: { gameId: 19504, message: 'Playing ~Hack~ 11th Annual Vanilla Level Design Contest, The' },
};

const amount = fc.nat();
const profiles: fc.Arbitrary<UserProfile> = fc.record({
  id: fc.integer({ min: 1, max: 2_147_483_647 }),
  username: fc.string(),
  ulid: fc.constant(maxMilyin.ulid),
  joinedAt: fc.nat(253_402_300_799),
  motto: fc.string(),
  untracked: fc.boolean(),
  admin: fc.boolean(),
  pointsHardcore: amount,
  pointsSoftcore: amount,
  pointsTrue: amount,
  lastGame: fc.option(fc.record({ gameId: fc.integer({ min: 1 }), message: fc.string() })),
});

describe('GetUserProfile', () => {
  it('presents the documented example, to the letter but for the wall, of which there is none', () => {
    expect(JSON.stringify(present(maxMilyin), null, 1)).toBe(
      JSON.stringify({ ...example.response, UserWallActive: 0 }, null, 1),
    );
  });

  it('presents who has played nothing with nulls', () => {
    expect(present({ ...maxMilyin, lastGame: null })).toMatchObject({
      RichPresenceMsg: null,
      LastGameID: null,
    });
  });

  it('presents who is untracked, and who runs the server', () => {
    expect(present({ ...maxMilyin, untracked: true, admin: true })).toMatchObject({
      Untracked: 1,
      Permissions: 4,
    });
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const sent = present(profile);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
      }),
    );
  });
});
