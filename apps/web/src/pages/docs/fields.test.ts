import { expect, it } from 'vitest';
import { descriptionOf, fieldsOf, listed, typeOf } from './fields.ts';
import type { Schema } from './open-api.ts';

const INTEGER = { type: 'integer' };
const NULL = { type: 'null' };
const EMPTY = { type: 'object', properties: {} };
const dictionaryOf = (value: Schema, description = '') => ({
  type: 'object',
  patternProperties: { '^[1-9][0-9]*$': value },
  description,
});
const arrayOf = (items: Schema) => ({ type: 'array', items });
const USER = {
  type: 'object',
  required: ['Name'],
  properties: { Name: { type: 'string' }, Points: INTEGER },
};
const SCHEMAS = { User: USER };
const USER_REF = { $ref: '#/components/schemas/User' };

it.each<[Schema, string]>([
  [INTEGER, 'integer'],
  [{ anyOf: [{ type: 'string' }, NULL] }, 'string or null'],
  [{ enum: [0, 1] }, '0 or 1'],
  [{ anyOf: [{ enum: ['day', 'month', 'year'] }, NULL] }, '"day", "month", "year" or null'],
  [arrayOf(INTEGER), 'array of integers'],
  [arrayOf(USER_REF), 'array of objects'],
  [dictionaryOf(dictionaryOf(USER)), 'dictionary of dictionaries of objects'],
  [{ anyOf: [USER, EMPTY] }, 'object or {}'],
])('%j is an %s', (schema, type) => {
  expect(typeOf(schema, SCHEMAS)).toBe(type);
});

it('finds the fields through arrays, dictionaries, choices and references, the inner after the outer', () => {
  const fields = fieldsOf(
    {
      anyOf: [
        {
          type: 'object',
          required: ['Total'],
          properties: { Total: INTEGER, Users: arrayOf(USER_REF), ByGame: dictionaryOf(arrayOf(USER)) },
        },
        EMPTY,
      ],
    },
    SCHEMAS,
  );
  expect(
    fields.map(({ within, name, type, isOptional }) => [[...within, name].join('.'), type, isOptional]),
  ).toEqual([
    ['Total', 'integer', false],
    ['Users', 'array of objects', true],
    ['Users.Name', 'string', false],
    ['Users.Points', 'integer', true],
    ['ByGame', 'dictionary of arrays of objects', true],
    ['ByGame.Name', 'string', false],
    ['ByGame.Points', 'integer', true],
  ]);
});

it('finds no fields where there are none', () => {
  expect(fieldsOf(dictionaryOf(INTEGER), SCHEMAS)).toEqual([]);
});

it('says what is said of a value and of what it holds, each thing once', () => {
  const inner = dictionaryOf(INTEGER, 'By achievement.');
  expect(descriptionOf(dictionaryOf(inner, 'By game.'), SCHEMAS)).toBe('By game. By achievement.');
  expect(descriptionOf({ anyOf: [{ type: 'string', description: 'A day.' }, NULL] }, SCHEMAS)).toBe('A day.');
  expect(descriptionOf(USER_REF, SCHEMAS)).toBe('');
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('lists %j as "%s"', (words, text) => {
  expect(listed(words)).toBe(text);
});
