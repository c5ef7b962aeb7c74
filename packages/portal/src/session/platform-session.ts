import { api } from '../server/api.ts';

/** Signs out of the platform; nothing to end is no failure. */
export function endPlatformSession(): Promise<void> {
  return oneByOne(() =>
    api.delete('/api/sessions/{id}', { id: 'current' }).then(
      () => undefined,
      () => undefined,
    ),
  );
}

let last: Promise<unknown> = Promise.resolve();

/** Each change gives the cookie a new value: two at once, in whichever tabs, and the older could come last. */
export function oneByOne<T>(change: () => Promise<T>): Promise<T> {
  const turn = async () =>
    navigator.locks === undefined ? await change() : ((await navigator.locks.request('minglu.session', change)) as T);
  const next = last.then(turn, turn);
  last = next.catch(() => undefined);
  return next;
}
