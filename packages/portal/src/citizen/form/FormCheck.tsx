import { Link } from 'react-router';
import { Facts } from '../../design/Facts.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceIn } from '../../server/office.ts';
import { type FormQuestion, findServiceWords, type OwnForm, type Service, wordsIn } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import { CheckedAnew } from '../CheckedAnew.tsx';
import { contactWords } from '../contact-words.ts';
import { answerWords } from './answer-words.ts';
import { askedQuestions } from './asked-questions.ts';
import { findField } from './form-problems.ts';

interface FormCheckProps {
  readonly service: Service;
  readonly form: OwnForm;
  readonly application: ApplicationDraft;
  readonly asNew: () => void;
}

/** 检查答案: what becomes public and what is sealed stands beside each answer, before the one button. */
export function FormCheck({ service, form, application, asNew }: FormCheckProps) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const say = (key: string) => findServiceWords(service, key, i18n.language) ?? key;
  const labelOf = (question: FormQuestion): string => {
    const field = findField(service, question);
    return field === undefined ? say(`question.${question.id}`) : wordsIn(field.words, i18n.language);
  };
  const questions = askedQuestions(form, application.answers ?? {});
  const rows = questions.map((question) => ({
    id: question.id,
    label: labelOf(question),
    value: answerWords(question, application, { say, nameOf, t }),
  }));
  const path = { id: 'path', label: t('apply.path.short_label'), value: t(`apply.path.${application.path ?? 'auto'}`) };
  const contact = {
    id: 'contact',
    label: t('contact.title'),
    value: contactWords(application.contact, t) ?? t('contact.notLeft'),
  };
  const office = findServiceIn(service, application.region) ?? service;
  const names = (isPublic: boolean): string =>
    questions
      .filter((question) => (findField(service, question) !== undefined) === isPublic)
      .map(labelOf)
      .join(t('looks.nameGap'));
  return (
    <>
      <PageHeading
        title={t('apply.check.title')}
        back={{ to: `/apply/${service.id}/contact`, label: t('form.back') }}
      />
      <CheckedAnew previous={application.previous} asNew={asNew} />
      <Facts
        facts={[...rows, path, contact].map(({ id, label, value }) => ({
          label,
          value,
          action: (
            <Link to={`/apply/${service.id}/${id}`}>
              {t('apply.check.change')}
              <span className="hidden-visually"> {label}</span>
            </Link>
          ),
        }))}
      />
      <Notice tone="brand" title={t('apply.check.publicTitle')}>
        <p>{t('ownForm.publicWords', { names: names(true) })}</p>
        <p>{t('ownForm.sealedWords', { names: names(false), organ: office.organName })}</p>
        <p>{t((application.licences ?? []).length > 0 ? 'ownForm.keyWordsLinked' : 'apply.check.keyWords')}</p>
      </Notice>
      <div className="actions">
        <Link className="button" to={`/apply/${service.id}/submit`}>
          {t('apply.check.go')}
        </Link>
      </div>
    </>
  );
}
