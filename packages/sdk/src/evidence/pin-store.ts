import type { CheckpointEvidence } from '../sdk-error.ts';

/** What a reader remembers between visits, by the log's origin. */
export interface PinStore {
  readCheckpoint(origin: string): Promise<string | undefined>;
  writeCheckpoint(origin: string, note: string): Promise<void>;
  readTrust(origin: string): Promise<string | undefined>;
  writeTrust(origin: string, text: string): Promise<void>;
  /** Appends; evidence is never overwritten. */
  keepEvidence(origin: string, evidence: CheckpointEvidence): Promise<void>;
  listEvidence(origin: string): Promise<readonly CheckpointEvidence[]>;
}

/** Key and value strings: `localStorage` fits as it is. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export const pinStoreOver = (storage: TextStorage, prefix = 'minglu-pin'): PinStore => {
  const key = (kind: string, origin: string): string => `${prefix}/${kind}/${origin}`;
  const listEvidence = async (origin: string): Promise<CheckpointEvidence[]> =>
    JSON.parse(storage.getItem(key('evidence', origin)) ?? '[]') as CheckpointEvidence[];
  return {
    readCheckpoint: async (origin) => storage.getItem(key('checkpoint', origin)) ?? undefined,
    writeCheckpoint: async (origin, note) => storage.setItem(key('checkpoint', origin), note),
    readTrust: async (origin) => storage.getItem(key('trust', origin)) ?? undefined,
    writeTrust: async (origin, text) => storage.setItem(key('trust', origin), text),
    listEvidence,
    keepEvidence: async (origin, evidence) => {
      const kept = await listEvidence(origin);
      const text = JSON.stringify(evidence);
      if (kept.some((one) => JSON.stringify(one) === text)) return;
      storage.setItem(key('evidence', origin), JSON.stringify([...kept, evidence]));
    },
  };
};

export const memoryPinStore = (): PinStore => {
  const values = new Map<string, string>();
  return pinStoreOver({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  });
};
