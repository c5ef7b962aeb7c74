import type { Rule } from '../source-file.ts';

/** What only somebody may ask for is read with one of these, or after one of these was asked. */
const PRIVATE = /^(may|decideFor|keysThatMay|keysForWholeFile|getSession|findSession|getDesk|officerAt|sidecar|trace)$/;

/** A route that reads what is not public says so to the trail: no file looks at rights or at private parts and calls itself unrecorded. */
export const trail: Rule = (files) =>
  files
    .filter(({ path, isTest }) => path.startsWith('packages/api/src/routes/') && !isTest)
    .filter(({ words, strings }) => words.has('unrecorded') && !strings.has('leaves-only'))
    .flatMap(({ path, words }) =>
      [...words]
        .filter(([word]) => PRIVATE.test(word))
        .map(([word, line]) => ({
          rule: 'trail',
          path,
          line,
          detail: `${word} in a route of which no record is kept`,
        })),
    );
