import { localRecord } from '../store/local-record.ts';

const marks = localRecord('minglu.messages-read', (raw) =>
  Array.isArray(raw) ? raw.filter((one): one is string => typeof one === 'string') : undefined,
);
const CHANGED = 'minglu-messages-read';

/** Old marks go first; a message that old is read. */
const MOST = 2_000;

let current: ReadonlySet<string> | undefined;

/** Which messages were opened, kept in this browser alone: nobody else needs to know what somebody read, and when. */
export function readMarks(): ReadonlySet<string> {
  current ??= new Set(marks.read() ?? []);
  return current;
}

export function markRead(keys: readonly string[]): void {
  marks.write([...new Set([...readMarks(), ...keys])].slice(-MOST));
  dispatchEvent(new Event(CHANGED));
}

/** Tells of marks made here and in another tab. */
export function followMarks(onChange: () => void): () => void {
  const changed = () => {
    current = undefined;
    onChange();
  };
  addEventListener(CHANGED, changed);
  addEventListener('storage', changed);
  return () => {
    removeEventListener(CHANGED, changed);
    removeEventListener('storage', changed);
  };
}
