import type { DraftHolder } from '../citizen/use-draft.ts';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, namesOfScope, type Service } from '../server/service.ts';
import { formChanges } from './form-changes.ts';

/** What a person must know of their draft before going on: another device's, somebody else's, a form that has changed. */
export function DraftNotices({ holder, service }: { readonly holder: DraftHolder; readonly service: Service }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { place, draft } = holder;
  const changes = formChanges(draft, service);
  const name = (tradeName: string) => (tradeName === '' ? t('apply.start.unnamed') : tradeName);
  return (
    <>
      {place.kind === 'taken' && <Notice tone="good" title={t('draftPlace.taken')} live="status" />}
      {place.kind === 'gone' && (
        <Notice tone="quiet" title={t('draftPlace.gone')} live="status">
          <p>{t('draftPlace.goneWords')}</p>
        </Notice>
      )}
      {place.kind === 'others' && (
        <Notice tone="warn" title={t('draftPlace.others')} live="alert">
          <p>{t('draftPlace.othersWords')}</p>
          <button type="button" className="button second" onClick={holder.clear}>
            {t('draftPlace.othersClear')}
          </button>
        </Notice>
      )}
      {place.kind === 'both' && (
        <Notice tone="warn" title={t('draftPlace.both')} live="alert">
          <p>
            {t('draftPlace.bothTheirs', {
              name: name(place.remote.draft.tradeName),
              time: format.time(place.remote.draft.updatedAt),
            })}
          </p>
          <p>{t('draftPlace.bothMine', { name: name(draft.tradeName), time: format.time(draft.updatedAt) })}</p>
          <div className="actions">
            <button type="button" className="button" onClick={holder.takeTheirs}>
              {t('draftPlace.takeTheirs')}
            </button>
            <button type="button" className="button second" onClick={holder.keepMine}>
              {t('draftPlace.keepMine')}
            </button>
          </div>
        </Notice>
      )}
      {changes !== undefined && (
        <Notice tone="warn" title={t('draftPlace.changed')} live="status">
          <p>{t('draftPlace.changedWords')}</p>
          <ul>
            {changes.steps.map((step) => (
              <li key={step}>
                {t('draftPlace.newQuestion', {
                  question:
                    findServiceWords(service, `question.${step}`, i18n.language) ?? t(`apply.${step}.short_label`),
                })}
              </li>
            ))}
            {changes.scope.length > 0 && (
              <li>
                {t('draftPlace.scopeGone', {
                  scope: namesOfScope(service, changes.scope, i18n.language).join(t('looks.itemGap')),
                })}
              </li>
            )}
          </ul>
          <button type="button" className="button second" onClick={() => holder.change(changes.mended)}>
            {t('draftPlace.changedSeen')}
          </button>
        </Notice>
      )}
    </>
  );
}
