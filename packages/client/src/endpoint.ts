/** What the client knows of an endpoint at run time. */
export interface Endpoint {
  /** `GetUserProgress`, which answers at `/API/API_GetUserProgress.php`; Laurel's own begin with `Laurel`. */
  readonly name: string;
  /** The letter on the wire of each argument. */
  readonly letters: Readonly<Record<string, string>>;
  /** What the values of an argument are on the wire, where they are others there. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What reads the fields of the answer that are more than renamed, wherever they are. */
  readonly casts: {
    readonly [field: string]: ((value: unknown) => unknown) | null;
    /** A server may send a field `constructor`. */
    readonly __proto__: null;
  };
  /** Reads an entry of its list or dictionary, if it has one: the documented fields, and no others. */
  readonly readEntry?: (entry: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}
