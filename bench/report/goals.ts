import { type Goal, isReached } from '../goals/goal.ts';
import { table } from './table.ts';

export function goalTable(goals: readonly Goal[]): string {
  const lines = goals.map((goal) => [
    goal.what,
    `${goal.sense === 'at least' ? '≥' : '≤'} ${goal.goal}`,
    figure(goal),
    goal.unit ?? '',
    isReached(goal) ? 'yes' : 'NO',
  ]);
  const reached = goals.filter(isReached).length;
  return `${table(['what', 'goal', 'measured', '', 'reached'], lines)}\n\n${reached} of ${goals.length} reached.`;
}

/** What is said of a goal that is not reached. */
export function complaint(goal: Goal): string {
  const unit = goal.unit === undefined ? '' : ` ${goal.unit}`;
  return `${goal.what}: ${figure(goal)}${unit}, should be ${goal.sense} ${goal.goal}${unit}`;
}

/** Of small figures two digits behind the point. */
function figure({ measured }: Goal): string {
  if (Number.isNaN(measured)) return '?';
  return measured >= 100 ? Math.round(measured).toLocaleString('en') : measured.toFixed(2);
}
