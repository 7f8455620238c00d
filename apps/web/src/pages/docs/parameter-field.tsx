import { useId } from 'react';
import field from '../../parts/field.module.css';
import { Field } from '../../parts/field.tsx';
import { limitsOf } from './limits.ts';
import type { Parameter } from './open-api.ts';

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** Where a parameter is filled in. What is left empty is not sent. */
export function ParameterField({ parameter, value, change }: ParameterFieldProps) {
  const id = useId();
  const { name, schema } = parameter;
  const label = `${name}: ${parameter['x-client-argument'].name}`;
  const hint = limitsOf(parameter).filter(
    (words) => schema.enum === undefined || words.startsWith('default'),
  );
  if (schema.enum === undefined) {
    return (
      <Field
        label={label}
        hint={hint.join(', ')}
        name={name}
        inputMode={schema.type === 'integer' ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <p id={`${id}-hint`}>{hint.join(', ')}</p>
      <select
        className={field.input}
        id={id}
        name={name}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => change(event.target.value)}
      >
        <option value="">left out</option>
        {schema.enum.map((choice) => (
          <option key={String(choice)}>{String(choice)}</option>
        ))}
      </select>
    </div>
  );
}
