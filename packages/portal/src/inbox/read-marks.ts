import { localRecord } from '../store/local-record.ts';

const marks = localRecord('minglu.messages-read', (raw) =>
  Array.isArray(raw) ? raw.filter((one): one is string => typeof one === 'string') : undefined,
);

/** Old marks go first; a message that old is read. */
const MOST = 2_000;

/** Which messages were opened, kept in this browser alone: nobody else needs to know what somebody read, and when. */
export function readMarks(): ReadonlySet<string> {
  return new Set(marks.read() ?? []);
}

export function markRead(keys: readonly string[]): void {
  marks.write([...new Set([...(marks.read() ?? []), ...keys])].slice(-MOST));
}
