import type { RealAnswer, RealRequest } from './listening.ts';

/** What differs from one moment to the next, and what belongs to a connection. */
const OF_THE_MOMENT = [
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
];

/** What of an answer is the same each time that it is asked for. */
export function lastingPartOf({ statusCode, headers, body }: RealAnswer) {
  const lasting = Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name));
  const texts = lasting.map(([name, value]) => [name, String(value)]);
  return { statusCode, headers: Object.fromEntries(texts) as Record<string, string>, body };
}

/** Whether a client of Node sends it. */
export function isSendable({ url, headers = {} }: Pick<RealRequest, 'url'> & { headers?: object }): boolean {
  return (
    [url, ...Object.values(headers).map(String)].every((part) => /^[\x21-\x7e][\x20-\x7e]*$/.test(part)) &&
    !url.includes(' ')
  );
}
