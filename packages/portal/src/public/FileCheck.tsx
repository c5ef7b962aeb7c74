import { isPdf } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
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
  /** Of a PDF, which is no text. */
  readonly pdf?: Uint8Array;
}

/** Loaded when somebody drops a PDF. */
const DocumentCheck = lazy(async () => ({ default: (await import('../documents/DocumentCheck.tsx')).DocumentCheck }));

function droppedOf(name: string, bytes: Uint8Array): Dropped {
  if (isPdf(bytes)) return { name, text: '', pdf: bytes };
  return { name, text: new TextDecoder().decode(bytes) };
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
    enabled: dropped !== undefined && dropped.pdf === undefined && trust.data !== undefined,
    gcTime: 0,
    queryFn: async () =>
      dropped === undefined || trust.data === undefined
        ? null
        : checkEvidence(dropped.text, trust.data, webCryptoCheck),
  });
  return (
    <section aria-labelledby="file-check">
      <h2 id="file-check">{t('verify.file')}</h2>
      <FileDrop onFile={(name, bytes) => setDropped(droppedOf(name, bytes))} />
      {trust.isError && <Failure error={trust.error} retry={() => void trust.refetch()} />}
      {dropped !== undefined && (
        <>
          <p>{t('verify.fileName', { name: dropped.name })}</p>
          {finding.isPending && dropped.pdf === undefined && !trust.isError && (
            <Waiting>{t('verify.checking')}</Waiting>
          )}
        </>
      )}
      {dropped?.pdf !== undefined && (
        <Suspense fallback={<Waiting>{t('verify.checking')}</Waiting>}>
          <DocumentCheck key={dropped.name} bytes={dropped.pdf} name={dropped.name} />
        </Suspense>
      )}
      {dropped?.pdf === undefined && finding.data !== undefined && finding.data !== null && (
        <>
          {finding.data.kind === 'licence' && <StatusNow finding={finding.data} />}
          <FindingView finding={finding.data} />
        </>
      )}
    </section>
  );
}
