import { localRecord } from '../../store/local-record.ts';

/** Which key of this browser asked for which annulment: the ids and thumbprints alone, never what was told. */
const kept = localRecord('minglu.annulments', (raw) =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, string>) : undefined,
);

export function keepAnnulment(id: string, kid: string): void {
  kept.write({ ...kept.read(), [id]: kid });
}

export function findAnnulmentKey(id: string): string | undefined {
  const kid = kept.read()?.[id];
  return typeof kid === 'string' ? kid : undefined;
}
