import type { AnyEndpoint, ArgumentOfValues, Param } from '@laurel/contract';
import { docComment, wrap } from './text.ts';

/** One argument of a function of the client. */
export interface Argument {
  readonly name: string;
  readonly letter: string;
  readonly param: Param<unknown>;
  /** What its values are on the wire, where they are others there. */
  readonly values?: ArgumentOfValues['values'];
}

/** The arguments of an endpoint's function, under the names that the official client gives them. */
export function argumentsOf({ params, arguments: names }: AnyEndpoint): Argument[] {
  return Object.entries(params).map(([letter, param]) => {
    const argument = names[letter] ?? letter;
    return { letter, param, ...(typeof argument === 'string' ? { name: argument } : argument) };
  });
}

/** The type of a payload, with what stands for it where it is left out: only one that may have nothing in it may be. */
export function payloadParameter(args: readonly Argument[], type: string): string {
  return `${type}${args.every(({ param }) => param.default !== undefined) ? ' = {}' : ''}`;
}

/** Their TypeScript type, as the source of the inside of an interface. */
export function payloadFields(args: readonly Argument[]): string {
  return args
    .map((argument) => {
      const { name, param } = argument;
      const mark = param.default === undefined ? '' : '?';
      const orNothing = param.default === undefined ? '' : ' | undefined';
      return `${docComment(wrap(describe(argument)))}readonly ${name}${mark}: ${argumentType(argument)}${orNothing};\n`;
    })
    .join('');
}

/** An argument as it is written in code, from its text in a URL. */
export function argumentLiteral(argument: Argument, text: string): string {
  const { param } = argument;
  const value = valuesOf(argument).find(([, sent]) => String(sent) === text);
  if (value) return literal(value[0]);
  if (param.kind === 'user' || param.kind === 'date' || param.kind === 'text') return `'${text}'`;
  if (param.kind === 'choice list') return JSON.stringify(text.split(','));
  if (param.kind === 'id list') return `[${text.split(',').join(', ')}]`;
  return text;
}

function argumentType(argument: Argument): string {
  const values = valuesOf(argument).map(([value]) => literal(value));
  if (values.length > 0) return values.sort().join() === 'false,true' ? 'boolean' : values.join(' | ');
  const { param } = argument;
  switch (param.kind) {
    case 'user':
      return 'string';
    case 'id':
      return 'number | string';
    case 'id list':
      return 'readonly (number | string)[]';
    case 'count':
    case 'offset':
    case 'minutes':
      return 'number';
    case 'date':
    case 'text':
      return 'string';
    case 'choice list':
      return `readonly (${wordsOf(param).map(literal).join(' | ')})[]`;
    case 'choice':
      return choicesOf(param).join(' | ');
  }
}

function describe(argument: Argument): string {
  return valuesOf(argument).reduce(
    (text, [value, sent]) => text.replaceAll(new RegExp(`\\b${sent}\\b`, 'g'), `\`${literal(value)}\``),
    argument.param.description,
  );
}

/** The values of an argument, with what they are on the wire; what is 0 or 1 there is a boolean here. */
function valuesOf({ param, values }: Argument): [string, number][] {
  if (values) return Object.entries(values);
  return choicesOf(param).join() === '0,1' ? Object.entries({ true: 1, false: 0 }) : [];
}

function literal(value: string): string {
  return value === 'true' || value === 'false' ? value : `'${value}'`;
}

function choicesOf({ schema }: Param<unknown>): readonly number[] {
  return schema.type === 'integer' ? (schema.enum ?? []) : [];
}

/** The words of a list of choices: what stands for it where it is not given is all of them. */
function wordsOf(param: Param<unknown>): string[] {
  return String(param.default).split(',');
}
