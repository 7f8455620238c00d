import { Fragment } from 'react';
import { Facts } from './facts.tsx';
import { descriptionOf, fieldsOf, typeOf } from './fields.ts';
import type { Schema } from './open-api.ts';
import { Words } from './words.tsx';

interface FieldTableProps {
  readonly schema: Schema;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** What is in an answer. */
export function FieldTable({ schema, schemas }: FieldTableProps) {
  const fields = fieldsOf(schema, schemas);
  const type = typeOf(schema, schemas);
  return (
    <>
      <p>
        {/^[aeio]/.test(type) ? 'An' : 'A'} {type}. <Words text={descriptionOf(schema, schemas)} />
      </p>
      {fields.length === 0 ? null : (
        <Facts
          label="Fields"
          isWide
          head={['Field', 'What it is']}
          facts={fields.map((field) => ({
            key: [...field.within, field.name].join('.'),
            name: (
              <>
                {/* Seen by how deep it stands. */}
                <span className="visually-hidden">{field.within.map((name) => `${name}, `)}</span>
                <code>
                  <Name name={field.name} />
                </code>
              </>
            ),
            about: field.isOptional ? `${field.type}, may be missing` : field.type,
            words: field.description === '' ? null : <Words text={field.description} />,
            depth: field.within.length,
          }))}
        />
      )}
    </>
  );
}

/** A long name breaks where a word in it begins. */
function Name({ name }: { readonly name: string }) {
  return name.split(/(?=[A-Z][a-z])/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name stay where they are
    <Fragment key={index}>
      <wbr />
      {word}
    </Fragment>
  ));
}
