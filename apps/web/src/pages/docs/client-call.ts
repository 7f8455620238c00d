import type { Parameter } from './open-api.ts';
import type { Endpoint } from './reference.ts';
import { type ApiRequest, givenOf, NO_KEY } from './request.ts';

interface ClientCall {
  readonly endpoint: Pick<Endpoint, 'clientFunction' | 'parameters'>;
  readonly request: Pick<ApiRequest, 'origin' | 'values' | 'key'>;
  /** Of whoever asks. */
  readonly username: string;
}

/** The request as a program that uses `@laurel/client`. */
export function clientCallOf({ endpoint, request, username }: ClientCall): string {
  const { clientFunction, parameters } = endpoint;
  return `import { buildAuthorization, ${clientFunction} } from '@laurel/client';

const authorization = buildAuthorization({
  username: ${text(username)},
  webApiKey: ${text(request.key || NO_KEY)},
  baseUrl: ${text(request.origin)},
});
const answer = await ${clientFunction}(${['authorization', ...payloadOf(parameters, request.values)].join(', ')});`;
}

/** What the function is asked for, as the source of an object; nothing where everything is left out. */
function payloadOf(parameters: readonly Parameter[], values: ApiRequest['values']): string[] {
  const given = new Map(givenOf(values));
  const fields = parameters.flatMap((parameter) => {
    const value = given.get(parameter.name);
    return value === undefined
      ? []
      : [`${parameter['x-client-argument'].name}: ${literal(parameter, value)}`];
  });
  return fields.length === 0 ? [] : [`{ ${fields.join(', ')} }`];
}

/** An argument as the client takes it, from its text in a query. What is malformed there is so here. */
function literal({ schema, 'x-client-argument': { kind, values = {} } }: Parameter, sent: string): string {
  const [named] = Object.entries(values).find(([, onWire]) => String(onWire) === sent) ?? [];
  if (named !== undefined) return named === 'true' || named === 'false' ? named : text(named);
  if (schema.enum?.join() === '0,1' && (sent === '0' || sent === '1')) return String(sent === '1');
  if (kind === 'id list') return `[${sent.split(',').map(number).join(', ')}]`;
  if (kind === 'choice list') return `[${sent.split(',').map(text).join(', ')}]`;
  return schema.type === 'integer' ? number(sent) : text(sent);
}

function number(sent: string): string {
  return /^(?:0|[1-9]\d{0,14})$/.test(sent) ? sent : text(sent);
}

/** A text as it is written in a program, whatever is in it. */
function text(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
