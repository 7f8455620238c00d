/** Draws a table in Markdown, columns of numbers to the right. */
export function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const columns = heads.map((head, column) => {
    const cells = lines.map((line) => line[column] ?? '');
    return {
      width: Math.max(3, head.length, ...cells.map((cell) => cell.length)),
      isText: cells.every((cell) => !/^[\d.,]/.test(cell)),
    };
  });
  const drawn = [heads, ...lines].map((line) =>
    columns.map(({ width, isText }, column) => {
      const cell = line[column] ?? '';
      return isText ? cell.padEnd(width) : cell.padStart(width);
    }),
  );
  const rule = columns.map(({ width, isText }) => (isText ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [first = [], ...rest] = drawn;
  return [first, rule, ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A number of unlocks: `10 M`, `100 k`. */
export function size(unlocks: number): string {
  return unlocks >= 1e6 ? `${unlocks / 1e6} M` : `${unlocks / 1e3} k`;
}

/** Nothing where there is no number. */
export function whole(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : Math.round(value).toLocaleString('en');
}

/** With so many digits behind the point; nothing where there is no number. */
export function decimal(value: number | undefined, digits = 2): string {
  return value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits);
}

/** Bytes as millions of bytes. */
export function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? 'unknown' : `${whole(bytes / 1e6)} MB`;
}
