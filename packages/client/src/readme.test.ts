import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as client from './index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('speaks of every function and every error', () => {
  const spoken = Object.keys(client).filter((name) => !README.includes(name));
  // Constants for a parameter need no page.
  expect(spoken).toEqual(['AchievementDistributionFlags']);
});

it('imports only what there is', () => {
  const imported = [...README.matchAll(/^import \{([^}]*)\} from '@laurel\/client'/gm)].flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim()),
  );
  expect(imported.length).toBeGreaterThan(0);
  for (const name of imported) expect(client).toHaveProperty(name);
});
