import { describe, expect, test } from 'vitest';
import { Uses } from './uses.ts';

const HOUR = 60 * 60;
const NOW = 2_000_000_000;

type Written = Parameters<ConstructorParameters<typeof Uses>[0]['noteUses']>[0];

function gathering({ failing = false } = {}) {
  const written: Written[] = [];
  const reported: unknown[] = [];
  const noteUses = async (uses: Written) => {
    written.push(uses);
    if (failing) throw new Error('no disk');
  };
  return { uses: new Uses({ noteUses }, (error) => reported.push(error)), written, reported };
}

describe('the uses of a key', () => {
  test('are noted once an hour, however many there are', async () => {
    const { uses, written } = gathering();
    const key = uses.ofKey('one');
    for (let at = NOW; at < NOW + HOUR; at += 60) expect(key.use(at)).toBe(true);
    await uses.flush();
    for (let at = NOW; at < NOW + HOUR; at += 60) uses.ofKey('one').use(at);
    await uses.flush();
    expect(written).toEqual([{ keys: [{ hash: 'one', at: NOW }], sessions: [] }]);
    key.use(NOW + HOUR);
    await uses.flush();
    expect(written[1]).toEqual({ keys: [{ hash: 'one', at: NOW + HOUR }], sessions: [] });
  });

  test('are written together', async () => {
    const { uses, written } = gathering();
    uses.ofKey('one').use(NOW);
    uses.ofKey('two').use(NOW + 1);
    uses.ofSession('s', NOW - HOUR, NOW);
    await Promise.all([uses.flush(), uses.flush()]);
    expect(written).toEqual([
      {
        keys: [
          { hash: 'one', at: NOW },
          { hash: 'two', at: NOW + 1 },
        ],
        sessions: [{ hash: 's', at: NOW }],
      },
    ]);
  });

  test('of a session are none within the hour', async () => {
    const { uses, written } = gathering();
    uses.ofSession('s', NOW - HOUR + 1, NOW);
    await uses.flush();
    expect(written).toEqual([]);
  });

  test('that cannot be written are reported, and nothing else happens', async () => {
    const { uses, written, reported } = gathering({ failing: true });
    uses.ofKey('one').use(NOW);
    await uses.flush();
    uses.ofKey('two').use(NOW);
    await uses.flush();
    expect(written).toHaveLength(2);
    expect(reported).toEqual([new Error('no disk'), new Error('no disk')]);
  });
});
