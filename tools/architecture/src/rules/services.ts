import type { Rule } from '../source-file.ts';

/** No platform code names a service: a new one must not touch the platform. The portal reads a service's own words by its package. */
export const services: Rule = (files) => {
  const ids = new Set(files.filter((f) => f.path.startsWith('services/')).map((f) => f.path.split('/')[1] ?? ''));
  return files
    .filter((file) => file.path.startsWith('packages/') && !file.path.startsWith('packages/portal/') && !file.isTest)
    .flatMap((file) =>
      [...file.strings]
        .filter(([text]) => ids.has(text) || [...ids].some((id) => text === `@minglu/${id}`))
        .map(([text, line]) => ({
          rule: 'service',
          path: file.path,
          line,
          detail: `platform code names the service "${text}"`,
        })),
    );
};
