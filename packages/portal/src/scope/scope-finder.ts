import type { ScopeItem } from '../forms/search-scope.ts';
import type { FromScopeWorker, ToScopeWorker } from './scope-worker.ts';

/** Search by pinyin, first letters and words written wrongly, in a worker of its own. */
export interface ScopeFinder {
  find(query: string): Promise<readonly string[]>;
  close(): void;
}

export function openScopeFinder(items: readonly ScopeItem[]): ScopeFinder {
  const worker = new Worker(new URL('./scope-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (codes: readonly string[]) => void>();
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<FromScopeWorker>) => {
    waiting.get(data.id)?.(data.codes);
    waiting.delete(data.id);
  };
  // Where a browser has no such worker the plain search has said all it can.
  worker.onerror = () => {
    for (const answer of waiting.values()) answer([]);
    waiting.clear();
  };
  const say = (message: ToScopeWorker) => worker.postMessage(message);
  say({ items });
  return {
    find: (query) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        say({ id: asked, query });
      }),
    close: () => worker.terminate(),
  };
}
