import type { EndpointGroup } from './reference.ts';

/** The endpoints in whose name or summary all typed words are, in any case. */
export function narrowed(groups: readonly EndpointGroup[], typed: string): EndpointGroup[] {
  const words = typed.toLowerCase().split(/\s+/);
  return groups
    .map(({ tag, endpoints }) => ({
      tag,
      endpoints: endpoints.filter(({ name, summary }) => {
        const text = `${tag} ${name} ${summary}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ endpoints }) => endpoints.length > 0);
}
