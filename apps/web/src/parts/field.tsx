import { type InputHTMLAttributes, useContext, useId } from 'react';
import styles from './field.module.css';
import { FieldProblems } from './form.tsx';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly name: string;
  /** The rule, said before anything is typed. */
  readonly hint?: string;
}

/** A line to type into in a form, under its name, with what is wrong with it beside it. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  const problem = useContext(FieldProblems)[input.name];
  const about = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : <p id={`${id}-hint`}>{hint}</p>}
      <input
        className={styles.input}
        id={id}
        aria-invalid={problem !== undefined}
        aria-describedby={about || undefined}
        {...input}
      />
      {problem === undefined ? null : (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
