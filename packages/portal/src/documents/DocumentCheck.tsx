import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { checkDocument } from '../proof/check-document.ts';
import { DocumentVerdict } from '../proof/DocumentVerdict.tsx';
import { trustQuery } from '../server/trust-query.ts';
import { DocumentText } from './DocumentText.tsx';
import { wordsInPdf } from './words-in-pdf.ts';

interface DocumentCheckProps {
  readonly bytes: Uint8Array;
  /** Names the file among others that were looked at. */
  readonly name: string;
}

/** A 文书 as a file: what its seal and the ledger say of it, and what it says. */
export function DocumentCheck({ bytes, name }: DocumentCheckProps) {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const checked = useQuery({
    queryKey: ['document-check', name, bytes.length, trust.data?.fingerprint],
    enabled: trust.data !== undefined,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      if (trust.data === undefined) return null;
      const finding = await checkDocument(bytes, trust.data, webCryptoCheck);
      // Words of a file whose seal does not hold are anybody's: they are not shown as an organ's.
      return { finding, words: finding.kind === 'sealed' ? await wordsInPdf(bytes) : undefined };
    },
  });
  if (trust.isError) return <Failure error={trust.error} retry={() => void trust.refetch()} />;
  if (checked.isError) return <Failure error={checked.error} retry={() => void checked.refetch()} />;
  if (checked.data === undefined || checked.data === null) return <Waiting>{t('verify.checking')}</Waiting>;
  const { finding, words } = checked.data;
  return (
    <>
      <DocumentVerdict finding={finding} />
      {words !== undefined && <DocumentText words={words} />}
      {words === undefined && finding.kind === 'sealed' && <p className="soft">{t('sealedPdf.noWords')}</p>}
    </>
  );
}
