import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { checkEvidence } from '../proof/check-evidence.ts';
import { FindingView } from '../proof/FindingView.tsx';
import { api } from '../server/api.ts';
import { trustQuery } from '../server/trust-query.ts';

/** The receipt of a transaction, checked here and now in this browser; witnesses join while one watches. */
export function CaseReceipt({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const recorded = useQuery({
    queryKey: ['transaction', id],
    queryFn: () => api.get('/api/transactions/{id}', { id }),
    refetchInterval: 5_000,
  });
  const text = recorded.data?.receipt;
  const finding = useQuery({
    queryKey: ['finding', id, text],
    enabled: trust.data !== undefined && text !== undefined,
    queryFn: async () =>
      trust.data === undefined || text === undefined ? undefined : checkEvidence(text, trust.data, webCryptoCheck),
  });
  if (recorded.isError) return <Failure error={recorded.error} retry={() => void recorded.refetch()} />;
  if (trust.isError) return <Failure error={trust.error} retry={() => void trust.refetch()} />;
  if (finding.data === undefined || finding.data === null) return <Waiting>{t('receipt.checking')}</Waiting>;
  return (
    <>
      <FindingView finding={finding.data} embedded />
      <div className="actions">
        <button
          type="button"
          className="button second"
          onClick={() => downloadText(`${id}.tlog-proof`, text ?? '', 'text/plain')}
        >
          <Icon name="down" />
          {t('receipt.download')}
        </button>
      </div>
    </>
  );
}
