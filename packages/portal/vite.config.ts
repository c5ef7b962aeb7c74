import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineVerifier } from './offline-verifier.ts';
import { serviceGuides } from './service-guides.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const services = fileURLToPath(new URL('../../services', import.meta.url));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), offlineVerifier(here), serviceGuides(services)],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // A few chunks compress better than forty small ones: what every page needs, what verifies, and the pages.
        codeSplitting: {
          groups: [
            { name: 'verifier', test: /packages[\\/](protocol|sdk)[\\/]|[\\/](@noble|jose)[\\/]/, priority: 3 },
            { name: 'frame', test: /[\\/]node_modules[\\/]/, priority: 2 },
            {
              name: 'parts',
              test: /portal[\\/]src[\\/](design|forms|language|proof|server|session|store)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
