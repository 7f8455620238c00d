import { describe, expect, it } from 'vitest';
import { richPresence } from './ping.ts';

describe('a rich presence message', () => {
  it('is kept to the letter', () => {
    expect(richPresence('Stage 3 · ★ 12')).toBe('Stage 3 · ★ 12');
  });

  it('is cut between characters', () => {
    expect(richPresence('🏆'.repeat(300))).toBe('🏆'.repeat(255));
  });

  it('has nothing in it that a database cannot hold', () => {
    expect(richPresence('a\0b\ud800c')).toBe('ab\ufffdc');
  });
});
