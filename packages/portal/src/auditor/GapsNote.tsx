import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';

/** Whether the platform's own trail is what the ledger said of it, lately; whoever doubts that asks `minglu audit check`. */
export function GapsNote({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useQuery({
    queryKey: ['audit-gaps', officer.session.token],
    retry: false,
    queryFn: () => officer.client.get('/api/audit/gaps', {}),
  });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const { findings, anchors } = found.data;
  if (findings.length === 0) return <p className="small soft">{t('auditor.noGaps', { count: anchors })}</p>;
  return (
    <Notice tone="bad" title={t('auditor.gaps')} live="alert">
      <ul>
        {findings.map(({ code, seq, at, waitedMs }) => (
          <li key={`${code} ${seq ?? ''}`}>
            {t(`auditor.gapCodes.${code}`, {
              defaultValue: code,
              seq: seq ?? '',
              seconds: Math.round((waitedMs ?? 0) / 1_000),
            })}
            {at !== undefined && t('auditor.gapAt', { time: format.time(at) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
