import { TRADITIONAL } from './traditional.ts';

/** More than anybody types about one matter; keeps the work bounded whatever is pasted. */
const LONGEST = 200;
const KEPT = /[\p{L}\p{N}]/u;

const simplified = new Map(
  TRADITIONAL.split(' ').flatMap((pair) => {
    const [traditional, simple] = [...pair];
    return traditional === undefined || simple === undefined ? [] : [[traditional, simple] as const];
  }),
);

/** One spelling for what is typed: half-width, lower case, simplified, letters and digits only. Spaces and signs mean nothing. */
export function normalise(text: string): string {
  let out = '';
  let count = 0;
  for (const character of text.normalize('NFKC').toLowerCase()) {
    if (!KEPT.test(character)) continue;
    if (count === LONGEST) break;
    out += simplified.get(character) ?? character;
    count += 1;
  }
  return oneEnglish(out);
}

/** British and American spellings of the words that guides use. */
export function oneEnglish(text: string): string {
  return text.replaceAll('licence', 'license').replaceAll('enrolment', 'enrollment').replaceAll('labour', 'labor');
}

export function isLatin(character: string): boolean {
  return character >= 'a' && character <= 'z' && character.length === 1;
}
