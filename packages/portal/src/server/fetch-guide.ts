import { PortalError } from './failure.ts';

/** What a service or a matter says about itself, as it was written beside the pages when they were built. */
export async function fetchGuide<T>(name: string): Promise<T> {
  const answer = await fetch(`/guides/${name}.json`, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new PortalError('guide-missing', { service: name });
  return answer.json() as Promise<T>;
}
