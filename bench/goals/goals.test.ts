import { describe, expect, it } from 'vitest';
import type { RowResult } from '../measure/endpoints.ts';
import type { Results } from '../results.ts';
import { boundsOf } from './bounds.ts';
import { isReached } from './goal.ts';
import { goalsOf } from './goals.ts';

const speed = { perSecond: 1, processorMicroseconds: 1, p50: 1, p99: 1 };

function row(endpoint: string, way: RowResult['way'], ratio: number, growth: number): RowResult {
  const grown = { p50: growth, p99: growth, processor: growth };
  const ratios = { ratio, processorRatio: ratio };
  return { endpoint, way, bytes: 1, laurel: speed, plain: speed, small: speed, ...ratios, growth: grown };
}

function results(rows: readonly RowResult[], engine: 'sqlite' | 'postgres' = 'sqlite'): Results {
  return {
    machine: {
      cores: 2,
      memoryGiB: 24,
      platform: '',
      node: '',
      loadGenerator: 'wrk',
      hasLoadProcessor: true,
    },
    run: { engine, sizes: [1, 10], rounds: 1, seconds: 1, connections: 32 },
    slow: { before: 0, after: 0 },
    endpoints: { rows, memory: { resident: 250e6, anonymous: 1 } },
  };
}

const missed = (found: Results) => goalsOf(found).filter((goal) => !isReached(goal));

describe('a goal', () => {
  const figures = { what: 'x', goal: 2 };

  it('is reached by the figure itself', () => {
    expect(isReached({ ...figures, sense: 'at least', measured: 2 })).toBe(true);
    expect(isReached({ ...figures, sense: 'at most', measured: 2 })).toBe(true);
  });

  it('is not reached by what is short of it, or not known', () => {
    expect(isReached({ ...figures, sense: 'at least', measured: 1.99 })).toBe(false);
    expect(isReached({ ...figures, sense: 'at most', measured: 2.01 })).toBe(false);
    expect(isReached({ ...figures, sense: 'at most', measured: Number.NaN })).toBe(false);
  });
});

describe('the goals', () => {
  it('are of each endpoint and way', () => {
    expect(missed(results([row('A', 'hot', 0.8, 1), row('A', 'drawn', 0.4, 1.2)]))).toEqual([]);
    const [goal, ...others] = missed(results([row('A', 'hot', 0.79, 1), row('B', 'hot', 0.8, 1)]));
    expect(others).toEqual([]);
    expect(goal?.what).toMatch(/^A, hot/);
  });

  it('take growth from the endpoint that grows most', () => {
    const found = missed(results([row('A', 'drawn', 1, 1.21), row('B', 'drawn', 1, 1.3)]));
    expect(found.map(({ what, measured }) => ({ what, measured }))).toEqual([
      { what: expect.stringMatching(/^median, drawn.*B$/), measured: 1.3 },
      { what: expect.stringMatching(/^p99, drawn.*B$/), measured: 1.3 },
    ]);
  });

  it('are lower on PostgreSQL', () => {
    expect(missed(results([row('A', 'hot', 0.25, 1), row('A', 'drawn', 0.15, 1)], 'postgres'))).toEqual([]);
  });
});

describe('the bounds', () => {
  it('are by processor time, and wider than the goals', () => {
    const unheld = (rows: readonly RowResult[]) =>
      boundsOf(results(rows)).filter((bound) => !isReached(bound));
    expect(unheld([row('A', 'hot', 0.8, 1.5)])).toEqual([]);
    expect(unheld([row('A', 'hot', 0.7, 2.5)])).toHaveLength(2);
  });
});
