import { lazy, Suspense } from 'react';
import { Waiting } from '../../design/Waiting.tsx';
import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { MAX_CASE_PAGES, MAX_PAGES } from '../../forms/premises.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceIn } from '../../server/office.ts';
import type { FormQuestion, Service } from '../../server/service.ts';

/** Camera, canvas and sealing come when they are needed. */
const PremisesAnswer = lazy(async () => ({ default: (await import('../../vault/PremisesAnswer.tsx')).PremisesAnswer }));

interface PaperAnswerProps {
  readonly id: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly service: Service;
  readonly question: FormQuestion;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

/** Papers of one question among those of the others: a case names so many pages in all. */
export function PaperAnswer({ id, hint, problem, service, question, draft, change }: PaperAnswerProps) {
  const { t } = useTranslation();
  const { premises: pages = [] } = draft;
  const own = pages.filter(({ kind }) => kind === question.id);
  const others = pages.filter(({ kind }) => kind !== question.id);
  return (
    <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
      <PremisesAnswer
        id={id}
        hint={hint}
        problem={problem}
        kind={question.id}
        organ={(findServiceIn(service, draft.region) ?? service).organName}
        max={Math.min(question.max ?? MAX_PAGES, MAX_CASE_PAGES - others.length)}
        pages={own}
        onChange={(changed) => change({ premises: [...others, ...changed] })}
      />
    </Suspense>
  );
}
