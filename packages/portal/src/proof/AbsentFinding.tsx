import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Finding } from './check-evidence.ts';
import { ProofSteps } from './ProofSteps.tsx';
import { VerdictBox } from './VerdictBox.tsx';
import { WitnessPolicyWords } from './WitnessPolicyWords.tsx';

/** 未找到: proved, and no accusation. A typo is not a forgery. */
export function AbsentFinding({ finding }: { readonly finding: Extract<Finding, { kind: 'absent' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { licence, tookMs } = finding;
  return (
    <VerdictBox tone="quiet" icon="unknown" word={t('verdict.notFound')}>
      <p className="lead">{t('verdict.notFoundWords', { number: licence.number })}</p>
      <p>
        {t('verdict.notFoundProof', {
          time: format.time(licence.block.time),
          height: format.count(licence.block.height),
        })}
      </p>
      <WitnessPolicyWords place={licence} />
      <ProofSteps kind="absent" place={licence} tookMs={tookMs} />
    </VerdictBox>
  );
}
