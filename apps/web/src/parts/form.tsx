import { type FormEvent, type ReactNode, useState } from 'react';
import button from './button.module.css';
import styles from './form.module.css';

interface FormProps {
  readonly action: string;
  /** What to say when it is sent. */
  readonly done?: string;
  /** Sends what was typed. What it throws is shown. */
  readonly send: (values: Readonly<Record<string, string>>) => Promise<void>;
  readonly children: ReactNode;
}

/** A form that says what went wrong, and keeps what was typed. */
export function Form({ action, done, send, children }: FormProps) {
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [isSent, setSent] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    setSending(true);
    setProblem(undefined);
    setSent(false);
    try {
      await send(values);
      form.reset();
      setSent(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <p className={styles.done} role="status">
        {isSent ? done : null}
      </p>
      <button type="submit" className={button.primary} disabled={isSending}>
        {action}
      </button>
    </form>
  );
}
