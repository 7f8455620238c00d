import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';

/** Where `npm run dev -w @laurel/web` finds a server with real data. */
const SERVER = process.env.LAUREL_ADDRESS ?? 'http://127.0.0.1:8080';
const OF_THE_SERVER = ['/API', '/site', '/Images', '/Badge', '/UserPic', '/docs', '/openapi.json'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  resolve: {
    // As source: the package has its built form only where it is published.
    alias: { '@laurel/client': fileURLToPath(import.meta.resolve('../../packages/client/src/index.ts')) },
  },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: Object.fromEntries(OF_THE_SERVER.map((path) => [path, SERVER])) },
});
