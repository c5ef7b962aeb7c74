const TIMEOUT_MS = 5_000;

/**
 * What others' clocks say, by the `Date` of any answer of theirs (RFC 9110 6.6.1; whole seconds): good enough to find a clock
 * that is far off, which is all that is asked. Half the way there and back is taken off.
 */
export async function askClocks(
  urls: readonly string[],
  clock: () => number,
): Promise<{ readonly url: string; readonly timeMs: number | undefined }[]> {
  return await Promise.all(urls.map(async (url) => ({ url, timeMs: await askClock(url, clock) })));
}

async function askClock(url: string, clock: () => number): Promise<number | undefined> {
  const begun = clock();
  try {
    const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const timeMs = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(timeMs) ? undefined : timeMs + (clock() - begun) / 2;
  } catch {
    return undefined;
  }
}
