/** A figure, and what it should be. */
export interface Goal {
  readonly what: string;
  readonly sense: 'at least' | 'at most';
  readonly goal: number;
  /** NaN where it could not be measured. */
  readonly measured: number;
  /** Nothing for a ratio. */
  readonly unit?: 'unlocks/s' | 'bytes' | 'MB' | 'ms' | 's';
}

export function atLeast(goal: number, what: string, measured: number, unit?: Goal['unit']): Goal {
  return { what, sense: 'at least', goal, measured, ...(unit && { unit }) };
}

export function atMost(goal: number, what: string, measured: number, unit?: Goal['unit']): Goal {
  return { what, sense: 'at most', goal, measured, ...(unit && { unit }) };
}

export function isReached({ sense, goal, measured }: Goal): boolean {
  return sense === 'at least' ? measured >= goal : measured <= goal;
}
