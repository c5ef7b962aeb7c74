import { useState } from 'react';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTraceWords } from '../footprint/use-trace-words.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useSession } from '../session/session.ts';
import type { OwnCopy } from './copy.ts';

/** 我的副本: put together in this browser, because only here is everything open. */
export function CopySection() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const trace = useTraceWords();
  const { session } = useSession();
  const [copy, setCopy] = useState<OwnCopy>();
  const [doing, setDoing] = useState<{ readonly done: number; readonly all: number }>();
  const [error, setError] = useState<unknown>();
  async function build(): Promise<void> {
    setError(undefined);
    setDoing({ done: 0, all: 0 });
    try {
      const { buildCopy } = await import('./build-copy.ts');
      setCopy(await buildCopy(session, (done, all) => setDoing({ done, all })));
    } catch (problem) {
      setError(problem);
    } finally {
      setDoing(undefined);
    }
  }
  async function savePage(made: OwnCopy): Promise<void> {
    const { writeCopyPage } = await import('./write-copy-page.ts');
    const page = writeCopyPage(made, { t, language: i18n.language, time: format.time, trace });
    downloadText('my-data.html', page, 'text/html');
  }
  return (
    <>
      <p className="measure">{t('ownData.copyWords')}</p>
      {error !== undefined && <Failure error={error} retry={() => void build()} />}
      {doing !== undefined && <Waiting>{t('ownData.making', { done: doing.done, all: doing.all })}</Waiting>}
      {copy === undefined ? (
        <div className="actions">
          <button type="button" className="button" disabled={doing !== undefined} onClick={() => void build()}>
            {t('ownData.make')}
          </button>
        </div>
      ) : (
        <>
          <Made copy={copy} />
          <div className="actions">
            <button type="button" className="button" onClick={() => void savePage(copy)}>
              {t('ownData.savePage')}
            </button>
            <button
              type="button"
              className="button second"
              onClick={() => downloadText('my-data.json', JSON.stringify(copy, null, 1))}
            >
              {t('ownData.saveData')}
            </button>
          </div>
        </>
      )}
    </>
  );
}

function Made({ copy }: { readonly copy: OwnCopy }) {
  const { t } = useTranslation();
  const missing = [...copy.missing, ...copy.cases.flatMap((one) => one.missing)];
  const documents = copy.cases.reduce((sum, one) => sum + one.documents.length + one.pages.length, 0);
  const counts = { cases: copy.cases.length, documents, traces: copy.footprint.length };
  return (
    <Notice tone={missing.length === 0 ? 'good' : 'warn'} title={t('ownData.made', counts)} live="status">
      {missing.length === 0 ? (
        <p>{t('ownData.whole')}</p>
      ) : (
        <>
          <p>{t('ownData.missing')}</p>
          <ul>
            {missing.map(({ part, code }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={`${part} ${at}`}>
                {part} <span className="soft small">{code}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="small">{t('ownData.careful')}</p>
    </Notice>
  );
}
