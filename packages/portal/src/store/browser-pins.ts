import { type PinStore, pinStoreOver } from '@minglu/sdk';
import { keepEvidence } from './keep-evidence.ts';

/** What this browser remembers of the log between visits; evidence goes where the alarm on every page looks. */
export function browserPins(): PinStore {
  return {
    ...pinStoreOver(localStorage),
    keepEvidence: async (_origin, evidence) => keepEvidence(evidence, Date.now()),
  };
}

/** Forgets log, trust and evidence: for a reader who knows why the keys changed. */
export function forgetPins(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('minglu-pin/')) localStorage.removeItem(key);
}
