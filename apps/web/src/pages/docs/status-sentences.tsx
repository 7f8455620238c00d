import { Words } from './words.tsx';

/** What a status means: a sentence, or one of several. */
export function StatusSentences({ words }: { readonly words: readonly string[] }) {
  const [only, ...others] = words;
  if (others.length === 0) return <Words text={only ?? ''} />;
  return (
    <ul>
      {words.map((sentence) => (
        <li key={sentence}>
          <Words text={sentence} />
        </li>
      ))}
    </ul>
  );
}
