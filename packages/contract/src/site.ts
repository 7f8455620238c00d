// What the website and this server say to each other about accounts, under /site. It imports nothing, so that the
// website can use it. Every body is JSON; times are whole seconds since 1970. What changes something takes
// `content-type: application/json` and a request of the very page that the server serves, else it is a 403.

/** The answer to whatever does not succeed: 401 (not signed in, or wrong), 403, 404, 409, 422, 429 and so on. */
export interface SiteError {
  /** A sentence for people. */
  readonly message: string;
  /** With a 422: what is wrong with each field. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Whoever is signed in. */
export interface SiteUser {
  readonly username: string;
  readonly ulid: string;
  readonly admin: boolean;
  readonly motto: string;
}

/** A key of the Web API that the website reads with. */
export interface VisitorKey {
  readonly key: string;
  readonly expiresAt: number;
}

/**
 * `GET /site/session`; also what `POST /site/sign-in`, `/site/first-account`, `/site/sign-out` and
 * `/site/sign-out-everywhere` answer.
 */
export interface SiteSession {
  /** A key of the Web API for whoever may read here, the same one within an hour; null for those who may not. */
  readonly visitorKey: VisitorKey | null;
  readonly user: SiteUser | null;
  /** Whether anybody has an account; without one, the first is made with the code that the server printed. */
  readonly hasAccounts: boolean;
}

/** `POST /site/sign-in`: 401 when it is wrong, 429 with `Retry-After` after too many that were. */
export interface SignInRequest {
  readonly username: string;
  readonly password: string;
}

/** `POST /site/first-account`: 403 without the right code, or when there is an account. */
export interface FirstAccountRequest {
  /** That of the address which the server printed. */
  readonly code: string;
  readonly username: string;
  readonly password: string;
}

/** A key of one's own. */
export interface OwnKey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** To the hour; null for a key that was never used. */
  readonly lastUsedAt: number | null;
}

/** `GET /site/keys`: the newest first. */
export interface OwnKeys {
  readonly keys: readonly OwnKey[];
}

/** `POST /site/keys`: 409 when there are too many. */
export interface NewKeyRequest {
  /** 1 to 100 characters, in one line. */
  readonly name: string;
}

/** The answer to it. */
export interface NewKey extends OwnKey {
  /** It is shown this once. */
  readonly key: string;
}

/** `POST /site/connect-token`, with an empty object: a token for one more emulator. */
export interface ConnectToken {
  readonly username: string;
  /** It is shown this once. */
  readonly token: string;
}

/** `POST /site/password`: all other sessions end. Answered with {@link Done}. */
export interface PasswordRequest {
  readonly current: string;
  readonly next: string;
}

/** `POST /site/motto`, and the answer to it: without blanks at its ends. */
export interface Motto {
  /** At most 50 characters, in one line; none for no motto. */
  readonly motto: string;
}

/** `DELETE /site/keys/:id` (404 when there is none), `POST /site/password`. */
export type Done = Readonly<Record<string, never>>;
