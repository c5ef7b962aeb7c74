const HEAD = '{"transaction":"';
const MIDDLE = ',"sidecar":';

/**
 * The body of a submission in the form every client of ours writes it, read in one pass; anything else is left to the
 * general parser. Nothing is assumed: the transaction ends at the first quote and has no escape before it, and what
 * follows is either the end or exactly one string and the end, so no key can stand twice.
 */
export const readSubmission = (text: string): { transaction: string; sidecar?: string } | undefined => {
  if (!text.startsWith(HEAD)) return undefined;
  const end = text.indexOf('"', HEAD.length);
  if (end < 0) return undefined;
  const transaction = text.slice(HEAD.length, end);
  if (!PLAIN.test(transaction)) return undefined;
  if (end + 2 === text.length && text.endsWith('}')) return { transaction };
  if (!text.startsWith(MIDDLE, end + 1) || !text.endsWith('"}')) return undefined;
  const sidecar = readString(text.slice(end + 1 + MIDDLE.length, -1));
  return sidecar === undefined ? undefined : { transaction, sidecar };
};

/** The alphabet of a compact JWS; a backslash or a control character would read differently as JSON. */
const PLAIN = /^[\w.-]*$/;

const readString = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};
