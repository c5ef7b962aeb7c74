import { useState } from 'react';
import { type Act, act } from './act.ts';
import type { Officer } from './use-officer.ts';

/** One signed act at a time, what became of it, and who is to be told. */
export function useAct(officer: Officer, done: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function sign(deed: Act): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await act(officer, deed);
      done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, sign };
}
