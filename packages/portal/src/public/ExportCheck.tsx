import { ProtocolError, type VerifiedExport, verifyRegisterExport } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { FileButton } from '../forms/FileButton.tsx';
import { useCodeWords } from '../language/use-code-words.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { trustQuery } from '../server/trust-query.ts';

const MAX_BYTES = 256 * 1024 * 1024;

type Result =
  | { readonly kind: 'checking' }
  | { readonly kind: 'whole'; readonly found: VerifiedExport }
  | { readonly kind: 'false'; readonly error: ProtocolError };

/** Counts an exported file in this browser, line by line; the same code as `minglu verify`. */
export function ExportCheck() {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const [result, setResult] = useState<Result>();
  async function check(file: File | undefined): Promise<void> {
    if (file === undefined || trust.data === undefined) return;
    setResult({ kind: 'checking' });
    try {
      if (file.size > MAX_BYTES) throw new ProtocolError('export-malformed', { line: 1 });
      const options = { trust: trust.data, checkSignature: webCryptoCheck };
      setResult({ kind: 'whole', found: await verifyRegisterExport(linesOf(file), options) });
    } catch (error) {
      const known = error instanceof ProtocolError ? error : new ProtocolError('export-malformed', { line: 1 });
      setResult({ kind: 'false', error: known });
    }
  }
  return (
    <>
      {trust.isError && <Failure error={trust.error} retry={() => void trust.refetch()} />}
      <div className="drop">
        <FileButton
          id="export-file"
          label={t('registerExport.file')}
          accept=".jsonl"
          disabled={trust.data === undefined}
          take={(file) => void check(file)}
        />
      </div>
      {result?.kind === 'checking' && <Waiting>{t('verify.checking')}</Waiting>}
      {result?.kind === 'whole' && <Whole found={result.found} />}
      {result?.kind === 'false' && <False error={result.error} />}
    </>
  );
}

function Whole({ found }: { readonly found: VerifiedExport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { matching, rows, issued, block } = found;
  return (
    <Notice tone="good" title={t('registerExport.whole')} live="status">
      <Facts
        facts={[
          { label: t('registerExport.matching'), value: format.count(matching) },
          { label: t('registerExport.rows'), value: format.count(rows) },
          { label: t('registerExport.issued'), value: format.count(issued) },
          {
            label: t('proof.asOf'),
            value: t('proof.asOfWords', { time: format.time(block.time), height: format.count(block.height) }),
          },
        ]}
      />
    </Notice>
  );
}

function False({ error }: { readonly error: ProtocolError }) {
  const { t } = useTranslation();
  const words = useCodeWords();
  return (
    <Notice tone="bad" title={t('registerExport.false')} live="alert">
      <p>{words(error.code, error.facts)}</p>
      <p className="small soft mono">{error.code}</p>
    </Notice>
  );
}

/** A file as lines, without holding all of it. */
async function* linesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${rest}${part.value}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
