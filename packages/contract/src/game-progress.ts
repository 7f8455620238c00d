import { type Static, Type } from 'typebox';
import { asciiText, type JsonWriter } from './json-writer.ts';
import { Amount } from './schemas.ts';

/** How far a user is in a game: counts and points of what there is and of what they have. */
export interface GameProgress {
  readonly possibleAchievements: number;
  readonly possibleScore: number;
  readonly achieved: number;
  readonly score: number;
  readonly achievedHardcore: number;
  readonly scoreHardcore: number;
}

/** The fields by themselves, for what has them among others. */
export const GAME_PROGRESS_FIELDS = {
  NumPossibleAchievements: Amount,
  PossibleScore: Amount,
  NumAchieved: Amount,
  ScoreAchieved: Amount,
  NumAchievedHardcore: Amount,
  ScoreAchievedHardcore: Amount,
};

const Fields = Type.Object(GAME_PROGRESS_FIELDS);

export function presentGameProgress(progress: GameProgress): Static<typeof Fields> {
  return {
    NumPossibleAchievements: progress.possibleAchievements,
    PossibleScore: progress.possibleScore,
    NumAchieved: progress.achieved,
    ScoreAchieved: progress.score,
    NumAchievedHardcore: progress.achievedHardcore,
    ScoreAchievedHardcore: progress.scoreHardcore,
  };
}

const POSSIBLE_ACHIEVEMENTS = asciiText('{"NumPossibleAchievements":');
const POSSIBLE_SCORE = asciiText(',"PossibleScore":');
const ACHIEVED = asciiText(',"NumAchieved":');
const SCORE = asciiText(',"ScoreAchieved":');
const ACHIEVED_HARDCORE = asciiText(',"NumAchievedHardcore":');
const SCORE_HARDCORE = asciiText(',"ScoreAchievedHardcore":');
const END = asciiText('}');

/** Writes what {@link presentGameProgress} presents. */
export function writeGameProgress(progress: GameProgress, json: JsonWriter): void {
  json.ascii(POSSIBLE_ACHIEVEMENTS).integer(progress.possibleAchievements);
  json.ascii(POSSIBLE_SCORE).integer(progress.possibleScore);
  json.ascii(ACHIEVED).integer(progress.achieved).ascii(SCORE).integer(progress.score);
  json.ascii(ACHIEVED_HARDCORE).integer(progress.achievedHardcore);
  json.ascii(SCORE_HARDCORE).integer(progress.scoreHardcore).ascii(END);
}
