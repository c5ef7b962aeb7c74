const MARK = 'minglu:office-words\n';

/**
 * What one officer seals to another office as a reason. The mark is inside the envelope: whoever may open reasons opens
 * nothing else with them, so that no case's envelope is opened under the name of one.
 */
export function markOfficeWords(text: string): string {
  return `${MARK}${text}`;
}

/** The words without their mark; undefined for what was sealed as something else. */
export function readOfficeWords(opened: string): string | undefined {
  return opened.startsWith(MARK) ? opened.slice(MARK.length) : undefined;
}
