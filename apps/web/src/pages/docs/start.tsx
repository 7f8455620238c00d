import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import card from '../../parts/card.module.css';
import { Copyable } from '../../parts/copyable.tsx';
import { Read } from '../../parts/read.tsx';
import { Facts } from './facts.tsx';
import { KeyWords } from './key-words.tsx';
import { referenceQuery } from './read-reference.ts';
import { useReaderKey } from './reader-key.tsx';
import { curlOf } from './request.ts';
import styles from './start.module.css';
import { StatusSentences } from './status-sentences.tsx';

/** Three ways to send the same key. */
const WAYS = [
  ['X-API-Key', 'A header, as in the line above.'],
  ['Authorization: Bearer', 'A header, as many tools send tokens.'],
  ['y', 'A parameter, as the public service takes it. Addresses end up in logs: rather use a header.'],
] as const;

/** What the Web API is, and how to begin. */
export function DocsStart() {
  const reference = useQuery(referenceQuery);
  const { key } = useReaderKey();
  const { origin } = window.location;
  return (
    <article className={card.stack}>
      <title>The Web API · Laurel</title>
      <header className={card.section}>
        <h1>The Web API</h1>
        <p className={styles.lead}>
          Everything that this server knows, for programs: players, games, achievements, and who has unlocked
          what. It answers as version 1 of the Web API of RetroAchievements does, to the letter of its
          documentation, so that what is written for the one works with the other.
        </p>
        <p>
          Ask by <code>GET</code> or <code>POST</code>, with parameters in the query; the answer is JSON. Each
          endpoint has a page here, from which you can send a request. This server is at
        </p>
        <Copyable text={origin} what="the address" />
      </header>

      <section className={card.section} aria-labelledby="first">
        <h2 id="first">A first request</h2>
        <p>The ten players with the most points, at a terminal:</p>
        <Copyable
          text={curlOf({ origin, path: '/API/API_GetTopTenUsers.php', values: {}, key })}
          what="the command"
          testId="curl"
        />
        <KeyWords />
      </section>

      <section className={card.section} aria-labelledby="key">
        <h2 id="key">How to send your key</h2>
        <p>Once, in one of three ways.</p>
        <Facts
          label="Ways to send a key"
          isWide
          head={['Name', 'What it is']}
          facts={WAYS.map(([name, words]) => ({ key: name, name: <code>{name}</code>, words }))}
        />
      </section>

      <section className={card.section} aria-labelledby="programs">
        <h2 id="programs">For programs</h2>
        <ul className={styles.list}>
          <li>
            <code>@laurel/client</code> is a typed client for JavaScript and TypeScript: timeouts, retries,
            paging. The page of each endpoint shows its call.
          </li>
          <li>
            <a href="/openapi.json">/openapi.json</a> describes all of this as OpenAPI 3.1, for generators and
            other tools.
          </li>
          <li>
            Answers carry an <code>ETag</code>: send it as <code>If-None-Match</code>, and what has not
            changed since is an empty 304.
          </li>
          <li>
            How many requests you have left in a minute stands in <code>RateLimit-Remaining</code>. After too
            many, <code>Retry-After</code> says how many seconds to wait.
          </li>
        </ul>
      </section>

      <section className={card.section} aria-labelledby="errors">
        <h2 id="errors">When it does not succeed</h2>
        <p>
          The status says what kind of thing it is; <code>message</code> in the answer says what is wrong, and
          what to do.
        </p>
        <Read query={reference} tall={24}>
          {({ errors }) => (
            <Facts
              label="What goes wrong"
              head={['Status', 'What it means']}
              facts={errors.map(({ status, words }) => ({
                key: String(status),
                name: status,
                words: <StatusSentences words={words} />,
              }))}
            />
          )}
        </Read>
        <p>
          Games and players that do not exist are no error at most endpoints: their answer is empty.{' '}
          <Link to="/docs/$endpoint" params={{ endpoint: 'GetUserProgress' }}>
            Try one
          </Link>
        </p>
      </section>
    </article>
  );
}
