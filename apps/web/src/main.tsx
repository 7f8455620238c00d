import './design/tokens.css';
import './design/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './app/queries.ts';
import { router } from './app/router.tsx';
import { sessionQuery } from './data/session.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');
const shown = createRoot(root);
void queries.prefetchQuery(sessionQuery);
// Once, with the page in it, rather than first without.
void router.load().then(() =>
  shown.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
