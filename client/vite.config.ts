import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The portal's bundle. The server replaces `__NONCE__` in index.html for each request. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  resolve: { alias: { '@qafila/shared': here('../shared/src') } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What every screen needs comes in two files: by itself each icon would be a request of its own.
        codeSplitting: {
          groups: [
            { name: 'icons', test: /node_modules[\\/]lucide-react/ },
            { name: 'ui', test: /client[\\/]src[\\/](?:ui|lib)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: false,
    proxy: Object.fromEntries(
      ['/api', '/tracking-preview'].map((path) => [path, process.env.API_ORIGIN ?? 'http://127.0.0.1:3000']),
    ),
  },
});
