import type { Trust } from '@minglu/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { checkSampled } from './check-sampled.ts';
import { useAuditWords } from './use-audit-words.ts';

export interface SampledEntry {
  readonly index: number;
  readonly receipt: string;
  readonly outcome?: 'same' | 'differs' | 'erased' | undefined;
}

interface SampledCaseProps {
  readonly sampled: { readonly case: string; readonly entries: readonly SampledEntry[] };
  readonly trust: Trust | undefined;
}

const tones: Readonly<Record<string, Tone>> = { same: 'good', differs: 'bad', erased: 'quiet' };
const words: Readonly<Record<string, string>> = {
  same: 'sampleSame',
  differs: 'sampleDiffers',
  erased: 'sampleErased',
};

/** A drawn case: what was decided again on the server, and what is checked here without believing it. */
export function SampledCase({ sampled, trust }: SampledCaseProps) {
  const { t } = useTranslation();
  return (
    <li className="sample-row">
      <p>
        <Link to={`/auditor/cases/${sampled.case}`}>{t('auditor.ofCase', { sign: sampled.case.slice(0, 6) })}</Link>
      </p>
      {sampled.entries.map((entry) => (
        <p key={entry.index}>
          {entry.outcome !== undefined && (
            <Tag tone={tones[entry.outcome] ?? 'quiet'}>{t(`auditor.${words[entry.outcome]}`)}</Tag>
          )}{' '}
          {trust !== undefined && <Checked entry={entry} trust={trust} />}
        </p>
      ))}
    </li>
  );
}

function Checked({ entry, trust }: { readonly entry: SampledEntry; readonly trust: Trust }) {
  const { t } = useTranslation();
  const { action } = useAuditWords();
  const checked = useQuery({
    queryKey: ['audit-sampled', entry.index, entry.receipt],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => checkSampled(entry.receipt, trust),
  });
  if (checked.data === undefined) return null;
  const { deed, isSigned, isProved } = checked.data;
  return (
    <>
      {deed !== undefined && <span>{t('auditor.sampleDeed', { deed: action(deed), index: entry.index })}</span>}{' '}
      <Tag tone={isProved ? 'good' : 'bad'}>{t(isProved ? 'auditor.sampleProved' : 'auditor.sampleUnproved')}</Tag>{' '}
      <Tag tone={isSigned ? 'good' : 'bad'}>{t(isSigned ? 'auditor.sampleSigned' : 'auditor.sampleUnsigned')}</Tag>
    </>
  );
}
