import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { pages } from './build/pages.ts';

/** Where `npm run dev -w @laurel/web` finds a server with real data. */
const SERVER = process.env.LAUREL_ADDRESS ?? 'http://127.0.0.1:8080';
const OF_THE_SERVER = ['/API', '/site', '/Images', '/Badge', '/UserPic', '/openapi.json'];

/** What every page runs on; it changes seldom, and stays in browsers from one version of Laurel to the next. */
const FRAMEWORK =
  /\/node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@tanstack\/(?:(?:react-)?(?:router|query|store)(?:-core)?|history))\//;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed(), pages()],
  resolve: {
    // As source: the package has its built form only where it is published.
    alias: { '@laurel/client': fileURLToPath(import.meta.resolve('../../packages/client/src/index.ts')) },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // What a page loads stands in its HTML: see build/pages.ts.
    modulePreload: false,
    // Asking for many small files takes longer than the few kilobytes that a page does not need.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'framework', test: FRAMEWORK }] },
      },
    },
  },
  server: { proxy: Object.fromEntries(OF_THE_SERVER.map((path) => [path, SERVER])) },
});
