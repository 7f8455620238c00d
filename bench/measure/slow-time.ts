import { median } from './median.ts';

/** Milliseconds. */
const WARM_UP = 300;
const WATCHED = 2_000;
/** Some ten microseconds. */
const STEPS = 10_000;
/** A piece of work that took so much longer than usual was held up, not merely unlucky with its caches. */
const SLOWER = 3;

/**
 * How much of two seconds this machine was held up by what else runs on it or on its host, where nothing else is asked
 * of it: 0 to 1. It does the same small piece of work again and again.
 */
export function slowTime(): number {
  timesOfWork(WARM_UP);
  return shareOfSlow(timesOfWork(WATCHED));
}

/** Of all the time that the same work took again and again, the share in which it took far longer than usual. */
export function shareOfSlow(times: readonly number[]): number {
  const usual = median(times);
  const slow = times.filter((time) => time > SLOWER * usual);
  return sum(slow) / sum(times);
}

function timesOfWork(milliseconds: number): number[] {
  const times: number[] = [];
  const start = performance.now();
  let before = start;
  let value = 1;
  while (before - start < milliseconds) {
    for (let step = 0; step < STEPS; step += 1) value = (Math.imul(value, 1_664_525) + 1) | 0;
    const now = performance.now();
    // What comes of the work is used, so that it has to be done.
    times.push(now - before + (value === 0 ? Number.EPSILON : 0));
    before = now;
  }
  return times;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
