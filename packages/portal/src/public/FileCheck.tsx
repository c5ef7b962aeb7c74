import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { checkEvidence } from '../proof/check-evidence.ts';
import { FindingView } from '../proof/FindingView.tsx';
import { trustQuery } from '../server/trust-query.ts';
import { FileDrop } from './FileDrop.tsx';
import { StatusNow } from './StatusNow.tsx';

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** A file in, a verdict out; the file is read in this browser and sent nowhere. */
export function FileCheck({ scanned }: { readonly scanned?: string | undefined }) {
  const { t } = useTranslation();
  const [dropped, setDropped] = useState<Dropped | undefined>(
    scanned === undefined ? undefined : { name: t('scan.name'), text: scanned },
  );
  const trust = useQuery(trustQuery);
  const finding = useQuery({
    queryKey: ['dropped', dropped?.text, trust.data?.fingerprint],
    enabled: dropped !== undefined && trust.data !== undefined,
    gcTime: 0,
    queryFn: async () =>
      dropped === undefined || trust.data === undefined
        ? null
        : checkEvidence(dropped.text, trust.data, webCryptoCheck),
  });
  return (
    <section aria-labelledby="file-check">
      <h2 id="file-check">{t('verify.file')}</h2>
      <FileDrop onText={(name, text) => setDropped({ name, text })} />
      {trust.isError && <Failure error={trust.error} retry={() => void trust.refetch()} />}
      {dropped !== undefined && (
        <>
          <p>{t('verify.fileName', { name: dropped.name })}</p>
          {finding.isPending && !trust.isError && <Waiting>{t('verify.checking')}</Waiting>}
        </>
      )}
      {finding.data !== undefined && finding.data !== null && (
        <>
          {finding.data.kind === 'licence' && <StatusNow finding={finding.data} />}
          <FindingView finding={finding.data} />
        </>
      )}
    </section>
  );
}
