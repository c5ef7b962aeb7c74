const KEY = 'minglu.landing';
const PAGE = /^\/(apply|cases|take-over|annulment|account|officer|auditor)\b/;

/** Back to where the reader came from, and only to a page of this site. */
export function landingOf(from: unknown): string {
  return typeof from === 'string' && PAGE.test(from) ? from : '/';
}

/** For the way over the provider's page: this tab forgets what its pages knew. */
export function keepLanding(from: unknown): void {
  sessionStorage.setItem(KEY, landingOf(from));
}

export function takeLanding(): string {
  const from = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return landingOf(from);
}
