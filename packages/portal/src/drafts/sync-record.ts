import { type LocalRecord, localRecord } from '../store/local-record.ts';

/** What this browser remembers of the draft's other place. The key is not among it: the department gives it for a sign-in. */
export interface SyncRecord {
  readonly slot: string;
  /** The version this browser has seen. */
  readonly version: number;
  /** `updatedAt` of the draft that was last saved or taken over. */
  readonly updatedAt: number;
  readonly person: string;
  /** Handed in or thrown away here; it still has to be forgotten there. */
  readonly isDone?: true;
}

export function syncRecord(service: string): LocalRecord<SyncRecord> {
  return localRecord(`minglu.draft-place.${service}`, parseRecord);
}

function parseRecord(raw: unknown): SyncRecord | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { slot, version, updatedAt, person, isDone } = raw as Record<string, unknown>;
  const isWhole = typeof slot === 'string' && typeof version === 'number' && typeof person === 'string';
  if (!isWhole || typeof updatedAt !== 'number') return undefined;
  return { slot, version, updatedAt, person, ...(isDone === true ? { isDone } : {}) };
}
