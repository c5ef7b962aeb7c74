import { parseStrictJsonObject } from '@minglu/protocol';

/** Words of a finding, where what was sealed says that it is one: so no other envelope is opened on this way. */
export function wordsOfFinding(text: string): string | undefined {
  try {
    const said = parseStrictJsonObject(text);
    return said.type === 'minglu-audit-finding' && typeof said.words === 'string' ? said.words : undefined;
  } catch {
    return undefined;
  }
}
