import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessLog } from './process-log.ts';

/** What RetroArch plays, for whom, and against which server. */
export interface RetroArchOptions {
  readonly rom: Uint8Array;
  /** The server as a person types it: `http://127.0.0.1:8080` or `127.0.0.1:8080`; no slash at the end. */
  readonly host: string;
  readonly username: string;
  /** A password, or the token of an earlier {@link RetroArchResult}. */
  readonly secret: { readonly password: string } | { readonly token: string };
  /** Hardcore mode; on unless told otherwise. */
  readonly hardcore?: boolean;
  /** After how many frames RetroArch leaves by itself, 60 a second; 3,600 unless told otherwise. */
  readonly frames?: number;
  /** After how long it is killed; the time that the frames take and half a minute, unless told otherwise. */
  readonly timeoutMs?: number;
}

/** How a run ended. */
export interface RetroArchResult {
  /** The exit status: 0 after the last frame and after `quit`, null when a signal ended it. */
  readonly status: number | null;
  /** That signal: SIGKILL at the timeout, SIGSEGV in a crash, SIGTERM for a `quit` during its start. */
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  /** The verbose log, whole. */
  readonly log: string;
  /** The token that RetroArch keeps for its next start, once it has signed in and has left by itself. */
  readonly token: string | undefined;
}

/** A RetroArch that is running. Disposing of it (`await using`) kills it, should it still run. */
export interface RetroArch extends AsyncDisposable {
  /** Gives the first line of the log that matches. Throws when RetroArch has ended without one. */
  waitFor(pattern: RegExp): Promise<string>;
  /** Asks RetroArch to leave now, as closing its window would; it saves its settings first. */
  quit(): void;
  /** Settles when RetroArch has ended and its folder is gone. */
  readonly finished: Promise<RetroArchResult>;
}

const FRAMES_PER_SECOND = 60;
const GRACE_MS = 30_000;

/**
 * Gives the path of the NES core as Debian's package `libretro-nestopia` installs it.
 *
 * @throws Error when it is not installed.
 */
export function nestopiaCore(): string {
  const [core] = globSync('/usr/lib/*/libretro/nestopia_libretro.so');
  if (core === undefined) throw new Error('No NES core: install the package libretro-nestopia.');
  return core;
}

/**
 * Starts RetroArch without a display, in a home folder of its own that goes when it ends.
 *
 * @returns the running RetroArch; it ends by its frames, by `quit` or, at the latest, by its timeout.
 * @throws Error when RetroArch or its NES core is not installed, or a setting has a quote or a line break.
 */
export async function startRetroArch(options: RetroArchOptions): Promise<RetroArch> {
  const core = nestopiaCore();
  const config = settings(options);
  const frames = options.frames ?? 60 * FRAMES_PER_SECOND;
  const timeoutMs = options.timeoutMs ?? (frames / FRAMES_PER_SECOND) * 1000 + GRACE_MS;

  const home = await mkdtemp(join(tmpdir(), 'laurel-retroarch-'));
  const configFile = join(home, 'retroarch.cfg');
  const romFile = join(home, 'laurel.nes');
  await writeFile(configFile, config);
  await writeFile(romFile, options.rom);

  // A small environment: a display, a sound server or settings of whoever runs the test must not leak in.
  const child = spawn(
    'retroarch',
    ['--verbose', '--config', configFile, '--libretro', core, `--max-frames=${frames}`, romFile],
    {
      cwd: home,
      env: { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), LANG: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const log = new ProcessLog(child);

  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, timeoutMs);

  const finished = ended(child)
    .then(async (exit) => ({ ...exit, timedOut, log: log.text, token: await savedToken(configFile) }))
    .finally(async () => {
      clearTimeout(timer);
      log.close();
      await rm(home, { recursive: true, force: true });
    });
  await Promise.race([new Promise((resolve) => child.once('spawn', resolve)), finished]);

  return {
    waitFor: (pattern) => log.waitFor(pattern),
    quit: () => child.kill('SIGTERM'),
    finished,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await finished;
    },
  };
}

function settings(options: RetroArchOptions): string {
  const values: Record<string, string | boolean> = {
    // Nothing to show, to hear or to press.
    video_driver: 'null',
    audio_driver: 'null',
    midi_driver: 'null',
    input_driver: 'null',
    input_joypad_driver: 'null',
    menu_driver: 'null',
    // Keeps to 60 frames a second. With no screen or sound to wait for, all would fly by before an answer.
    vrr_runloop_enable: true,
    // The token is saved only with the other settings.
    config_save_on_exit: true,
    cheevos_enable: true,
    cheevos_custom_host: options.host,
    cheevos_username: options.username,
    cheevos_password: 'password' in options.secret ? options.secret.password : '',
    cheevos_token: 'token' in options.secret ? options.secret.token : '',
    cheevos_hardcore_mode_enable: options.hardcore ?? true,
  };
  return Object.entries(values)
    .map(([name, value]) => {
      const text = String(value);
      // There is no way to escape these in RetroArch's settings.
      if (/["\r\n]/.test(text)) throw new Error(`${name} has a quote or a line break.`);
      return `${name} = "${text}"\n`;
    })
    .join('');
}

async function savedToken(configFile: string): Promise<string | undefined> {
  const config = await readFile(configFile, 'utf8');
  return /^cheevos_token = "(.+)"$/m.exec(config)?.[1];
}

function ended(child: ChildProcess): Promise<Pick<RetroArchResult, 'status' | 'signal'>> {
  return new Promise((resolve, reject) => {
    child.once('close', (status, signal) => resolve({ status, signal }));
    child.once('error', (cause) =>
      reject(new Error('No RetroArch: install the package retroarch.', { cause })),
    );
  });
}
