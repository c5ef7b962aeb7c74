import { askedQuestions } from '../citizen/form/asked-questions.ts';
import { toApplication } from '../citizen/form/form-answers.ts';
import { findFormProblem } from '../citizen/form/form-problems.ts';
import { fieldOf } from '../citizen/form/problem-field.ts';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { type ApplicationStep, applicationSteps } from '../forms/application-problems.ts';
import type { Service } from '../server/service.ts';

/** What the counter asks beside the service's own questions: all of the shop's, or who shall decide. */
export function counterSteps({ form }: Service): readonly ApplicationStep[] {
  return form === undefined ? applicationSteps : ['path'];
}

/** The draft as it is signed: a service's own answers come to fields and sealed words. */
export function applicationAtCounter(service: Service, draft: ApplicationDraft): ApplicationDraft {
  return service.form === undefined ? draft : toApplication(service, service.form, draft);
}

/** The name is the register's, read from the document: nobody types it. */
export function withOperator(service: Service, draft: ApplicationDraft, operator: string): ApplicationDraft {
  const question = service.form?.questions.find(({ kind }) => kind === 'operator');
  const answers = question === undefined ? {} : { answers: { ...draft.answers, [question.id]: operator } };
  return { ...draft, operator, ...answers };
}

/** Questions of the service's own that still need an answer. */
export function openQuestions(service: Service, draft: ApplicationDraft) {
  const { answers = {} } = draft;
  const asked = service.form === undefined ? [] : askedQuestions(service.form, answers);
  return asked.flatMap((question) => {
    const found = findFormProblem(service, question, draft);
    if (found === undefined) return [];
    return [{ field: fieldOf(question.id, question, answers), words: found.key, facts: found.facts ?? {} }];
  });
}
