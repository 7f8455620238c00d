import type { AnyEndpoint, Param } from '@laurel/contract';
import { docComment, wrap } from './text.ts';

/** One argument of a function of the client. */
export interface Argument {
  readonly name: string;
  readonly letter: string;
  readonly param: Param<unknown>;
}

/** The arguments of an endpoint's function, under the names that the official client gives them. */
export function argumentsOf({ params, arguments: names }: AnyEndpoint): Argument[] {
  return Object.entries(params).map(([letter, param]) => ({ name: names[letter] ?? letter, letter, param }));
}

/** Their TypeScript type, as the source of the inside of an interface. */
export function payloadFields(args: readonly Argument[]): string {
  return args
    .map(({ name, param }) => {
      const mark = param.default === undefined ? '' : '?';
      const orNothing = param.default === undefined ? '' : ' | undefined';
      return `${docComment(wrap(describe(param)))}readonly ${name}${mark}: ${argumentType(param)}${orNothing};\n`;
    })
    .join('');
}

/** An argument as it is written in code, from its text in a URL. */
export function argumentLiteral(param: Param<unknown>, text: string): string {
  if (param.kind === 'user') return `'${text}'`;
  if (param.kind === 'id list') return `[${text.split(',').join(', ')}]`;
  return isSwitch(param) ? String(text === '1') : text;
}

function argumentType(param: Param<unknown>): string {
  switch (param.kind) {
    case 'user':
      return 'string';
    case 'id':
      return 'number | string';
    case 'id list':
      return 'readonly (number | string)[]';
    case 'count':
    case 'offset':
      return 'number';
    case 'choice':
      return isSwitch(param) ? 'boolean' : choicesOf(param).join(' | ');
  }
}

function describe(param: Param<unknown>): string {
  return isSwitch(param)
    ? param.description.replaceAll(/\b1\b/g, '`true`').replaceAll(/\b0\b/g, '`false`')
    : param.description;
}

/** Whether a parameter is 0 or 1 on the wire: a boolean here. */
function isSwitch(param: Param<unknown>): boolean {
  return choicesOf(param).join() === '0,1';
}

function choicesOf({ schema }: Param<unknown>): readonly number[] {
  return schema.type === 'integer' ? (schema.enum ?? []) : [];
}
