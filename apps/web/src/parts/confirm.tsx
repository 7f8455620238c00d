import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import button from './button.module.css';
import styles from './confirm.module.css';
import form from './form.module.css';

interface ConfirmProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  /** Does it. What it throws is shown. */
  readonly onConfirm: () => Promise<void>;
  /** It is over, and was done or not. */
  readonly onClose: (isDone: boolean) => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({ title, action, onConfirm, onClose, children }: ConfirmProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isDone = useRef(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const confirm = () =>
    onConfirm().then(
      () => {
        isDone.current = true;
        dialog.current?.close();
      },
      (error) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={() => onClose(isDone.current)}
    >
      <div className={styles.inside}>
        <h2 id={id}>{title}</h2>
        {children}
        <p className={form.problem} role="alert">
          {problem}
        </p>
        <p className={styles.actions}>
          <button type="button" className={button.plain} onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="button" className={button.danger} onClick={confirm}>
            {action}
          </button>
        </p>
      </div>
    </dialog>
  );
}
