import type { ProjectionRecord } from '../projection-record.ts';

/** Thumbprint of the registered key that signed; nothing for a case key, which is nobody's on the register. */
export const findSigner = ({ header }: ProjectionRecord): string | undefined => {
  if (header === '') return undefined;
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { kid?: unknown };
  return typeof kid === 'string' ? kid : undefined;
};
