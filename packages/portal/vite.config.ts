import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineVerifier } from './offline-verifier.ts';
import { precompress } from './precompress.ts';
import { serviceGuides } from './service-guides.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const services = fileURLToPath(new URL('../../services', import.meta.url));

/** What every page runs on. */
const FRAME =
  /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack|use-sync-external-store)[\\/]/;

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), offlineVerifier(here), serviceGuides(services), precompress()],
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
          includeDependenciesRecursively: false,
          groups: [
            // What only an application or a licence's own page needs goes with it.
            { name: 'sealing', test: /[\\/]node_modules[\\/]jose[\\/]|sdk[\\/]src[\\/](envelope|vault)/, priority: 4 },
            { name: 'qr', test: /[\\/]node_modules[\\/]qrcode|design[\\/]QrCode/, priority: 4 },
            // Fetched when somebody scans, and never before.
            { name: 'scan', test: /[\\/]node_modules[\\/]qr[\\/]/, priority: 4 },
            {
              name: 'export',
              test: /protocol[\\/]src[\\/]evidence[\\/](verify-register-export|register-export|china-month)/,
              priority: 4,
            },
            { name: 'verifier', test: /packages[\\/]protocol[\\/]|[\\/]@noble[\\/]/, priority: 3 },
            // By name: whatever else is installed stays with the page that asked for it.
            { name: 'frame', test: FRAME, priority: 2 },
            {
              name: 'forms',
              test: /portal[\\/]src[\\/](forms[\\/](?!ApprovalFields|DateField)|scope[\\/](use-|catalogue|read-codes|ScopeNote))/,
              priority: 1,
            },
            { name: 'findings', test: /portal[\\/]src[\\/]proof[\\/]\w+\.tsx/, priority: 2 },
            { name: 'proof', test: /portal[\\/]src[\\/]proof[\\/]/, priority: 1 },
            {
              name: 'parts',
              test: /portal[\\/]src[\\/](design|language|server|session|store)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
