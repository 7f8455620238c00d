import { expect, it } from 'vitest';
import { timeOf } from './time.tsx';

it.each([
  '2023-10-27 00:19:05',
  '2023-10-27T00:19:05+00:00',
  '2023-10-27T00:19:05.000000Z',
  '2023-10-27T00:19:05Z',
])('%s is a time in UTC', (text) => {
  expect(timeOf(text).toISOString()).toBe('2023-10-27T00:19:05.000Z');
});
