import type { Static, TSchema } from 'typebox';
import type { PlainErrorName } from './errors.ts';
import type { JsonWriter } from './json-writer.ts';
import type { Params, Query } from './query.ts';

/**
 * One endpoint of the Web API. It is described once, as a value: its route, the validation of its
 * parameters, its response, its entry in the OpenAPI document and the client's function come from it.
 */
export type Endpoint<Name extends string, P extends Params, Response extends TSchema, Answer> =
  | PresentedEndpoint<Name, P, Response, Answer>
  | WrittenEndpoint<Name, P, Response, Answer>;

/** One whose answer is an object before it is text. */
export interface PresentedEndpoint<Name extends string, P extends Params, Response extends TSchema, in Answer>
  extends Mounted<Name, P, Response> {
  /** The answer as it goes on the wire, from plain values. */
  readonly present: (answer: Answer) => Sent<Static<Response>>;
}

/** One whose answer is written at once: a long list of rows that are alike. */
export interface WrittenEndpoint<Name extends string, P extends Params, Response extends TSchema, in Answer>
  extends Mounted<Name, P, Response> {
  /** Writes the answer as it goes on the wire; it is a valid response, with every later field ({@link later}). */
  readonly write: (answer: Answer, json: JsonWriter) => void;
}

interface Mounted<Name extends string, P extends Params, Response extends TSchema>
  extends Description<Name, P, Response> {
  /** Where it answers, to `GET` and to `POST`. */
  readonly path: `/API/API_${Name}.php`;
}

interface Description<Name extends string, P extends Params, Response extends TSchema> {
  /** The name in the path: `GetAchievementUnlocks`; of Laurel's own endpoints it begins with `Laurel`. */
  readonly name: Name;
  readonly summary: string;
  readonly description: string;
  /** Under which heading the reference lists it. */
  readonly tag: Tag;
  /** The documented page that it follows; null for an endpoint of Laurel's own ({@link LAURELS_OWN}). */
  readonly documentation: `https://api-docs.retroachievements.org/v1/${string}.html` | null;
  readonly params: P;
  /** What clients call each parameter: the names that the official client gives them. */
  readonly arguments: { readonly [Letter in keyof P]: string | ArgumentOfValues };
  readonly response: Response;
  /** Fields with numbers that the public service has sent as text: clients make numbers of them, as the official one does. */
  readonly sentAsText?: readonly string[];
  /** Where the response is a page of a longer list. */
  readonly list?: List;
  /** What clients call the fields of an entry whose names on the wire are numbers; the response is a list of such. */
  readonly names?: Readonly<Record<number, string>>;
  /** The errors that it can answer with, beside those that every endpoint can. */
  readonly errors?: readonly PlainErrorName[];
  /** The example of the documented page, to the letter; of Laurel's own endpoints, what the demo world answers. */
  readonly example: {
    readonly query: { readonly [Letter in keyof P & string]?: string };
    readonly response: Static<Response>;
  };
}

/** An argument that takes other values than the wire does; `true` and `false` stand for a boolean. */
export interface ArgumentOfValues {
  readonly name: string;
  /** What each of them is on the wire; nothing but the parameter's default may be 0. */
  readonly values: Readonly<Record<string, number>>;
}

/** The list that an endpoint answers with page by page, its parameters being `c` and `o`. */
export interface List {
  /** The field of the response that holds the entries of a page. */
  readonly entries: string;
  /** The field of an entry that no two entries of the list share. */
  readonly identity: string;
  /** The field of the response that says how long the whole list is. */
  readonly total: string;
}

/** What whoever reads about an endpoint is told where there is no documented one. */
export const LAURELS_OWN = "Laurel's own: the public service does not answer it.";

/** The headings of the documented pages, and that of Laurel's own endpoints. */
export type Tag =
  | 'Laurel'
  | 'User'
  | 'Game'
  | 'Leaderboards'
  | 'System'
  | 'Achievement'
  | 'Comment'
  | 'Feed'
  | 'Event'
  | 'Ticket';

/**
 * What is sent where this schema is promised: every field of it, the later ones ({@link later}) too.
 * A response is read with the schema's own type, and written with this one.
 */
export type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Sent<T[Key]> }
    : T;

/** Any endpoint, where it matters what they have in common. */
export type AnyEndpoint = Endpoint<string, Params, TSchema, never>;

/** Whether what a module exports is an endpoint. */
export function isEndpoint(value: unknown): value is AnyEndpoint {
  return (
    typeof value === 'object' && value !== null && 'path' in value && ('present' in value || 'write' in value)
  );
}

/** What a handler gets: the parameters of an endpoint, read. */
export type QueryOf<E extends AnyEndpoint> = Query<E['params']>;

/** What a handler answers with: the plain values that the endpoint presents. */
export type AnswerOf<E extends AnyEndpoint> =
  E extends Endpoint<string, Params, TSchema, infer Answer> ? Answer : never;

/** What a client reads. */
export type ResponseOf<E extends AnyEndpoint> = Static<E['response']>;

/** Describes an endpoint; its path follows from its name. */
export function defineEndpoint<
  const Name extends string,
  const P extends Params,
  Response extends TSchema,
  Answer,
>(
  description: Description<Name, P, Response> & Pick<PresentedEndpoint<Name, P, Response, Answer>, 'present'>,
): PresentedEndpoint<Name, P, Response, Answer> {
  return { path: pathOf(description.name), ...description };
}

/** As {@link defineEndpoint}, for one whose answer is written at once. */
export function defineWrittenEndpoint<
  const Name extends string,
  const P extends Params,
  Response extends TSchema,
  Answer,
>(
  description: Description<Name, P, Response> & Pick<WrittenEndpoint<Name, P, Response, Answer>, 'write'>,
): WrittenEndpoint<Name, P, Response, Answer> {
  return { path: pathOf(description.name), ...description };
}

function pathOf<Name extends string>(name: Name): `/API/API_${Name}.php` {
  return `/API/API_${name}.php`;
}
