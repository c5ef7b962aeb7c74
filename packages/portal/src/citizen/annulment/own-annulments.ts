import { localRecord } from '../../store/local-record.ts';

/** Which key of this browser asked for which annulment: ids, thumbprints and the shop's public name, never what was told. */
const kept = localRecord('minglu.annulments', (raw) =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined,
);

export interface OwnAnnulment {
  readonly id: string;
  readonly kid: string;
  /** Of the shop, as it stood in public. */
  readonly tradeName: string;
}

export function keepAnnulment({ id, kid, tradeName }: OwnAnnulment): void {
  kept.write({ ...kept.read(), [id]: { kid, tradeName } });
}

export function listOwnAnnulments(): readonly OwnAnnulment[] {
  return Object.entries(kept.read() ?? {}).flatMap(([id, value]) => {
    // Earlier only the thumbprint was kept.
    if (typeof value === 'string') return [{ id, kid: value, tradeName: '' }];
    const { kid, tradeName } = (value ?? {}) as Partial<OwnAnnulment>;
    return typeof kid === 'string' ? [{ id, kid, tradeName: String(tradeName ?? '') }] : [];
  });
}

export function findAnnulmentKey(id: string): string | undefined {
  return listOwnAnnulments().find((one) => one.id === id)?.kid;
}
