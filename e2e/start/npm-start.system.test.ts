import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

it('npm start prints an address, a key and a line of curl that works when pasted, and stops when told', async () => {
  const data = mkdtempSync(join(tmpdir(), 'laurel-start-'));
  const npm = spawn('npm', ['start'], {
    cwd: checkout,
    env: { ...process.env, LAUREL_DATA: data, LAUREL_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let output = '';
    npm.stdout.on('data', (chunk) => {
      output += chunk;
    });
    await vi.waitUntil(() => output.includes('Ctrl-C'), { timeout: 60_000 });
    expect(output).toMatch(/Address +http:\/\/127\.0\.0\.1:\d+\n/);
    expect(output).toMatch(/Key +\S{22}\n/);

    const line = /curl .*/.exec(output)?.[0] ?? 'false';
    const answer = JSON.parse(execFileSync('sh', ['-c', line], { encoding: 'utf8' }));
    expect(answer['1']).toMatchObject({ NumPossibleAchievements: 23, ScoreAchievedHardcore: 251 });

    npm.kill('SIGTERM');
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    await vi.waitUntil(
      () =>
        fetch(`${address}/health`).then(
          () => false,
          () => true,
        ),
      { timeout: 10_000 },
    );
    // What it writes at its end, it writes to data that is still there.
    await vi.waitUntil(() => npm.exitCode !== null || npm.signalCode !== null, { timeout: 10_000 });
  } finally {
    npm.kill('SIGTERM');
    rmSync(data, { recursive: true, force: true });
  }
});
