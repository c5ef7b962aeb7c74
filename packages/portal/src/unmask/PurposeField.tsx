import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { purposes } from './purposes.ts';
import { type ChosenPurpose, PURPOSE_FIELD } from './use-purpose.ts';

/** 用途: asked before anything is opened, because the person it is about reads it. */
export function PurposeField({ purpose }: { readonly purpose: ChosenPurpose }) {
  const { t } = useTranslation();
  return (
    <SelectField
      id={PURPOSE_FIELD}
      label={t('unmask.purpose')}
      hint={t('unmask.purposeHint')}
      problem={purpose.isMissing ? t('unmask.purposeMissing') : undefined}
      empty={t('unmask.purposeNone')}
      options={purposes.map((value) => ({ value, label: t(`unmask.purposes.${value}`) }))}
      value={purpose.value ?? ''}
      onChange={purpose.choose}
    />
  );
}
