import { useState } from 'react';

/** One press of a form's button: what is wrong is shown only after it, and nothing is sent twice while it is on its way. */
export function useAttempt(work: () => Promise<void>) {
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function run(isReady: boolean): Promise<void> {
    setAttempt(attempt + 1);
    setError(undefined);
    if (!isReady || busy) return;
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return {
    attempt,
    busy,
    error,
    /** As a form's `onSubmit`. */
    submit: (isReady: boolean) => (event: React.SyntheticEvent) => {
      event.preventDefault();
      void run(isReady);
    },
    run: (isReady = true) => void run(isReady),
  };
}
