import { lazy, Suspense } from 'react';
import { Waiting } from '../design/Waiting.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import type { ApplicationStep } from '../forms/application-problems.ts';
import { Choices } from '../forms/Choices.tsx';
import { CompositionAnswer } from '../forms/CompositionAnswer.tsx';
import { NameAnswer } from '../forms/NameAnswer.tsx';
import { OperatorAnswer } from '../forms/OperatorAnswer.tsx';
import { PlaceAnswer } from '../forms/PlaceAnswer.tsx';
import { districtOptions } from '../forms/regions.ts';
import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceIn } from '../server/office.ts';
import { findServiceWords, type Service } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';
import { fields } from './fields.ts';
import { ScopeAnswer } from './ScopeAnswer.tsx';

/** Camera, canvas and sealing come when they are needed. */
const PremisesAnswer = lazy(async () => ({ default: (await import('../vault/PremisesAnswer.tsx')).PremisesAnswer }));

interface ApplyAnswerProps {
  readonly service: Service;
  readonly step: ApplicationStep;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
  readonly problem: { readonly field: string; readonly words: string } | undefined;
}

/** The input of one question. */
export function ApplyAnswer({ service, step, draft, change, problem: found }: ApplyAnswerProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const id = `answer-${step}`;
  const problem = found?.field === id ? found.words : undefined;
  const words = (key: string) => findServiceWords(service, key, i18n.language) ?? '';
  const text = { id, problem, label: t(`apply.${step}.label`), hint: words(`field.${fields[step]}.hint`) };
  const only = { id, problem };
  switch (step) {
    case 'name':
      return (
        <NameAnswer
          {...text}
          service={service}
          value={draft.tradeName}
          isNameless={draft.nameless === true}
          onChange={change}
        />
      );
    case 'scope':
      return <ScopeAnswer {...text} service={service} draft={draft} change={change} />;
    case 'region':
      return (
        <SelectField
          {...text}
          empty={t('apply.region.choose')}
          options={districtOptions(
            regions,
            service.offices.map(({ region }) => region),
            i18n.language,
          )}
          value={draft.region}
          onChange={(region) => change({ region })}
        />
      );
    case 'place':
      return <PlaceAnswer {...only} hint={text.hint} value={draft.place} onChange={(place) => change({ place })} />;
    case 'composition':
      return (
        <CompositionAnswer {...only} value={draft.composition} onChange={(composition) => change({ composition })} />
      );
    case 'premises':
      return (
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <PremisesAnswer
            id={id}
            organ={(findServiceIn(service, draft.region) ?? service).organName}
            pages={draft.premises ?? []}
            onChange={(premises) => change({ premises })}
          />
        </Suspense>
      );
    case 'operator':
      return <OperatorAnswer {...text} problem={found} draft={draft} change={change} />;
    case 'path':
      return <PathAnswer {...only} legend={text.label} value={draft.path} onChange={(path) => change({ path })} />;
  }
}

interface PathAnswerProps {
  readonly id: string;
  readonly legend: string;
  readonly problem: string | undefined;
  readonly value: ApplicationDraft['path'];
  readonly onChange: (path: 'auto' | 'manual') => void;
}

/** 秒批, or a person (个人信息保护法 24). */
function PathAnswer({ onChange, ...group }: PathAnswerProps) {
  const { t } = useTranslation();
  return (
    <Choices
      {...group}
      choices={(['auto', 'manual'] as const).map((value) => ({
        value,
        label: t(`apply.path.${value}`),
        hint: t(`apply.path.${value}Hint`),
      }))}
      onChange={(path) => onChange(path === 'manual' ? 'manual' : 'auto')}
    />
  );
}
