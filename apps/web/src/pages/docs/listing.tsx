import { type ReactNode, useRef, useState } from 'react';
import button from '../../parts/button.module.css';
import { CopyButton } from '../../parts/copyable.tsx';
import { numeral } from '../../parts/count.ts';
import { beginningOf, partsOf } from './answer.ts';
import styles from './listing.module.css';

/** So many characters are shown at once. */
const MOST = 40_000;
/** So many lines are drawn together, or not at all while nobody sees them. */
const LINES = 200;
/** In rem, as in the style sheet. */
const LINE_HEIGHT = 1.7 * 0.8125;

interface ListingProps {
  /** What it is: `the answer`. */
  readonly what: string;
  readonly text: string;
  /** Beside the button that copies it. */
  readonly children?: ReactNode;
}

/** Text of a server, as it is; of a long one the beginning, until the reader wants all of it. */
export function Listing({ what, text, children }: ListingProps) {
  const shownElement = useRef<HTMLDivElement>(null);
  /** The text of which all is wanted. */
  const [whole, setWhole] = useState<string>();
  const shown = whole === text ? text : beginningOf(text, MOST);
  const parts = partsOf(shown, LINES);
  return (
    <div className={styles.listing}>
      <div className={styles.bar}>
        <div className={styles.about}>{children}</div>
        <CopyButton text={text} what={what} shown={shownElement} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled by keyboard */}
      <section ref={shownElement} className={styles.text} aria-label={upperFirst(what)} tabIndex={0}>
        {parts.map((part, index) => (
          <pre
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay where they are
            key={index}
            className={parts.length === 1 ? styles.part : `${styles.part} ${styles.oneOfMany}`}
            style={{ containIntrinsicHeight: `auto ${part.split('\n').length * LINE_HEIGHT}rem` }}
          >
            {part}
          </pre>
        ))}
      </section>
      {shown.length < text.length ? (
        <p className={styles.rest}>
          This is the beginning: {numeral(shown.length)} of {numeral(text.length)} characters.{' '}
          <button type="button" className={button.link} onClick={() => setWhole(text)}>
            Show all of it
          </button>
        </p>
      ) : null}
    </div>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
