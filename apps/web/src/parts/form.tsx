import { createContext, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { SiteError } from '../data/site.ts';
import button from './button.module.css';
import styles from './form.module.css';

/** What is wrong with each field of the form, by its name. */
export const FieldProblems = createContext<Readonly<Record<string, string>>>({});

interface FormProps {
  readonly action: string;
  /** What to say when it is sent. */
  readonly done?: string;
  /** Sends what was typed. What it throws is shown. */
  readonly send: (values: Readonly<Record<string, string>>) => Promise<void>;
  readonly children: ReactNode;
}

interface Sent {
  readonly state: 'typing' | 'sending' | 'sent';
  /** What is wrong with the whole. */
  readonly problem?: string;
  readonly fields: Readonly<Record<string, string>>;
}

const TYPING: Sent = { state: 'typing', fields: {} };

/** A form that says what went wrong where it did, and keeps what was typed. */
export function Form({ action, done, send, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [{ state, problem, fields }, setSent] = useState(TYPING);

  const refuse = (sent: Omit<Sent, 'state'>) => {
    setSent({ state: 'typing', ...sent });
    const [first] = inputsOf(form.current).filter(({ name }) => name in sent.fields);
    first?.focus();
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state === 'sending') return;
    const inputs = inputsOf(form.current);
    const empty = inputs.filter(({ validity }) => !validity.valid);
    if (empty.length > 0) {
      refuse({ fields: Object.fromEntries(empty.map((input) => [input.name, input.validationMessage])) });
      return;
    }
    setSent({ state: 'sending', fields: {} });
    try {
      await send(Object.fromEntries(inputs.map(({ name, value }) => [name, value])));
      form.current?.reset();
      setSent({ state: 'sent', fields: {} });
    } catch (error) {
      const fieldsOfIt = error instanceof SiteError ? error.fields : {};
      if (inputs.some(({ name }) => name in fieldsOfIt)) refuse({ fields: fieldsOfIt });
      else refuse({ problem: error instanceof Error ? error.message : String(error), fields: {} });
    }
  };

  return (
    <FieldProblems value={fields}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={submit}
        onInput={() => state === 'sent' && setSent(TYPING)}
        // It says itself, beside the field, what the browser finds.
        noValidate
      >
        {children}
        <p className={styles.problem} role="alert">
          {problem}
        </p>
        <div className={styles.send}>
          <button type="submit" className={button.primary} aria-disabled={state === 'sending'}>
            {action}
          </button>
          <p className={styles.done} role="status">
            {state === 'sent' ? done : null}
          </p>
        </div>
      </form>
    </FieldProblems>
  );
}

function inputsOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.elements ?? [])].filter((element) => element instanceof HTMLInputElement);
}
