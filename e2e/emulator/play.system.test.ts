import { describe, expect, it } from 'vitest';
import { lastLine, laurel, serveLaurel, temporaryFolder } from '../../apps/server/src/testing/laurel.ts';
import { frameCounterRom, nesHash } from './nes-program.ts';
import { startRetroArch } from './retroarch.ts';

const ROM = frameCounterRom();
const PLAYER = { username: 'Alice', password: 'correct horse battery' };
const GAME = 7001;
const ACHIEVEMENT = 70011;

/** A set of six: the unlock of the only progression achievement beats it. The counter passes 5 every 4.3 s. */
const WORLD = [
  { type: 'system', id: 7, name: 'NES/Famicom' },
  { type: 'game', id: GAME, systemId: 7, title: 'Frame Counter', hashes: [{ md5: nesHash(ROM) }] },
  achievement(0, { kind: 'progression', trigger: '0xH0010=5' }),
  // These wait for a value that the counter never has together with another.
  ...[1, 2, 3, 4, 5].map((index) => achievement(index, { trigger: '0xH0010=1_0xH0010=2' })),
];

describe('an unmodified RetroArch', () => {
  // Real time: the emulator plays 60 frames a second, and starts twice.
  it.each([
    ['with a scheme', (address: string) => address],
    ['without a scheme', (address: string) => address.replace('http://', '')],
  ])(
    'earns in hardcore, its host given %s, and nothing is lost when the server is killed',
    async (_name, host) => {
      using folder = temporaryFolder();
      const at = ['--data', folder.path];
      await prepare(at);
      const key = lastLine(await run(['key', 'create', 'e2e', ...at]));
      const started = Date.now();

      await using first = await serveLaurel(at);
      await using retroArch = await startRetroArch({
        rom: ROM,
        host: host(first.address),
        username: PLAYER.username,
        secret: { password: PLAYER.password },
      });
      await retroArch.waitFor(new RegExp(`Awarded achievement ${ACHIEVEMENT}`));
      await first.stop('SIGKILL');
      retroArch.quit();
      expect(await retroArch.finished).toMatchObject({ status: 0, timedOut: false });

      await using second = await serveLaurel(at);
      await expectEarned(second.address, key, started);
      expect(await run(['verify', ...at])).toContain('1 unlocks of 1 players');
    },
  );

  it('signs in again with the token that it was given', async () => {
    using folder = temporaryFolder();
    const at = ['--data', folder.path];
    await prepare(at);
    await using server = await serveLaurel(at);
    const play = { rom: ROM, host: server.address, username: PLAYER.username };

    await using withPassword = await startRetroArch({ ...play, secret: { password: PLAYER.password } });
    await withPassword.waitFor(/Awarded achievement/);
    withPassword.quit();
    const { token } = await withPassword.finished;
    if (token === undefined) throw new Error('RetroArch kept no token.');

    await using withToken = await startRetroArch({ ...play, secret: { token } });
    await withToken.waitFor(new RegExp(`${PLAYER.username} logged in successfully`));
    withToken.quit();
    await withToken.finished;
  });
});

/** A store with the game, and with an account for the player. */
async function prepare(at: readonly string[]): Promise<void> {
  await run(['import', '-', ...at], WORLD.map((record) => JSON.stringify(record)).join('\n'));
  await run(['user', 'add', PLAYER.username, '--password-stdin', ...at], PLAYER.password);
}

/** Runs a command that succeeds. @returns its standard output */
async function run(args: readonly string[], input = ''): Promise<string> {
  const { status, stdout, stderr } = await laurel(args, { input });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('laurel:')]);
  return stdout;
}

function achievement(index: number, fields: { kind?: string; trigger: string }) {
  const title = `Achievement ${index}`;
  return {
    type: 'achievement',
    id: ACHIEVEMENT + index,
    gameId: GAME,
    title,
    description: `${title} of the frame counter`,
    points: 5,
    order: index,
    ...fields,
  };
}

/** The four endpoints show the unlock, the progress, the award and the bucket. */
async function expectEarned(address: string, key: string, started: number): Promise<void> {
  const get = async (endpoint: string, query: Record<string, string>) => {
    const response = await fetch(
      `${address}/API/API_${endpoint}.php?${new URLSearchParams({ ...query, y: key })}`,
    );
    expect(response.status).toBe(200);
    return response.json();
  };

  const when = expect.toSatisfy((date: string) => {
    return Date.parse(date) >= started - 1000 && Date.parse(date) <= Date.now();
  });
  expect(await get('GetAchievementUnlocks', { a: String(ACHIEVEMENT) })).toMatchObject({
    UnlocksCount: 1,
    UnlocksHardcoreCount: 1,
    TotalPlayers: 1,
    Unlocks: [
      { User: PLAYER.username, RAPoints: 5, RASoftcorePoints: 0, HardcoreMode: 1, DateAwarded: when },
    ],
  });

  expect(await get('GetUserProgress', { u: PLAYER.username, i: String(GAME) })).toEqual({
    [GAME]: {
      NumPossibleAchievements: 6,
      PossibleScore: 30,
      NumAchieved: 1,
      ScoreAchieved: 5,
      NumAchievedHardcore: 1,
      ScoreAchievedHardcore: 5,
    },
  });
  expect(await get('GetUserCompletionProgress', { u: PLAYER.username })).toMatchObject({
    Count: 1,
    Total: 1,
    Results: [{ GameID: GAME, NumAwarded: 1, NumAwardedHardcore: 1, HighestAwardKind: 'beaten-hardcore' }],
  });
  expect(await get('GetAchievementDistribution', { i: String(GAME), h: '1' })).toEqual({
    1: 1,
    2: 0,
    3: 0,
    4: 0,
    5: 0,
    6: 0,
  });
}
