import type { CaseCorrection } from '@minglu/sdk';
import { Notice } from '../design/Notice.tsx';
import type { OwnFile } from '../footprint/own-doors.ts';
import { useTranslation } from '../language/use-translation.ts';
import { CorrectionView } from './CorrectionView.tsx';
import type { OwnCorrections } from './own-corrections.ts';

interface CorrectionListProps {
  readonly found: OwnCorrections;
  readonly files: readonly OwnFile[];
}

/** What was asked, until when it is answered, and the answer. */
export function CorrectionList({ found, files }: CorrectionListProps) {
  const { t } = useTranslation();
  const { corrections, silent } = found;
  const nameOf = ({ case: id }: CaseCorrection) => files.find((file) => file.id === id)?.name;
  return (
    <>
      {silent.map((name) => (
        <Notice key={name} tone="warn" title={t('footprint.silent', { name })} live="status" />
      ))}
      {corrections.length === 0 && silent.length === 0 && <p className="soft">{t('corrections.none')}</p>}
      <ul className="list">
        {corrections.map((one) => (
          <CorrectionView key={one.id} correction={one} name={nameOf(one) ?? t('registering.name.none')} />
        ))}
      </ul>
    </>
  );
}
