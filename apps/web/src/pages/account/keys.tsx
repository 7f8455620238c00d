import type { NewKey, OwnKeys } from '@laurel/contract/site';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../data/site.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import form from '../../parts/form.module.css';
import { Form } from '../../parts/form.tsx';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { Time } from '../../parts/time.tsx';

const KEYS = ['keys'];

/** The reader's keys of the Web API. */
export function Keys() {
  const queries = useQueryClient();
  const [made, setMade] = useState<string>();
  const keys = useQuery({
    queryKey: KEYS,
    queryFn: async () => (await ask<OwnKeys>('GET', 'keys')).keys,
  });
  const readAgain = () => queries.invalidateQueries({ queryKey: KEYS });
  const revoke = async (id: string) => {
    await ask('DELETE', `keys/${id}`);
    await readAgain();
  };
  return (
    <section className={card.section} aria-labelledby="keys">
      <h2 id="keys">Keys of the Web API</h2>
      <p className={card.quiet}>
        A program reads this server with a key of yours. Give each its own, to take one back alone.
      </p>
      <Read query={keys} tall={6}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>You have no keys yet.</Nothing>
          ) : (
            <ul className={list.list}>
              {all.map(({ id, name, createdAt, lastUsedAt }) => (
                <li key={id} className={list.row}>
                  <span />
                  <div>
                    <b>{name}</b>
                    <p className={list.about}>
                      Made <Time at={new Date(createdAt * 1000)} />,{' '}
                      {lastUsedAt === null ? (
                        'not used yet'
                      ) : (
                        <>
                          used <Time at={new Date(lastUsedAt * 1000)} />
                        </>
                      )}
                    </p>
                  </div>
                  <button type="button" className={button.plain} onClick={() => revoke(id)}>
                    Revoke<span className="visually-hidden"> {name}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {made === undefined ? null : (
        <div className={form.secret} role="status">
          <p>Your new key. It is shown once: copy it now.</p>
          <code data-testid="key">{made}</code>
          <p className={card.small}>
            Try it:{' '}
            <code>{`curl -H 'X-API-Key: ${made}' '${window.location.origin}/API/API_GetTopTenUsers.php'`}</code>
          </p>
        </div>
      )}
      <Form
        action="Make a key"
        send={async ({ name }) => {
          const { key } = await ask<NewKey>('POST', 'keys', { name });
          setMade(key);
          await readAgain();
        }}
      >
        <Field label="What it is for" name="name" required maxLength={100} />
      </Form>
    </section>
  );
}
