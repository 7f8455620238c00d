import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NotFound } from '../../app/not-found.tsx';
import card from '../../parts/card.module.css';
import { Read } from '../../parts/read.tsx';
import styles from './endpoint-page.module.css';
import { FieldTable } from './field-table.tsx';
import { Listing } from './listing.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { referenceQuery } from './read-reference.ts';
import { type Endpoint, endpointsOf, type Reference } from './reference.ts';
import { TryIt } from './try-it.tsx';
import { Words } from './words.tsx';

const route = getRouteApi('/docs/$endpoint');

/** An endpoint: what it is asked for, a request to try, and what it answers. */
export function EndpointPage() {
  const { endpoint: name } = route.useParams();
  return (
    <Read query={useQuery(referenceQuery)} tall={60}>
      {(reference) => {
        const endpoint = endpointsOf(reference).find((candidate) => candidate.name === name);
        if (endpoint === undefined) return <NotFound />;
        return <EndpointArticle key={name} endpoint={endpoint} schemas={reference.schemas} />;
      }}
    </Read>
  );
}

interface EndpointArticleProps {
  readonly endpoint: Endpoint;
  readonly schemas: Reference['schemas'];
}

function EndpointArticle({ endpoint, schemas }: EndpointArticleProps) {
  const { name, summary, description, documentation, path, parameters, ownErrors } = endpoint;
  return (
    <article className={card.stack}>
      <title>{`${name} · Laurel`}</title>
      <header className={card.section}>
        <p className={styles.name}>{name}</p>
        <h1>{summary}</h1>
        <p>
          <Words text={description} />
        </p>
        <p className={styles.path}>
          <code>GET {path}</code>
          {documentation === undefined ? null : (
            <a href={documentation} rel="noreferrer">
              The page that documents it
            </a>
          )}
        </p>
      </header>

      <section className={card.section} aria-labelledby="parameters">
        <h2 id="parameters">Parameters</h2>
        {parameters.length === 0 ? <p>It takes none.</p> : <ParameterTable parameters={parameters} />}
      </section>

      <TryIt endpoint={endpoint} />

      <section className={card.section} aria-labelledby="fields">
        <h2 id="fields">What it answers</h2>
        <FieldTable schema={endpoint.response} schemas={schemas} />
        <p className={card.small}>
          {ownErrors.map(({ status, words }) => `${status}: ${words.join(' Or: ')} `)}
          Other statuses are{' '}
          <Link to="/docs" hash="errors">
            the same at every endpoint
          </Link>
          .
        </p>
      </section>

      <section className={card.section} aria-labelledby="example">
        <h2 id="example">{documentation === undefined ? 'An example' : 'The documented example'}</h2>
        <Listing what="the example" text={JSON.stringify(endpoint.example, null, 2)}>
          <span className={card.small}>{exampleWords(endpoint)}</span>
        </Listing>
      </section>
    </article>
  );
}

/** What the example is asked for. */
function exampleWords({ parameters }: Endpoint): string {
  const given = parameters.filter(({ example }) => example !== undefined);
  if (given.length === 0) return 'Without parameters';
  return `With ${given.map(({ name, example }) => `${name}=${example}`).join(', ')}`;
}
