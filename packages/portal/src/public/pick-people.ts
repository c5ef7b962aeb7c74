import type { DemoPerson } from '@minglu/sdk';

/** As many as a phone shows without becoming endless. */
const SHOWN = 5;

/** The first few of an organ, or those whom the words fit: by name, note, or the organ's own name. */
export function pickPeople(
  people: readonly DemoPerson[],
  organ: string,
  words: string,
): { readonly people: readonly DemoPerson[]; readonly more: number } {
  const wanted = words.trim();
  const fits = ({ name, note }: DemoPerson) => [name, note, organ].some((text) => text.includes(wanted));
  const found = wanted === '' ? people : people.filter(fits);
  return { people: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
}

/** The register of citizens comes first, then the largest office. */
export function rankOf(people: readonly DemoPerson[]): number {
  return people.some(({ officer }) => !officer) ? Number.MAX_SAFE_INTEGER : people.length;
}
