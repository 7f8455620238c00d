import { type Static, type TSchema, Type } from 'typebox';

/** A number of things, or of points. */
export const Amount = Type.Integer({ minimum: 0 });

export const Id = Type.Integer({ minimum: 1 });

export const Ulid = Type.String({
  pattern: '^[0-9A-HJKMNP-TV-Z]{26}$',
  description: 'A queryable, stable identifier of a user, who may change their name.',
});

export const Md5 = Type.String({ pattern: '^[0-9a-f]{32}$', description: 'An MD5, in lower case.' });

export const Path = Type.String({ description: 'The path of a picture on this server.' });

/** Yes or no, as the Web API says it. */
export function flag(isSet: boolean): 0 | 1 {
  return isSet ? 1 : 0;
}

export function nullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/**
 * A field that the live API has and the documented examples have not. Laurel always sends it (see `Sent`);
 * the schema leaves it open, so that the documented example is a valid response.
 */
export function later<S extends TSchema>(schema: S) {
  return Type.Optional(schema);
}

/** A field that is there only where it was asked for, and undefined otherwise. */
export function onRequest<S extends TSchema>(schema: S) {
  return Type.Optional(Type.Unsafe<Static<S> | undefined>(schema));
}

/** The object, or `{}` where what was asked for does not exist. */
export function orEmpty<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Object({}, { additionalProperties: false })]);
}

/** An object whose keys are numbers from 1. With nothing in it, it is `{}`. */
export function dictionary<S extends TSchema>(value: S, options: { readonly description: string }) {
  return Type.Record(Type.String({ pattern: '^[1-9][0-9]*$' }), value, {
    additionalProperties: false,
    ...options,
  });
}
