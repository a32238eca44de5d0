import { defineConfig } from 'vite';

const here = decodeURIComponent(new URL('.', import.meta.url).pathname);
const page = (name: string) => `${here}${name}.html`;

/**
 * The recipient's page has a build of its own: nothing of the portal can reach it by a shared chunk.
 * No source maps and no banners, and neutral names, since a file name is read too (Policy clause 7).
 */
export default defineConfig({
  root: here,
  base: '/',
  publicDir: `${here}public`,
  resolve: { alias: [{ find: /^@qafila\/shared\/(.*)$/, replacement: `${here}../../shared/src/$1.ts` }] },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    sourcemap: false,
    // The page's policy allows no data: addresses for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { parcel: page('index'), missing: page('404'), broken: page('500') },
      output: {
        entryFileNames: 'assets/[hash].js',
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: 'assets/[hash][extname]',
      },
    },
  },
});
