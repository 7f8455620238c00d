import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { sessionQuery } from '../../data/session.ts';

interface ReaderKey {
  /** Empty where there is none. */
  readonly key: string;
  readonly change: (key: string) => void;
}

const Key = createContext<ReaderKey>({ key: '', change: () => {} });

/** Remembers the key with which the reader tries the API: in this page alone, and no longer than it is open. */
export function ReaderKeyProvider({ children }: { readonly children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const [typed, setTyped] = useState<string>();
  // Only for who has signed in: others shall see what a request without a key is answered with.
  const own = session?.user ? session.visitorKey?.key : undefined;
  return <Key value={{ key: typed ?? own ?? '', change: setTyped }}>{children}</Key>;
}

/** The key of whoever is signed in, or what was typed in its place. */
export function useReaderKey(): ReaderKey {
  return useContext(Key);
}
