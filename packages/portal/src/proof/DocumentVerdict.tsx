import type { SealedDocument } from '@minglu/protocol';
import { downloadText } from '../design/download-text.ts';
import { type Fact, Facts } from '../design/Facts.tsx';
import { Icon } from '../design/Icon.tsx';
import { useCodeWords } from '../language/use-code-words.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { ChangedFinding } from './ChangedFinding.tsx';
import type { DocumentFinding } from './check-document.ts';
import { VerdictBox } from './VerdictBox.tsx';
import { WitnessPolicyWords } from './WitnessPolicyWords.tsx';

const STEPS = ['range', 'digest', 'signature', 'stamp', 'ledger', 'log'] as const;

/** What was found in a sealed PDF, in one word, then whose it is and since when. */
export function DocumentVerdict({ finding }: { readonly finding: DocumentFinding }) {
  const { t } = useTranslation();
  const words = useCodeWords();
  if (finding.kind === 'sealed') return <Sealed finding={finding} />;
  if (finding.kind === 'changed')
    return <ChangedFinding finding={{ kind: 'changed', claimed: 'unknown', failure: finding.failure }} />;
  const { kind, failure } = finding;
  return (
    <VerdictBox tone={kind === 'unsealed' ? 'quiet' : 'warn'} icon="unknown" word={t(`sealedPdf.word.${kind}`)}>
      <p className="lead">{words(failure.code, failure.facts)}</p>
      <p>{t(`sealedPdf.next.${kind}`)}</p>
      {'document' in finding && <Claimed document={finding.document} />}
      <p className="soft small mono">{failure.code}</p>
    </VerdictBox>
  );
}

/** What the file says of itself: worth no more than the paper it is not printed on. */
function Claimed({ document }: { readonly document: SealedDocument }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { label: t('sealedPdf.claims'), value: document.sealName },
        { label: t('sealedPdf.digest'), value: <span className="mono">{document.digest}</span> },
      ]}
    />
  );
}

function Sealed({ finding }: { readonly finding: Extract<DocumentFinding, { kind: 'sealed' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { document, listing, proof, tookMs } = finding;
  const { record, block } = listing;
  const facts: Fact[] = [
    { label: t('sealedPdf.organ'), value: <strong>{record.organName}</strong> },
    { label: t('sealedPdf.seal'), value: document.sealName },
    { label: t('sealedPdf.stamp'), value: <Stamp document={document} /> },
    { label: t('sealedPdf.listed'), value: format.time(record.since) },
    {
      label: t('proof.asOf'),
      value: t('proof.asOfWords', { time: format.time(block.time), height: format.count(block.height) }),
    },
  ];
  return (
    <VerdictBox tone="good" icon="good" word={t('sealedPdf.word.sealed')}>
      <p className="lead">{t('sealedPdf.words', { organ: record.organName })}</p>
      <Facts facts={facts} />
      <WitnessPolicyWords place={listing} />
      <details>
        <summary>{t('proof.stepsTitle', { ms: Math.max(1, Math.round(tookMs)) })}</summary>
        <ol className="steps">
          {STEPS.filter((step) => step !== 'stamp' || document.stamp !== undefined).map((step) => (
            <li key={step}>
              <Icon name="good" className="good" />
              <p>{t(`sealedPdf.steps.${step}`)}</p>
            </li>
          ))}
        </ol>
        <p className="small soft">
          {t('sealedPdf.digest')} <span className="mono">{document.digest}</span>
        </p>
        <p>
          <button
            type="button"
            className="link-button"
            onClick={() => downloadText(`${document.digest.slice(0, 12)}.pdf.proof.json`, proof)}
          >
            {t('sealedPdf.proof')}
          </button>
        </p>
      </details>
    </VerdictBox>
  );
}

function Stamp({ document: { stamp } }: { readonly document: SealedDocument }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (stamp === undefined) return t('sealedPdf.unstamped');
  return t('sealedPdf.stampWords', { time: format.time(stamp.timeMs), authority: stamp.authorityName });
}
