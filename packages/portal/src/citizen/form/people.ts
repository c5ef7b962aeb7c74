import type { PersonPart } from '../../server/service.ts';

/** One of a group: answers by part. */
export type Person = Readonly<Record<string, string>>;

/** A group out of its answer; what is none is nobody. */
export function parsePeople(answer: string): readonly Person[] {
  try {
    const list: unknown = JSON.parse(answer);
    if (!Array.isArray(list)) return [];
    return list.map((one: unknown) => {
      const entries = Object.entries((one ?? {}) as object);
      return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    });
  } catch {
    return [];
  }
}

/** What is sealed: a person a line, parts apart by a bar, in the order they are asked; what is left open at the end is left out. An officer reads it as it stands. */
export function peopleText(people: readonly Person[], parts: readonly PersonPart[]): string {
  return people
    .map((person) =>
      parts
        .map(({ id }) => (person[id] ?? '').trim().replaceAll('|', '／'))
        .join(' | ')
        .replace(/(?: \| )+$/, ''),
    )
    .join('\n');
}
