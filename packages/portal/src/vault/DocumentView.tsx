import { useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { OpenedDocument } from './open-documents.ts';
import { useObjectUrl } from './use-object-url.ts';

const ZOOMS = [50, 75, 100, 150, 200, 300];
const WHOLE = 2;

/** One page: a photo that is made larger and smaller, a PDF to download, or what is wrong with it. */
export function DocumentView({ document, number }: { readonly document: OpenedDocument; readonly number: number }) {
  const { t } = useTranslation();
  const words = useCodeWords();
  const { attachment, bytes, failure } = document;
  const url = useObjectUrl(bytes, attachment.mediaType);
  if (failure !== undefined) {
    const isChanged = failure.code === 'attachment-changed';
    return (
      <Notice tone="bad" title={t(isChanged ? 'attachments.changed' : 'attachments.missing')} live="alert">
        <p>{words(failure.code, failure.facts)}</p>
        <p className="small soft mono">
          {failure.code} · {attachment.digest}
        </p>
      </Notice>
    );
  }
  if (url === undefined) return null;
  if (attachment.mediaType === 'application/pdf') {
    return (
      <>
        <p>{t('attachments.pdfWords')}</p>
        <p>
          <a className="button second" href={url} download={`${attachment.digest.slice(0, 12)}.pdf`}>
            <Icon name="down" />
            {t('attachments.download', { number })}
          </a>
        </p>
      </>
    );
  }
  return <Photo url={url} number={number} />;
}

function Photo({ url, number }: { readonly url: string; readonly number: number }) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(WHOLE);
  const change = (by: number): void => setZoom((at) => Math.min(ZOOMS.length - 1, Math.max(0, at + by)));
  const words = t('attachments.view', { number });
  return (
    <>
      <div className="document-tools">
        <button type="button" className="button second" disabled={zoom === 0} onClick={() => change(-1)}>
          {t('attachments.smaller')}
        </button>
        <p role="status" className="number">
          {t('attachments.zoom', { percent: ZOOMS[zoom] ?? 100 })}
        </p>
        <button type="button" className="button second" disabled={zoom === ZOOMS.length - 1} onClick={() => change(1)}>
          {t('attachments.larger')}
        </button>
      </div>
      <section
        className="document-view"
        aria-label={words}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === '+' || event.key === '=') change(1);
          if (event.key === '-') change(-1);
        }}
      >
        <img src={url} alt={words} style={{ width: `${ZOOMS[zoom] ?? 100}%` }} />
      </section>
    </>
  );
}
