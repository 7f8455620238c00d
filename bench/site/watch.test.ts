import { expect, it } from 'vitest';
import { interactiveAt, type Watched } from './watch.ts';

const load = (...longTasks: Watched['longTasks']): Watched => ({
  heading: 500,
  whole: 900,
  longTasks,
  shift: 0,
});

it('is interactive with its heading, unless a task that one notices ends later', () => {
  expect(interactiveAt(load())).toBe(500);
  expect(interactiveAt(load([450, 300]))).toBe(500);
  expect(interactiveAt(load([800, 199]))).toBe(500);
  expect(interactiveAt(load([800, 201], [700, 250]))).toBe(800);
});
