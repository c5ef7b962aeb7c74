import { lazy, Suspense } from 'react';
import { useTranslation } from '../language/use-translation.ts';
import type { Service } from '../server/service.ts';
import { TextField } from './TextField.tsx';

/** The catalogue it reads trades from comes after the question stands. */
const NamePartsView = lazy(async () => ({ default: (await import('./NamePartsView.tsx')).NamePartsView }));

interface NameAnswerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly isNameless: boolean;
  readonly service: Service;
  readonly onChange: (answer: { readonly tradeName?: string; readonly nameless?: boolean }) => void;
}

/** A name, or none: 个体工商户使用名称的，登记事项还应当包括名称 (实施细则 6). */
export function NameAnswer({ isNameless, onChange, service, ...text }: NameAnswerProps) {
  const { t } = useTranslation();
  return (
    <>
      {!isNameless && <TextField {...text} onChange={(tradeName) => onChange({ tradeName })} />}
      {!isNameless && service.nameRule !== undefined && (
        <Suspense fallback={null}>
          <NamePartsView service={service} rule={service.nameRule} name={text.value} />
        </Suspense>
      )}
      <p className="hint">{t('registering.name.rules')}</p>
      <label className="choice">
        <input
          type="checkbox"
          id={isNameless ? text.id : `${text.id}-less`}
          checked={isNameless}
          onChange={(event) => onChange({ nameless: event.target.checked })}
        />
        <span>
          <span>{t('registering.name.without')}</span>
          <span className="choice-hint">{t('registering.name.withoutHint')}</span>
        </span>
      </label>
    </>
  );
}
