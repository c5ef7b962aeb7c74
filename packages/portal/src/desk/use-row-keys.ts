import { useCallback, useEffect, useRef } from 'react';

const LAST = 'minglu.desk.last';
const DOWN = new Set(['ArrowDown', 'j']);
const UP = new Set(['ArrowUp', 'k']);

/**
 * Moves between the rows of a list by arrows or j and k, and picks one by x; Enter is the browser's own. The keys count only while the focus
 * is in the list (WCAG 2.1.4), so that nobody who speaks or types into a field sets them off. Whoever comes back from a
 * case finds the focus, and so the scroll, on its row.
 */
export function useRowKeys(isReady: boolean) {
  const list = useRef<HTMLUListElement>(null);
  const wasReady = useRef(false);
  useEffect(() => {
    if (!isReady || wasReady.current) return;
    wasReady.current = true;
    const last = sessionStorage.getItem(LAST);
    sessionStorage.removeItem(LAST);
    if (last !== null) list.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(last)}"]`)?.focus();
  }, [isReady]);
  const onKeyDown = useCallback((event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = DOWN.has(event.key) ? 1 : UP.has(event.key) ? -1 : 0;
    const row = document.activeElement?.closest('li');
    if (event.key === 'x') row?.querySelector<HTMLInputElement>('[data-pick]')?.click();
    if (step === 0) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-case]') ?? [])];
    const next = links[links.findIndex((link) => link.closest('li') === row) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }, []);
  return { list, onKeyDown };
}

/** Called when a case is opened, so that coming back finds its row. */
export function rememberRow(caseId: string): void {
  sessionStorage.setItem(LAST, caseId);
}
