import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../design/Waiting.tsx';
import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { MAX_CASE_PAGES, MAX_PAGES } from '../../forms/premises.ts';
import { districtOptions, type Region } from '../../forms/regions.ts';
import { ScopePicker } from '../../forms/ScopePicker.tsx';
import { SelectField } from '../../forms/SelectField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { findServiceIn } from '../../server/office.ts';
import { type FormQuestion, findServiceWords, type Service, wordsIn } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { findField } from './form-problems.ts';
import { LicenceAnswer } from './LicenceAnswer.tsx';
import { PeopleAnswer } from './PeopleAnswer.tsx';

/** Camera, canvas and sealing come when they are needed. */
const PremisesAnswer = lazy(async () => ({ default: (await import('../../vault/PremisesAnswer.tsx')).PremisesAnswer }));

interface FormInputProps {
  readonly service: Service;
  readonly question: FormQuestion;
  readonly draft: ApplicationDraft;
  readonly problem: string | undefined;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

/** The control for one kind of question; all of them are the platform's own. */
export function FormInput({ service, question, draft, problem, change }: FormInputProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const words = (key: string) => findServiceWords(service, key, i18n.language);
  const { answers = {}, premises: pages = [] } = draft;
  const answer = answers[question.id] ?? '';
  const give = (text: string, name = question.id): void => change({ answers: { ...answers, [name]: text } });
  const field = findField(service, question);
  const label =
    field === undefined ? (words(`question.${question.id}`) ?? question.id) : wordsIn(field.words, i18n.language);
  const shared = { id: `answer-${question.id}`, label, problem, hint: words(`question.${question.id}.hint`) ?? '' };
  switch (question.kind) {
    case 'choice':
      return <ChoiceAnswer {...shared} service={service} question={question} answers={answers} give={give} />;
    case 'people':
      return (
        <PeopleAnswer
          id={shared.id}
          hint={shared.hint}
          problem={problem}
          service={service}
          question={question}
          answer={answer}
          give={give}
        />
      );
    case 'licence':
      return (
        <LicenceAnswer
          {...shared}
          kind={field?.value?.kind === 'licence' ? field.value.of : ''}
          answer={answer}
          give={give}
        />
      );
    case 'file': {
      const own = pages.filter(({ kind }) => kind === question.id);
      const others = pages.filter(({ kind }) => kind !== question.id);
      return (
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <PremisesAnswer
            id={shared.id}
            hint={shared.hint}
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
    case 'region':
      return (
        <SelectField
          {...shared}
          empty={t('ownForm.choose')}
          options={districtOptions(regions, servedDistricts(service, regions), i18n.language)}
          value={answer}
          onChange={give}
        />
      );
    case 'scope':
      return (
        <ScopePicker
          {...shared}
          service={service}
          picked={answer === '' ? [] : answer.split(' ')}
          onChange={(codes) => give(codes.join(' '))}
        />
      );
    case 'operator':
      return <TextField {...shared} value={answer} autoComplete="name" onChange={(text) => give(text)} />;
    default:
      return <TextField {...shared} value={answer} onChange={(text) => give(text)} {...INPUT[question.kind]} />;
  }
}

const INPUT = { text: {}, money: {}, number: { type: 'number' }, date: { type: 'date' } } as const;

/** Where the service has offices, or everywhere; a whole city or province is no place of a shop. */
function servedDistricts({ offices }: Service, regions: readonly Region[]): string[] {
  if (offices.length > 0) return offices.map(({ region }) => region);
  return regions.map(({ code }) => code).filter((code) => !code.endsWith('00'));
}
