import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { DateField } from '../../forms/DateField.tsx';
import { districtOptions, type Region } from '../../forms/regions.ts';
import { ScopePicker } from '../../forms/ScopePicker.tsx';
import { SelectField } from '../../forms/SelectField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { type FormQuestion, findServiceWords, type Service, wordsIn } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { findField } from './form-problems.ts';
import { LicenceAnswer } from './LicenceAnswer.tsx';
import { PaperAnswer } from './PaperAnswer.tsx';
import { PeopleAnswer } from './PeopleAnswer.tsx';

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
  const { answers = {} } = draft;
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
    case 'file':
      return <PaperAnswer {...shared} service={service} question={question} draft={draft} change={change} />;
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
    case 'date':
      return <DateField {...shared} value={answer} onChange={(text) => give(text)} />;
    default:
      return <TextField {...shared} value={answer} onChange={(text) => give(text)} {...INPUT[question.kind]} />;
  }
}

const INPUT = { text: {}, money: {}, number: { type: 'number' } } as const;

/** Where the service has offices, or everywhere; a whole city or province is no place of a shop. */
function servedDistricts({ offices }: Service, regions: readonly Region[]): string[] {
  if (offices.length > 0) return offices.map(({ region }) => region);
  return regions.map(({ code }) => code).filter((code) => !code.endsWith('00'));
}
