/** The type of a form. */
export const FORM = 'application/x-www-form-urlencoded';

/** Where a path of the order `posted` is sent to, and what stands behind its `?`: the form. */
export function posted(path: string): { readonly address: string; readonly form: string } {
  const [address = '/', form = ''] = path.split('?');
  return { address, form };
}
