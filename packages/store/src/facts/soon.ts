/** What is there is given at once; what is not takes a promise. */
export type Soon<Value> = Value | Promise<Value>;

/** The values, each of which may be a promise. */
type Settled<Values extends readonly unknown[]> = {
  -readonly [Place in keyof Values]: Awaited<Values[Place]>;
};

/**
 * All of these; at once where none is a promise, since every `await` takes a turn of its own.
 *
 * @example const [game, players] = await together([facts.game(1), facts.players([1, 2])]);
 */
export function together<const Values extends readonly unknown[]>(values: Values): Soon<Settled<Values>> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : // None of them is a promise: they are what would come of it.
      (values as Settled<Values>);
}
