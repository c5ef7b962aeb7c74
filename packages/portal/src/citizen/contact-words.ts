import type { ContactAnswer } from '../inbox/contact-record.ts';
import type { Say } from '../language/say.ts';

/** Where messages go; undefined where nothing was left. */
export function contactWords(contact: ContactAnswer | undefined, t: Say): string | undefined {
  const words = [contact?.phone, contact?.email].filter((one) => one !== undefined);
  return words.length === 0 ? undefined : words.join(t('looks.itemGap'));
}
