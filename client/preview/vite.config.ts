import { defineConfig } from 'vite';

const here = decodeURIComponent(new URL('.', import.meta.url).pathname);

/**
 * The recipient's page once more, for a frame of the portal: same code, same styles, but the parcel is given to it.
 * A build of its own under a path of its own, so that neither bundle holds a word of the other.
 */
export default defineConfig({
  root: here,
  base: '/tracking-preview/',
  publicDir: false,
  resolve: { alias: [{ find: /^@qafila\/shared\/(.*)$/, replacement: `${here}../../shared/src/$1.ts` }] },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
