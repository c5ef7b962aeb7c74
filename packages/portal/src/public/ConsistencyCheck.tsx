import { type ConsistencyCheck as Checked, checkConsistency } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { VerdictBox } from '../proof/VerdictBox.tsx';
import { api } from '../server/api.ts';
import type { ListedCheckpoint } from '../server/ledger.ts';
import { trustQuery } from '../server/trust-query.ts';
import { keepEvidence } from '../store/keep-evidence.ts';

/** Proves, in this browser, that the newer of two checkpoints contains the whole of the older. */
export function ConsistencyCheck({ picked }: { readonly picked: readonly ListedCheckpoint[] }) {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const [older, newer] = [...picked].sort((a, b) => a.size - b.size);
  const pair = useQuery({
    queryKey: ['pair', older?.checkpoint, newer?.checkpoint],
    enabled: trust.data !== undefined && older !== undefined && newer !== undefined,
    queryFn: async () => {
      if (trust.data === undefined || older === undefined || newer === undefined) return null;
      const checked = await checkConsistency(api, older.checkpoint, newer.checkpoint, trust.data);
      if (checked.verdict !== 'consistent') {
        keepEvidence({ older: older.checkpoint, newer: newer.checkpoint, path: checked.path }, Date.now());
      }
      return checked;
    },
  });
  if (older === undefined || newer === undefined) {
    return (
      <Notice tone="quiet" live="status">
        <p>{t('history.pick', { count: picked.length })}</p>
      </Notice>
    );
  }
  if (pair.isError) return <Failure error={pair.error} retry={() => void pair.refetch()} />;
  if (pair.data === undefined || pair.data === null) return <Waiting>{t('history.proving')}</Waiting>;
  return <PairVerdict pair={pair.data} notes={{ older: older.checkpoint, newer: newer.checkpoint }} />;
}

interface PairVerdictProps {
  readonly pair: Checked;
  readonly notes: { readonly older: string; readonly newer: string };
}

function PairVerdict({ pair, notes }: PairVerdictProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sizes = {
    older: format.count(pair.older.checkpoint.size),
    newer: format.count(pair.newer.checkpoint.size),
    hashes: pair.path.length,
  };
  if (pair.verdict === 'consistent') {
    return (
      <VerdictBox tone="good" icon="good" word={t('history.consistent')}>
        <p>{t('history.consistentWords', sizes)}</p>
      </VerdictBox>
    );
  }
  return (
    <VerdictBox tone="bad" icon="bad" word={t('history.inconsistent')}>
      <p>{t(`history.reasons.${pair.verdict}`, sizes)}</p>
      <button
        type="button"
        className="button second"
        onClick={() => downloadText('evidence.json', JSON.stringify(notes, null, 1))}
      >
        <Icon name="down" />
        {t('history.evidenceDownload')}
      </button>
    </VerdictBox>
  );
}
