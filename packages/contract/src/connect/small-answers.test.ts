import { expect, it } from 'vitest';
import { gameid } from './gameid.ts';
import { postactivity } from './postactivity.ts';
import { unlocks } from './unlocks.ts';

it('gameid answers with the game, or with 0 where there is none', () => {
  expect(gameid.present({ gameId: 77 })).toEqual({ Success: true, GameID: 77 });
  expect(gameid.present({ gameId: undefined })).toEqual({ Success: true, GameID: 0 });
});

it('unlocks answers with ids', () => {
  const answer = unlocks.present({ gameId: 77, hardcore: false, achievementIds: [9, 11] });
  expect(answer).toEqual({ Success: true, GameID: 77, HardcoreMode: false, UserUnlocks: [9, 11] });
});

it('postactivity answers with success alone', () => {
  expect(postactivity.present(undefined)).toEqual({ Success: true });
});
