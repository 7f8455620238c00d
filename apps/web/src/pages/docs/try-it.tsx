import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { sessionQuery } from '../../data/session.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Copyable } from '../../parts/copyable.tsx';
import { Field } from '../../parts/field.tsx';
import { FieldProblems } from '../../parts/form.tsx';
import { NO_ANSWER, type Outcome, outcomeOf } from './answer.ts';
import { clientCallOf } from './client-call.ts';
import { KeyWords } from './key-words.tsx';
import { ParameterField } from './parameter-field.tsx';
import { useReaderKey } from './reader-key.tsx';
import type { Endpoint } from './reference.ts';
import { type ApiRequest, curlOf, urlOf } from './request.ts';
import { ShownOutcome } from './shown-outcome.tsx';
import styles from './try-it.module.css';

/** A request to fill in and to send, and the same for a program. */
export function TryIt({ endpoint }: { readonly endpoint: Endpoint }) {
  const { key, change } = useReaderKey();
  const { data: session } = useQuery(sessionQuery);
  const [values, setValues] = useState(() => exampleOf(endpoint));
  const { state, send } = useSending();
  const form = useRef<HTMLFormElement>(null);
  const request: ApiRequest = { origin: window.location.origin, path: endpoint.path, values, key };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await send(request);
    const [first] = endpoint.parameters.filter(({ name }) => name in (outcome?.fields ?? {}));
    if (first === undefined) return;
    const field = form.current?.elements.namedItem(first.name);
    if (field instanceof HTMLElement) field.focus();
  };

  return (
    <>
      <section className={card.section} aria-labelledby="try">
        <h2 id="try">Try it</h2>
        <FieldProblems value={state === 'sending' ? {} : (state?.fields ?? {})}>
          <form ref={form} className={styles.form} aria-labelledby="try" onSubmit={submit} noValidate>
            {endpoint.parameters.length === 0 ? null : (
              <div className={styles.fields}>
                {endpoint.parameters.map((parameter) => (
                  <ParameterField
                    key={parameter.name}
                    parameter={parameter}
                    value={values[parameter.name] ?? ''}
                    change={(value) => setValues((before) => ({ ...before, [parameter.name]: value }))}
                  />
                ))}
              </div>
            )}
            <Field
              label="Your web API key"
              name="key"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={key}
              onChange={(event) => change(event.target.value.trim())}
            />
            <KeyWords />
            <div>
              <button type="submit" className={button.primary} aria-disabled={state === 'sending'}>
                Send
              </button>
            </div>
          </form>
        </FieldProblems>
        <ShownOutcome outcome={state} />
      </section>

      <section className={card.section} aria-labelledby="same">
        <h2 id="same">The same elsewhere</h2>
        <p className={card.small}>At a terminal:</p>
        <Copyable text={curlOf(request)} what="the command" testId="curl" />
        <p className={card.small}>
          In a program, with <code>@laurel/client</code>:
        </p>
        <Copyable
          text={clientCallOf({ endpoint, request, username: session?.user?.username ?? 'your-name' })}
          what="the program"
          testId="client"
        />
      </section>
    </>
  );
}

/** What the documented example is asked for. */
function exampleOf({ parameters }: Endpoint): Record<string, string> {
  return Object.fromEntries(
    parameters.map(({ name, example }) => [name, example === undefined ? '' : String(example)]),
  );
}

/** Sends requests, one at a time. */
function useSending() {
  const [state, setState] = useState<Outcome | 'sending'>();
  const send = async (request: ApiRequest): Promise<Outcome | undefined> => {
    if (state === 'sending') return undefined;
    setState('sending');
    const outcome = await outcomeOfSending(request).catch(() => NO_ANSWER);
    setState(outcome);
    return outcome;
  };
  return { state, send };
}

/** As a program would ask: with the key alone, and nothing of the browser's session. */
async function outcomeOfSending(request: ApiRequest): Promise<Outcome> {
  const start = performance.now();
  const response = await fetch(urlOf(request), {
    headers: request.key === '' ? {} : { 'x-api-key': request.key },
    cache: 'no-store',
    credentials: 'omit',
  });
  const body = await response.text();
  return outcomeOf(response.status, body, performance.now() - start);
}
