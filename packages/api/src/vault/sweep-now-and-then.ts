import type { ApiContext } from '../api-context.ts';

const EVERY_MS = 15 * 60_000;

/** Sweeps the vault at the start and four times an hour; one sweep at a time, and a failed one is tried again later. */
export const sweepNowAndThen = ({ vault, log }: ApiContext): { stop(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const sweep = (): void => {
    running = running
      .then(() => vault.sweep())
      .catch((error: unknown) => {
        log.error({ event: 'vault-sweep', error: error instanceof Error ? error.message : 'unknown' });
      });
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
