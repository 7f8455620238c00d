import { useState } from 'react';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Confirm } from '../../parts/confirm.tsx';

/** Ends every session of the reader, for who has lost a device. */
export function SignOutEverywhere({ signOut }: { readonly signOut: () => Promise<void> }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section className={card.section} aria-labelledby="everywhere">
      <h2 id="everywhere">All your devices</h2>
      <p className={card.quiet}>Lost one? Sign out of every browser and every emulator at once.</p>
      <p>
        <button type="button" className={button.plain} onClick={() => setAsked(true)}>
          Sign out everywhere
        </button>
      </p>
      {isAsked ? (
        <Confirm
          title="Sign out everywhere?"
          action="Sign out everywhere"
          onConfirm={signOut}
          onClose={() => setAsked(false)}
        >
          <p>
            Every browser is signed out, this one too, and tokens of emulators stop working. Keys of the Web
            API stay: revoke them one by one.
          </p>
        </Confirm>
      ) : null}
    </section>
  );
}
