/** Adds the values of a row to a list. */
export type ValuesLister<Row> = (list: unknown[], row: Row) => void;

/**
 * Lists the values of rows under these names, in order. It is written out with all of them, as `rowMaker` is, and for the
 * same reason.
 */
export function valuesLister<Row>(names: readonly (keyof Row & string)[]): ValuesLister<Row> {
  const values = names.map((name) => `row[${JSON.stringify(name)}]`);
  return new Function('list', 'row', `list.push(${values.join(', ')});`) as ValuesLister<Row>;
}
