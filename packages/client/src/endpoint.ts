/** What the client knows of an endpoint at run time. */
export interface Endpoint {
  /** `GetUserProgress`, which answers at `/API/API_GetUserProgress.php`. */
  readonly name: string;
  /** The letter on the wire of each argument. */
  readonly letters: Readonly<Record<string, string>>;
  /** The fields of the answer that are numbers, whatever the server makes of them. */
  readonly numbers?: readonly string[];
  /** The fields of the answer that are 0 or 1 on the wire, and booleans here. */
  readonly booleans?: readonly string[];
  /** How the fields of its answers are read, as far as they have come up. */
  readonly fields: Map<string, Field>;
}

/** How a field of an answer is read. */
export interface Field {
  /** What it is called in this client. */
  readonly name: string;
  /** What makes its value a number or a boolean, where it is documented as one. */
  readonly cast: ((value: unknown) => unknown) | undefined;
}
