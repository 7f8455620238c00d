import type { NewKey, OwnKey, OwnKeys } from '@laurel/contract/site';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '../../data/site.ts';
import card from '../../parts/card.module.css';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import styles from './account.module.css';
import { KeyList } from './key-list.tsx';
import { MadeKey } from './made-key.tsx';

/** The reader's keys of the Web API. */
export function Keys({ ulid }: { /** Of the reader. */ readonly ulid: string }) {
  const queries = useQueryClient();
  const queryKey = ['keys', ulid];
  const keys = useQuery({ queryKey, queryFn: async () => (await ask<OwnKeys>('GET', 'keys')).keys });
  const readAgain = () => queries.invalidateQueries({ queryKey });

  const title = useRef<HTMLHeadingElement>(null);
  const [made, setMade] = useState<NewKey>();
  /** The one that is to be revoked, if the reader says so. */
  const [asked, setAsked] = useState<OwnKey>();
  const [revoked, setRevoked] = useState<OwnKey>();

  const make = async (name: string | undefined) => {
    const key = await ask<NewKey>('POST', 'keys', { name });
    setRevoked(undefined);
    setMade(key);
    await readAgain();
  };
  const revoke = async (key: OwnKey) => {
    await ask('DELETE', `keys/${key.id}`);
    await readAgain();
    setMade((shown) => (shown?.id === key.id ? undefined : shown));
    setRevoked(key);
  };
  const closeQuestion = (isRevoked: boolean) => {
    setAsked(undefined);
    // The button that had the focus went with its key.
    if (isRevoked) title.current?.focus();
  };

  return (
    <section className={card.section} aria-labelledby="keys">
      <h2 id="keys" ref={title} className={styles.title} tabIndex={-1}>
        Keys of the Web API
      </h2>
      <p className={card.quiet}>
        A program reads this server with a key of yours. Give each program its own, so that you can take back
        one alone. <a href="/docs">What there is to read</a>
      </p>
      <Read query={keys} tall={6}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>You have no keys yet.</Nothing>
          ) : (
            <KeyList keys={all} onRevoke={setAsked} />
          )
        }
      </Read>
      <p role="status" className={styles.status}>
        {revoked && `Revoked: ${revoked.name}.`}
      </p>
      <MadeKey made={made} />
      <Form action="Make a key" send={({ name }) => make(name)}>
        <Field
          label="A new key: what is it for?"
          hint="A name for yourself, such as “stream overlay”."
          name="name"
          autoComplete="off"
          required
        />
      </Form>
      {asked === undefined ? null : (
        <Confirm
          title={`Revoke “${asked.name}”?`}
          action="Revoke"
          onConfirm={() => revoke(asked)}
          onClose={closeQuestion}
        >
          <p>What uses this key can no longer read from this server. A key never comes back.</p>
        </Confirm>
      )}
    </section>
  );
}
