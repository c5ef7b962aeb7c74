import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineVerifier } from './offline-verifier.ts';
import { precompress } from './precompress.ts';
import { serviceGuides } from './service-guides.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const services = fileURLToPath(new URL('../../services', import.meta.url));

/**
 * What of the protocol reaches the curves, which are two thirds of its weight: fetched where something is checked or
 * sealed, and not by a page that only shows.
 */
const CURVES =
  /[\\/]@noble[\\/]curves[\\/]|protocol[\\/]src[\\/](evidence[\\/](verify-|trust-file)|document[\\/](verify-document|read-sealed-document)|log[\\/]check-checkpoint|transaction[\\/]check-transaction-signature|keys[\\/](parse-public-jwk|signer|check-signature))/;

/** Everything between the first question and the answer, in one: forty small files compress worse. */
const APPLICATION =
  /portal[\\/]src[\\/](citizen[\\/](Apply|prepare-application|attest-everywhere|filed-with|use-submission|SubmissionStages|NameCheck|ScopeAnswer|draft-keeper|use-draft)|drafts[\\/](?!KeptDrafts|DraftNotices)|vault[\\/](Premises|PagePreview|AddPage|upload-pages|take-files|read-photo|add-page|use-object-url))/;

/** What the holder of a case's key does, on whichever page. It asks the forms, and they ask nothing of it. */
const HOLDER =
  /portal[\\/]src[\\/](citizen[\\/]act-as-holder|inbox[\\/](give-contact|case-door|ContactForm|ContactFields|contact-problems))|sdk[\\/]src[\\/](keys[\\/](?!web-crypto-check|import)|submit)/;

/** What every page runs on. */
const FRAME = /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/;

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
            { name: 'verifier', test: CURVES, priority: 3.5 },
            { name: 'codec', test: /packages[\\/]protocol[\\/]|[\\/]@noble[\\/]hashes/, priority: 3 },
            // By name: whatever else is installed stays with the page that asked for it.
            { name: 'frame', test: FRAME, priority: 2 },
            { name: 'application', test: APPLICATION, priority: 2 },
            { name: 'holder', test: HOLDER, priority: 2 },
            {
              name: 'forms',
              test: /portal[\\/]src[\\/](forms[\\/](?!ApprovalFields|DateField|regions|parse-licence-number|money)|scope[\\/](use-|catalogue|read-codes|ScopeNote)|inbox[\\/]contact-record)|sdk[\\/]src[\\/]masking/,
              priority: 1,
            },
            { name: 'findings', test: /portal[\\/]src[\\/]proof[\\/]\w+\.tsx/, priority: 2 },
            { name: 'proof', test: /portal[\\/]src[\\/]proof[\\/]/, priority: 1 },
            {
              name: 'parts',
              // Whose signatures count is asked by what verifies.
              test: /portal[\\/]src[\\/](design|language|session|store[\\/](?!browser-pins|keep-evidence|page-store)|server[\\/](?!trust-query)|forms[\\/](regions|parse-licence-number|money))/,
              priority: 1.5,
            },
          ],
        },
      },
    },
  },
});
