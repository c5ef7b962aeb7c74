import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import type { OwnFile } from '../footprint/own-doors.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { CorrectionFields } from './CorrectionFields.tsx';
import { type CorrectionDraft, correctionProblems, isMasked } from './correction-draft.ts';
import { askCorrection } from './own-corrections.ts';

interface CorrectionFormProps {
  readonly files: readonly OwnFile[];
  readonly asked: () => void;
}

/** 更正、补充, or a complaint about a line of the footprint: to the organ that has the file, with a day for its answer. */
export function CorrectionForm({ files, asked }: CorrectionFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<CorrectionDraft>(() => draftFrom(params, files));
  const [dueAt, setDueAt] = useState<number>();
  const change = (part: Partial<CorrectionDraft>) => setDraft({ ...draft, ...part });
  const missing = correctionProblems(draft);
  const sending = useAttempt(async () => {
    const file = files.find(({ id }) => id === draft.case);
    if (file === undefined) return;
    setDueAt(await askCorrection(file, { ...draft, words: draft.words.trim() }));
    setDraft({ ...draft, words: '' });
    asked();
  });
  const { problems, problemOf } = tellMissing(dueAt === undefined ? sending.attempt : 0, missing, (field) =>
    t(`corrections.missing.${field === 'correction-words' && isMasked(draft) ? 'masked' : field}`),
  );
  if (dueAt !== undefined) {
    return (
      <Notice tone="good" title={t('corrections.sent')} live="status">
        <p>{t('corrections.sentWords', { day: format.day(dueAt) })}</p>
        <button type="button" className="button second" onClick={() => setDueAt(undefined)}>
          {t('corrections.another')}
        </button>
      </Notice>
    );
  }
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <CorrectionFields files={files} draft={draft} change={change} problemOf={problemOf} />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('corrections.go')}
        </button>
      </div>
      <p className="soft small after-actions">{t('corrections.law')}</p>
    </form>
  );
}

/** Whoever comes from a line of the footprint finds its case chosen. */
function draftFrom(params: URLSearchParams, files: readonly OwnFile[]): CorrectionDraft {
  const from = files.find(({ id }) => id === params.get('case'))?.id;
  const only = files.length === 1 ? files[0]?.id : undefined;
  const isAccess = params.get('about') === 'access';
  return {
    case: from ?? only ?? '',
    kind: isAccess ? 'complaint' : '',
    about: isAccess ? 'access' : '',
    words: '',
  };
}
