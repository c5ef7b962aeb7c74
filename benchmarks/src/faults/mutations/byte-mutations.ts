import type { Mutation } from './mutation.ts';
import type { SeededRandom } from './seeded-random.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_';
const STRANGE = [
  '\0',
  '\r',
  '\t',
  ' ',
  '\n',
  '\n\n',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ud800',
  '𝟙',
  '—',
  '"',
  '\\',
  '+',
  '99',
];

const put = (text: string, at: number, removed: number, added: string): string =>
  text.slice(0, at) + added + text.slice(at + removed);

function span(text: string, random: SeededRandom): [start: number, length: number] {
  const start = random.below(text.length);
  return [start, 1 + random.below(Math.min(60, text.length - start))];
}

/** Mutations of the text as it stands, whatever it says. */
export const byteMutations: Readonly<Record<string, Mutation>> = {
  'bit flipped': (text, random) => {
    const at = random.below(text.length);
    return put(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7))));
  },
  'character replaced': (text, random) => put(text, random.below(text.length), 1, random.pick([...BASE64])),
  'character inserted': (text, random) => put(text, random.below(text.length + 1), 0, random.pick([...BASE64])),
  'strange character inserted': (text, random) => put(text, random.below(text.length + 1), 0, random.pick(STRANGE)),
  'span deleted': (text, random) => {
    const [start, length] = span(text, random);
    return put(text, start, length, '');
  },
  'span doubled': (text, random) => {
    const [start, length] = span(text, random);
    return put(text, start, 0, text.slice(start, start + length));
  },
  'span moved': (text, random) => {
    const [start, length] = span(text, random);
    const rest = put(text, start, length, '');
    return put(rest, random.below(rest.length + 1), 0, text.slice(start, start + length));
  },
  'digit changed': (text, random) => {
    const digits = [...text.matchAll(/[0-9]/g)].map(({ index }) => index);
    return put(text, random.pick(digits), 1, String(random.below(10)));
  },
  'line deleted': (text, random) => {
    const lines = text.split(/(?<=\n|\\n)/);
    return lines.toSpliced(random.below(lines.length), 1).join('');
  },
  'lines exchanged': (text, random) => {
    const lines = text.split(/(?<=\n|\\n)/);
    const [left, right] = [random.below(lines.length), random.below(lines.length)];
    return lines
      .with(left, lines[right] ?? '')
      .with(right, lines[left] ?? '')
      .join('');
  },
  'cut off': (text, random) => text.slice(0, random.below(text.length)),
  'case turned': (text, random) => {
    const at = random.below(text.length);
    const character = text.charAt(at);
    return put(text, at, 1, character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase());
  },
};
