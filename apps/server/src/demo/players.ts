import type { UserRecord } from '@laurel/domain';
import { CLOSING, DAY, OPENING, seconds } from './calendar.ts';
import { DRAGSTER_DISTRIBUTION } from './documented-sets.ts';
import { AUTHORS, inventedMotto, inventedName, inventedUlid } from './names.ts';
import { type Random, randomFrom } from './random.ts';

/** What a player does in game 1: in which mode, and whether achievement 9 is among it. */
export interface SonicPlan {
  readonly hardcore: boolean;
  readonly hasNine: boolean;
}

/** What a player does in game 14402: how many achievements, in which mode. */
export interface DragsterPlan {
  readonly hardcore: boolean;
  readonly achieved: number;
}

export interface DemoPlayer {
  readonly record: UserRecord & { readonly joinedAt: number };
  readonly hardcore: boolean;
  readonly sonic: SonicPlan | null;
  readonly dragster: DragsterPlan | null;
  /** How many other games they play. */
  readonly otherGames: number;
}

/** The two players that the documented answers name: what they do is told in their own histories. */
export const COMPLETIONIST = 'MaxMilyin';
export const NEWCOMER = 'vipotaenko02';

/** Users whom other documented requests ask about: here, they have played nothing. */
const ASKED_ABOUT = [
  ['xelnia', '2021-12-20T03:13:20Z'],
  ['Hexadigital', '2019-08-04T17:25:31Z'],
] as const;

/** Tracked players of game 1, those of achievement 9, and those of it in hardcore: documented counts. */
const [SONIC_PLAYERS, NINE, NINE_HARDCORE] = [27079, 24272, 10830];
const ELSEWHERE = 260;
const UNTRACKED = 40;
const DRAGSTER_SOFTCORE = 61;

/** Every user of the demo world in the order of joining. */
export function demoPlayers(): DemoPlayer[] {
  const random = randomFrom(2);
  const known = [...AUTHORS, COMPLETIONIST, NEWCOMER, ...ASKED_ABOUT.map(([name]) => name)];
  const taken = new Set(known.map((name) => name.toLowerCase()));
  const players = [
    named(random, COMPLETIONIST, seconds('2014-02-16T19:41:07Z'), true),
    named(random, NEWCOMER, seconds('2023-10-26T23:58:40Z'), false),
    ...AUTHORS.map((name, index) => named(random, name, OPENING - DAY - index * 25_000, true)),
    ...tracked(random, taken),
    ...untracked(random, taken),
    ...ASKED_ABOUT.map(([name, joinedAt]) => named(random, name, seconds(joinedAt), true)),
  ];
  return players.sort((a, b) => a.record.joinedAt - b.record.joinedAt);
}

function named(random: Random, username: string, joinedAt: number, hardcore: boolean): DemoPlayer {
  const record = userRecord(random, username, joinedAt);
  return { record, hardcore, sonic: null, dragster: null, otherGames: 0 };
}

/** The two named players are among those of game 1 and have achievement 9, one in each mode. */
function tracked(random: Random, taken: Set<string>): DemoPlayer[] {
  const total = SONIC_PLAYERS - 2 + ELSEWHERE;
  const playsSonic = random.exactly(SONIC_PLAYERS - 2, total);
  const hasNine = random.exactly(NINE - 2, SONIC_PLAYERS - 2);
  const hasNineInHardcore = random.exactly(NINE_HARDCORE - 1, NINE - 2);
  const dragsterPlans = random.shuffled(dragsterPlansOfAll());
  const playsDragster = random.exactly(dragsterPlans.length, total);
  return Array.from({ length: total }, () => {
    const sonic = playsSonic() ? sonicPlan(random, hasNine(), hasNineInHardcore) : null;
    const dragster = playsDragster() ? (dragsterPlans.pop() ?? null) : null;
    return invented(random, taken, { sonic, dragster });
  });
}

function sonicPlan(random: Random, hasNine: boolean, hasNineInHardcore: () => boolean): SonicPlan {
  return { hasNine, hardcore: hasNine ? hasNineInHardcore() : random.chance(0.16) };
}

/** One of the masters is the completionist. */
function dragsterPlansOfAll(): DragsterPlan[] {
  const plans: DragsterPlan[] = DRAGSTER_DISTRIBUTION.flatMap((players, index) =>
    Array.from({ length: players }, () => ({ hardcore: true, achieved: index + 1 })),
  );
  plans.pop();
  for (let index = 0; index < DRAGSTER_SOFTCORE; index += 1) {
    plans.push({ hardcore: false, achieved: 1 + (index % 9) });
  }
  return plans;
}

/** Untracked players do the same as others; they must count nowhere. */
function untracked(random: Random, taken: Set<string>): DemoPlayer[] {
  return Array.from({ length: UNTRACKED }, (_, index) => {
    const hardcore = random.chance(0.5);
    const sonic = { hardcore, hasNine: true };
    const dragster = index % 4 === 0 ? { hardcore, achieved: random.between(1, 15) } : null;
    const player = invented(random, taken, { sonic, dragster });
    return { ...player, record: { ...player.record, untracked: true } };
  });
}

function invented(
  random: Random,
  taken: Set<string>,
  plans: Pick<DemoPlayer, 'sonic' | 'dragster'>,
): DemoPlayer {
  const joinedAt = Math.floor(OPENING + (CLOSING - 2 * DAY - OPENING) * Math.sqrt(random.fraction()));
  return {
    record: userRecord(random, inventedName(random, taken), joinedAt),
    hardcore: plans.sonic?.hardcore ?? random.chance(0.6),
    otherGames: otherGames(random),
    ...plans,
  };
}

/** Most play nothing else, a few play a great deal. */
function otherGames(random: Random): number {
  if (random.chance(0.86)) return 0;
  return Math.min(40, Math.floor((1 - random.fraction()) ** -0.7));
}

function userRecord(random: Random, username: string, joinedAt: number): DemoPlayer['record'] {
  return {
    type: 'user',
    username,
    ulid: inventedUlid(random, joinedAt),
    joinedAt,
    ...(random.chance(0.03) && { motto: inventedMotto(random) }),
  };
}
