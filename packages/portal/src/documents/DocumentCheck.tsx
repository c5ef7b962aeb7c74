import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { checkDocument, type DocumentFinding } from '../proof/check-document.ts';
import { DocumentVerdict } from '../proof/DocumentVerdict.tsx';
import { trustQuery } from '../server/trust-query.ts';
import { DocumentText } from './DocumentText.tsx';
import type { DocumentWords } from './document-words.ts';
import { wordsInPdf } from './words-in-pdf.ts';

interface DocumentCheckProps {
  readonly bytes: Uint8Array;
  /** Names the file among others that were looked at. */
  readonly name: string;
  /** To be read: its words first, and how it was checked folded away. */
  readonly isRead?: boolean;
}

/** A document made a moment ago is listed in the next. */
const LOOK_AGAIN_MS = 3_000;

/** A 文书 as a file: what its seal and the ledger say of it, and what it says. */
export function DocumentCheck({ bytes, name, isRead = false }: DocumentCheckProps) {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const checked = useQuery({
    queryKey: ['document-check', name, bytes.length, trust.data?.fingerprint],
    enabled: trust.data !== undefined,
    gcTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.finding.kind === 'unlisted' ? LOOK_AGAIN_MS : false),
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
  if (isRead && finding.kind === 'sealed' && words !== undefined) return <Read finding={finding} words={words} />;
  return (
    <>
      <DocumentVerdict finding={finding} />
      {words !== undefined && <DocumentText words={words} />}
      {words === undefined && finding.kind === 'sealed' && <p className="soft">{t('sealedPdf.noWords')}</p>}
    </>
  );
}

interface ReadProps {
  readonly finding: Extract<DocumentFinding, { kind: 'sealed' }>;
  readonly words: DocumentWords;
}

function Read({ finding, words }: ReadProps) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="good" title={t('sealedPdf.word.sealed')} live="status">
        <p>{t('sealedPdf.words', { organ: finding.listing.record.organName })}</p>
      </Notice>
      <DocumentText words={words} />
      <details>
        <summary>{t('sealedPdf.how')}</summary>
        <DocumentVerdict finding={finding} />
      </details>
    </>
  );
}
