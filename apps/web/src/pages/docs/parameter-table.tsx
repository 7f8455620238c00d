import { Facts } from './facts.tsx';
import { limitsOf } from './limits.ts';
import type { Parameter } from './open-api.ts';
import { Words } from './words.tsx';

/** What an endpoint is asked for. */
export function ParameterTable({ parameters }: { readonly parameters: readonly Parameter[] }) {
  return (
    <Facts
      label="Parameters"
      head={['Name', 'What it is']}
      facts={parameters.map((parameter) => ({
        key: parameter.name,
        name: <code>{parameter.name}</code>,
        about: [parameter.schema.type, ...limitsOf(parameter)].join(', '),
        words: <Words text={parameter.description} />,
      }))}
    />
  );
}
