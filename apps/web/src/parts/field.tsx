import type { InputHTMLAttributes } from 'react';
import styles from './field.module.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly name: string;
}

/** A line to type into, under its name. */
export function Field({ label, ...input }: FieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input className={styles.input} {...input} />
    </label>
  );
}
