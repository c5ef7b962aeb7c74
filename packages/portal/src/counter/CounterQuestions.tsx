import { askedQuestions } from '../citizen/form/asked-questions.ts';
import { FormInput } from '../citizen/form/FormInput.tsx';
import { fieldOf } from '../citizen/form/problem-field.ts';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, type OwnForm, type Service } from '../server/service.ts';

interface CounterQuestionsProps {
  readonly service: Service;
  readonly form: OwnForm;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
  readonly problems: readonly { readonly field: string; readonly words: string }[];
}

/** A service's own questions on one page, with the controls of the phone. */
export function CounterQuestions({ service, form, draft, change, problems }: CounterQuestionsProps) {
  const { i18n } = useTranslation();
  const { answers = {} } = draft;
  return askedQuestions(form, answers).map((question) => (
    <section key={question.id} aria-label={findServiceWords(service, `question.${question.id}`, i18n.language)}>
      <FormInput
        service={service}
        question={question}
        draft={draft}
        change={change}
        problem={problems.find(({ field }) => field === fieldOf(question.id, question, answers))?.words}
      />
    </section>
  ));
}
