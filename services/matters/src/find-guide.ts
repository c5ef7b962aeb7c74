import type { Guide } from './guide.ts';

/** The whole guide, fetched when it is opened: a list of results does not need it. */
export async function findGuide(id: string): Promise<Guide | undefined> {
  const { guides } = await import('./guides.ts');
  return guides.find((guide) => guide.id === id);
}
