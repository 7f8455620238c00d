import { expect, test } from 'vitest';
import { FailureLimit } from './failure-limit.ts';

const QUARTER_OF_AN_HOUR = 15 * 60;

function failing(times: number, user: (n: number) => string, address: (n: number) => string): FailureLimit {
  const limit = new FailureLimit();
  for (let n = 0; n < times; n += 1) limit.fail(user(n), address(n));
  return limit;
}

test('ten failures for a user, from wherever: they wait, and nobody else', () => {
  const nine = failing(
    9,
    () => 'Alice',
    (n) => `10.0.0.${n}`,
  );
  expect(nine.secondsToWait('Alice', '10.0.0.1')).toBe(0);
  nine.fail('aLICE', '10.0.0.9');
  const wait = nine.secondsToWait('alice', '10.0.1.1');
  expect(wait).toBeGreaterThan(QUARTER_OF_AN_HOUR - 60);
  expect(wait).toBeLessThanOrEqual(QUARTER_OF_AN_HOUR);
  expect(nine.secondsToWait('Bob', '10.0.0.1')).toBe(0);
});

test('fifty failures from an address, for whomever: it waits, and no other', () => {
  const most = failing(
    49,
    (n) => `User${n}`,
    () => '10.0.0.1',
  );
  expect(most.secondsToWait('Alice', '10.0.0.1')).toBe(0);
  most.fail('Bob', '10.0.0.1');
  expect(most.secondsToWait('Alice', '10.0.0.1')).toBeGreaterThan(0);
  expect(most.secondsToWait('Alice', '10.0.0.2')).toBe(0);
});

test('asking whether one has to wait is no failure', () => {
  const limit = new FailureLimit();
  for (let n = 0; n < 100; n += 1) limit.secondsToWait('Alice', '10.0.0.1');
  expect(limit.secondsToWait('Alice', '10.0.0.1')).toBe(0);
});

test('a try that turned out right is taken back', () => {
  const limit = failing(
    9,
    () => 'Alice',
    () => '10.0.0.1',
  );
  limit.fail('Alice', '10.0.0.1');
  expect(limit.secondsToWait('Alice', '10.0.0.1')).toBeGreaterThan(0);
  limit.forgive('ALICE', '10.0.0.1');
  expect(limit.secondsToWait('Alice', '10.0.0.1')).toBe(0);
});
