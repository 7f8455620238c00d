import type { ConnectParams } from './params.ts';

/**
 * One request of the Connect API: what `r` is, its parameters beside the credentials, and its answer. The
 * answers are what `rcheevos` and RetroArch read (RetroAchievements/rcheevos, `src/rapi`), and follow what
 * the live service sends (RetroAchievements/RAWeb, `tests/Feature/Connect`).
 */
export interface ConnectRequest<Name extends string, P extends ConnectParams, in Answer, out Body> {
  /** The value of `r`, to the letter. */
  readonly name: Name;
  readonly description: string;
  readonly params: P;
  /**
   * The answer as it goes on the wire, from plain values. It never carries a `Code`, which `rc_client` takes
   * for a failure.
   */
  readonly present: (answer: Answer) => Body;
}

/** Describes a request. */
export function defineConnectRequest<
  const Name extends string,
  const P extends ConnectParams,
  Answer,
  Body extends { readonly Success: boolean; readonly Code?: never },
>(request: ConnectRequest<Name, P, Answer, Body>): ConnectRequest<Name, P, Answer, Body> {
  return request;
}

/**
 * A body as the JSON that emulators can read: rcheevos does not know the escapes `\b` and `\f`.
 *
 * @example connectJson({ Title: 'a\fb' }) // '{"Title":"a\\u000cb"}'
 */
export function connectJson(body: object): string {
  return JSON.stringify(body).replace(/\\./g, (sequence) =>
    sequence === '\\b' ? '\\u0008' : sequence === '\\f' ? '\\u000c' : sequence,
  );
}
