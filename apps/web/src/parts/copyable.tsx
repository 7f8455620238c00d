import { type RefObject, useRef, useState } from 'react';
import button from './button.module.css';
import styles from './copyable.module.css';

interface CopyableProps {
  readonly text: string;
  /** What it is: `the key`. */
  readonly what: string;
  readonly testId?: string;
}

/** Text for another program, with a button that copies it. */
export function Copyable({ text, what, testId }: CopyableProps) {
  const shown = useRef<HTMLElement>(null);
  return (
    <div className={styles.copyable}>
      <code ref={shown} data-testid={testId}>
        {text}
      </code>
      <CopyButton text={text} what={what} shown={shown} />
    </div>
  );
}

interface CopyButtonProps extends Omit<CopyableProps, 'testId'> {
  /** Where the text stands in the page. */
  readonly shown: RefObject<HTMLElement | null>;
}

/** Copies a text, and says so. */
export function CopyButton({ text, what, shown }: CopyButtonProps) {
  /** The text with which it was tried, and how it went. */
  const [tried, setTried] = useState<{ readonly text: string; readonly copied: boolean }>();
  const outcome = tried?.text === text ? tried : undefined;
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    // Without https there is no clipboard but the one that copies what is selected.
    setTried({ text, copied: copied || copySelected(shown.current) });
  };
  return (
    <>
      <button type="button" className={`${button.plain} ${styles.button}`} onClick={copy}>
        {outcome?.copied ? 'Copied' : 'Copy'}
        <span className="visually-hidden"> {what}</span>
      </button>
      <span role="status" className={outcome?.copied === false ? styles.selected : 'visually-hidden'}>
        {outcome && (outcome.copied ? `Copied ${what}.` : 'It is selected: copy it with your keyboard.')}
      </span>
    </>
  );
}

function copySelected(element: Element | null): boolean {
  if (element === null) return false;
  window.getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}
