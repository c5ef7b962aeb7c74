import { Facts } from '../design/Facts.tsx';
import { useCodeWords } from '../language/use-code-words.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Finding } from './check-evidence.ts';
import { ProofSteps } from './ProofSteps.tsx';
import { VerdictBox } from './VerdictBox.tsx';
import { WitnessPolicyWords } from './WitnessPolicyWords.tsx';

interface ReceiptFindingProps {
  readonly finding: Extract<Finding, { kind: 'receipt' }>;
  readonly embedded: boolean;
}

export function ReceiptFinding({ finding, embedded }: ReceiptFindingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCodeWords();
  const { receipt, tookMs } = finding;
  const { entry, transaction } = receipt;
  const refused = 'refused' in entry.outcome ? entry.outcome : undefined;
  return (
    <VerdictBox tone="good" icon="good" word={t('verdict.receipt')}>
      <p className="lead">{t(embedded ? 'verdict.receiptHere' : 'verdict.receiptWords')}</p>
      <Facts
        facts={[
          {
            label: t('proof.deed'),
            value: t(`deeds.${transaction.deed.replace('.', '-')}`, { defaultValue: transaction.deed }),
          },
          {
            label: t('proof.outcome'),
            value:
              refused === undefined
                ? t('proof.accepted')
                : t('looks.pair', { label: t('proof.refused'), value: words(refused.refused, {}) }),
          },
          { label: t('proof.transaction'), value: <code>{transaction.id}</code> },
          { label: t('proof.height'), value: format.count(entry.height) },
          {
            label: t('proof.index'),
            value: t('proof.indexWords', {
              index: format.count(receipt.index),
              size: format.count(receipt.checkpoint.size),
            }),
          },
        ]}
      />
      <WitnessPolicyWords place={receipt} />
      <ProofSteps kind="receipt" place={receipt} tookMs={tookMs} />
    </VerdictBox>
  );
}
