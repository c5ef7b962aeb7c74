import type { Colour } from './run-removal.ts';

/** By `path # words`. */
export type RemovalResults = Map<string, Colour>;

const HEAD =
  '# What tests said when their control was taken away: written by src/remove-controls.ts, never by hand.\n# red: it failed, as it should. green: it passed. none: it did not run.\n';

/** `colour path # words`, a line a test. */
export function readResults(text: string): RemovalResults {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, colour = '', name = ''] = /^(red|green|none) (.+)$/.exec(line) ?? [];
      if (name === '') throw new TypeError(line);
      return [name, colour as Colour];
    }),
  );
}

export function formatResults(results: RemovalResults): string {
  const lines = [...results].map(([name, colour]) => `${colour} ${name}\n`);
  return HEAD + lines.sort((a, b) => (a.slice(a.indexOf(' ')) < b.slice(b.indexOf(' ')) ? -1 : 1)).join('');
}
