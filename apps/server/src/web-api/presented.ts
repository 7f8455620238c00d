import type { AnyEndpoint } from '@laurel/contract';
import { JsonWriter } from '@laurel/contract/json-writer';
import { type JsonAnswer, jsonAnswer, writtenAnswer } from '../http/json-answer.ts';

/** One for all: an answer is written without a pause. */
const json = new JsonWriter();

/** What an endpoint makes of plain values, ready to be sent. */
export function presented(endpoint: AnyEndpoint, values: never): JsonAnswer {
  if ('present' in endpoint) return jsonAnswer(JSON.stringify(endpoint.present(values)));
  endpoint.write(values, json.clear());
  return writtenAnswer(json.take());
}
