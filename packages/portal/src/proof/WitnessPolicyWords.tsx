import type { VerifiedLicence } from '@minglu/protocol';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';

/** Who else has seen it. Without enough witnesses the server's operator could still be the only one who says so. */
export function WitnessPolicyWords({
  place,
}: {
  readonly place: Pick<VerifiedLicence, 'witnesses' | 'log' | 'policy' | 'policyMet'>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { seen, known, threshold } = place.policy;
  return (
    <Notice tone={place.policyMet ? 'good' : 'warn'} title={t('proof.witnesses', { seen, known })}>
      {place.log.known > 1 && <p>{t('cluster.signed', { ...place.log })}</p>}
      <p>{t(place.policyMet ? 'proof.policyMet' : 'proof.policyOpen', { threshold })}</p>
      {place.witnesses.length > 0 && (
        <ul>
          {place.witnesses.map((witness) => (
            <li key={witness.name}>
              {witness.name} · {format.time(witness.timeSeconds * 1000)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
