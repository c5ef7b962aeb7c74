import { Client, DepartmentClient } from '@minglu/sdk';

/** Told when the server says that a sign-in has ended: here, on another device, or by an administrator. */
const listeners = new Set<() => void>();

/** The API of the server these pages came from. Who is signed in stands in a cookie that no script reads. */
export const api = new Client({
  baseUrl: '',
  cookie: true,
  fetch: async (url, init) => {
    const answer = await fetch(url, init);
    if (answer.status === 401 && !url.startsWith('/api/sessions')) for (const tell of listeners) tell();
    return answer;
  },
});

export function onSignedOut(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** A department's own door. */
export function departmentAt(endpoint: string, timeoutMs = 15_000): DepartmentClient {
  return new DepartmentClient(endpoint, { timeoutMs });
}
