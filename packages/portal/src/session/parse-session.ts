import type { Session } from './session.ts';

/** What was kept in the tab's storage is a session only if it is whole. */
export function parseSession(raw: unknown): Session | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { person, name, department, departmentName, endpoint, token, expiresAt, duties } = raw as Record<
    string,
    unknown
  >;
  const texts = [person, name, department, departmentName, endpoint, token];
  if (!texts.every((text) => typeof text === 'string') || typeof expiresAt !== 'number') return undefined;
  if (!Array.isArray(duties) || !duties.every((duty) => typeof duty === 'string')) return undefined;
  return raw as Session;
}
