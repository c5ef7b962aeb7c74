import { Link } from 'react-router';
import { Facts } from '../../design/Facts.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceIn } from '../../server/office.ts';
import { type FormQuestion, findServiceWords, type OwnForm, type Service, wordsIn } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import { type FormAnswers, toApplication } from './form-answers.ts';
import { findField } from './form-problems.ts';

interface FormCheckProps {
  readonly service: Service;
  readonly form: OwnForm;
  readonly given: FormAnswers;
}

/** 检查答案: what becomes public and what is sealed stands beside each answer, before the one button. */
export function FormCheck({ service, form, given }: FormCheckProps) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const say = (key: string) => findServiceWords(service, key, i18n.language) ?? key;
  const labelOf = (question: FormQuestion): string => {
    const field = findField(service, question);
    return field === undefined ? say(`question.${question.id}`) : wordsIn(field.words, i18n.language);
  };
  const shown = ({ id, kind, field }: FormQuestion): string => {
    const answer = given.answers[id] ?? '';
    if (kind === 'region') return nameOf(answer);
    return kind === 'choice' && answer !== '' ? say(`choice.${field}.${answer}`) : answer;
  };
  const rows = form.questions.map((question) => ({
    id: question.id,
    label: labelOf(question),
    value: shown(question),
  }));
  const path = { id: 'path', label: t('apply.path.short_label'), value: t(`apply.path.${given.path ?? 'auto'}`) };
  const office = findServiceIn(service, toApplication(service, form, given).region) ?? service;
  const names = (isPublic: boolean): string =>
    form.questions
      .filter((question) => (findField(service, question) !== undefined) === isPublic)
      .map(labelOf)
      .join(t('looks.nameGap'));
  return (
    <>
      <PageHeading title={t('apply.check.title')} back={{ to: `/apply/${service.id}/path`, label: t('form.back') }} />
      <Facts
        facts={[...rows, path].map(({ id, label, value }) => ({
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
        <p>{t('apply.check.keyWords')}</p>
      </Notice>
      <div className="actions">
        <Link className="button" to={`/apply/${service.id}/submit`}>
          {t('apply.check.go')}
        </Link>
      </div>
    </>
  );
}
