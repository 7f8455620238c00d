type Labelled<Key extends string> = Readonly<Record<Key, { readonly label: string }>>;

/** What there is to choose from, in its order: each with what it is called. */
export function labelsOf<Key extends string>(choices: Labelled<Key>): [Key, string][] {
  return Object.entries<{ readonly label: string }>(choices).map(([key, { label }]) => [key as Key, label]);
}

/** Whether what an address says is one of them. */
export function isOneOf<Key extends string>(choices: Labelled<Key>, value: unknown): value is Key {
  return typeof value === 'string' && Object.hasOwn(choices, value);
}
