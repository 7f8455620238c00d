import { NOTED_EVERY, type Store, type Use } from '@laurel/store';

/** How long uses are gathered before they are written together, in milliseconds. */
const GATHERED_FOR = 60_000;
/** How many keys are remembered; one that is forgotten is noted again, of which the store makes nothing. */
const REMEMBERED = 10_000;

/**
 * Notes when keys and sessions were last used, each at most once an hour, outside of the way of the requests
 * that use them.
 */
export class Uses {
  readonly #store: Pick<Store, 'noteUses'>;
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, UsedKey>();
  #keys = new Map<string, number>();
  #sessions = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #written: Promise<void> = Promise.resolve();

  /** @param report is told why uses could not be written; they are lost, and nothing else is */
  constructor(store: Pick<Store, 'noteUses'>, report: (error: unknown) => void) {
    this.#store = store;
    this.#report = report;
  }

  /** What notes the uses of the key with this hash. */
  ofKey(hash: string): UsedKey {
    let key = this.#known.get(hash);
    if (key === undefined) {
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      key = new UsedKey((at) => this.#note(this.#keys, hash, at));
      this.#known.set(hash, key);
    }
    return key;
  }

  /** Notes that a session is used, unless it was noted within the hour. */
  ofSession(hash: string, lastSeenAt: number, now: number): void {
    if (now - lastSeenAt >= NOTED_EVERY) this.#note(this.#sessions, hash, now);
  }

  /** Writes what is gathered; never throws. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#written = this.#written.then(() => this.#write());
    return this.#written;
  }

  #note(gathered: Map<string, number>, hash: string, at: number): void {
    gathered.set(hash, at);
    this.#timer ??= setTimeout(() => this.flush(), GATHERED_FOR).unref();
  }

  async #write(): Promise<void> {
    if (this.#keys.size + this.#sessions.size === 0) return;
    const uses = { keys: listOf(this.#keys), sessions: listOf(this.#sessions) };
    this.#keys = new Map();
    this.#sessions = new Map();
    await this.#store.noteUses(uses).catch(this.#report);
  }
}

/** A key of the Web API that is in the store. */
export class UsedKey {
  readonly #note: (at: number) => void;
  /** When the next use is noted. */
  #next = 0;

  constructor(note: (at: number) => void) {
    this.#note = note;
  }

  /** It is valid as long as it is in the store; that it is used is noted. */
  use(now: number): boolean {
    if (now >= this.#next) {
      this.#next = now + NOTED_EVERY;
      this.#note(now);
    }
    return true;
  }
}

function listOf(gathered: ReadonlyMap<string, number>): Use[] {
  return Array.from(gathered, ([hash, at]) => ({ hash, at }));
}
