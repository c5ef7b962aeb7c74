import { base64Encode, type VerifiedLicence } from '@minglu/protocol';
import { Icon } from '../design/Icon.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { proofSteps } from './proof-steps.ts';

interface ProofStepsProps {
  readonly kind: keyof typeof proofSteps;
  readonly place: Pick<VerifiedLicence, 'index' | 'checkpoint' | 'policy'>;
  readonly tookMs: number;
}

/** What this browser did to reach the verdict, step by step, with the figures somebody else would need to repeat it. */
export function ProofSteps({ kind, place, tookMs }: ProofStepsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { checkpoint, index, policy } = place;
  const facts = {
    origin: checkpoint.origin,
    size: format.count(checkpoint.size),
    index: format.count(index),
    seen: policy.seen,
    known: policy.known,
    root: base64Encode(checkpoint.root),
  };
  return (
    <details>
      <summary>{t('proof.stepsTitle', { ms: Math.max(1, Math.round(tookMs)) })}</summary>
      <ol className="steps">
        {proofSteps[kind].map((step) => (
          <li key={step}>
            <Icon name="good" className="good" />
            <p>{t(`proof.steps.${step}`, facts)}</p>
          </li>
        ))}
      </ol>
      <p className="small soft">
        {t('proof.root')} <span className="mono">{facts.root}</span>
      </p>
    </details>
  );
}
