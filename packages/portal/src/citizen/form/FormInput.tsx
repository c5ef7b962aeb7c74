import { useTranslation } from 'react-i18next';
import { Choices } from '../../forms/Choices.tsx';
import { DateField } from '../../forms/DateField.tsx';
import { districtOptions, type Region } from '../../forms/regions.ts';
import { ScopePicker } from '../../forms/ScopePicker.tsx';
import { SelectField } from '../../forms/SelectField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { type FormQuestion, findServiceWords, type Service, wordsIn } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import { findField } from './form-problems.ts';

interface FormInputProps {
  readonly service: Service;
  readonly question: FormQuestion;
  readonly answer: string;
  readonly problem: string | undefined;
  readonly onAnswer: (answer: string) => void;
}

/** The control for one kind of question; all of them are the platform's own. */
export function FormInput({ service, question, answer, problem, onAnswer }: FormInputProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const words = (key: string) => findServiceWords(service, key, i18n.language);
  const field = findField(service, question);
  const label =
    field === undefined ? (words(`question.${question.id}`) ?? question.id) : wordsIn(field.words, i18n.language);
  const shared = { id: `answer-${question.id}`, label, problem };
  const hint = words(`question.${question.id}.hint`) ?? '';
  switch (question.kind) {
    case 'choice': {
      const codes = field?.value?.kind === 'choice' ? field.value.choices : [];
      const choices = codes.map((value) => ({ value, label: words(`choice.${field?.name}.${value}`) ?? value }));
      return (
        <>
          <p className="hint">{hint}</p>
          <Choices
            id={shared.id}
            legend={label}
            problem={problem}
            choices={choices}
            value={answer}
            onChange={onAnswer}
          />
        </>
      );
    }
    case 'region':
      return (
        <SelectField
          {...shared}
          hint={hint}
          empty={t('ownForm.choose')}
          options={districtOptions(regions, servedDistricts(service, regions), i18n.language)}
          value={answer}
          onChange={onAnswer}
        />
      );
    case 'scope':
      return (
        <ScopePicker
          {...shared}
          hint={hint}
          service={service}
          picked={answer === '' ? [] : answer.split(' ')}
          onChange={(codes) => onAnswer(codes.join(' '))}
        />
      );
    case 'operator':
      return <TextField {...shared} hint={hint} value={answer} autoComplete="name" onChange={onAnswer} />;
    case 'date':
      return <DateField {...shared} hint={hint} value={answer} onChange={onAnswer} />;
    default:
      return <TextField {...shared} hint={hint} value={answer} onChange={onAnswer} type={question.kind} />;
  }
}

/** Where the service has offices, or everywhere; a whole city or province is no place of a shop. */
function servedDistricts({ offices }: Service, regions: readonly Region[]): string[] {
  if (offices.length > 0) return offices.map(({ region }) => region);
  return regions.map(({ code }) => code).filter((code) => !code.endsWith('00'));
}
