import { useTranslation } from '../language/use-translation.ts';
import { AbsentFinding } from './AbsentFinding.tsx';
import { ChangedFinding } from './ChangedFinding.tsx';
import type { Finding } from './check-evidence.ts';
import { LicenceFinding } from './LicenceFinding.tsx';
import { ReceiptFinding } from './ReceiptFinding.tsx';
import { VerdictBox } from './VerdictBox.tsx';

interface FindingViewProps {
  readonly finding: Finding;
  /** Inside another page: smaller, without taking over. */
  readonly embedded?: boolean;
}

/** What was found, in one word, then everything that was checked. */
export function FindingView({ finding, embedded = false }: FindingViewProps) {
  const { t } = useTranslation();
  switch (finding.kind) {
    case 'licence':
      return <LicenceFinding finding={finding} />;
    case 'absent':
      return <AbsentFinding finding={finding} />;
    case 'receipt':
      return <ReceiptFinding finding={finding} embedded={embedded} />;
    case 'changed':
      return <ChangedFinding finding={finding} />;
    case 'trust':
      return (
        <VerdictBox tone="good" icon="good" word={t('verdict.trust')}>
          <p>{t('verdict.trustWords')}</p>
          <p className="fingerprint">{finding.trust.fingerprint.match(/.{4}/g)?.join(' ')}</p>
        </VerdictBox>
      );
    case 'foreign':
      return (
        <VerdictBox tone="warn" icon="unknown" word={t('verdict.foreign')}>
          <p>{t('verdict.foreignWords')}</p>
        </VerdictBox>
      );
    case 'unknown':
      return (
        <VerdictBox tone="quiet" icon="unknown" word={t('verdict.unknown')}>
          <p>{t('verdict.unknownWords')}</p>
        </VerdictBox>
      );
  }
}
