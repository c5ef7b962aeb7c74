import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { changedPart } from './changed-part.ts';
import type { Finding } from './check-evidence.ts';
import { VerdictBox } from './VerdictBox.tsx';

/** 被改动: says which part, so that the holder can tell a damaged download from a forged licence. */
export function ChangedFinding({ finding }: { readonly finding: Extract<Finding, { kind: 'changed' }> }) {
  const { t } = useTranslation();
  const words = useCodeWords();
  const { code, facts } = finding.failure;
  return (
    <VerdictBox tone="bad" icon="bad" word={t('verdict.changed')}>
      <p className="lead">{t('verdict.changedWords')}</p>
      <p>
        <strong>{t('verdict.changedPart', { part: t(`part.${changedPart(code)}`) })}</strong>
      </p>
      <p>{words(code, facts)}</p>
      <p className="soft small mono">{code}</p>
      <p>{t('verdict.changedNext')}</p>
    </VerdictBox>
  );
}
