import { Notice } from '../../design/Notice.tsx';
import { districtOptions } from '../../forms/regions.ts';
import { ScopePicker } from '../../forms/ScopePicker.tsx';
import { SelectField } from '../../forms/SelectField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import type { Service } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import type { ChangeAnswers } from './change-answers.ts';

interface ChangeFieldsProps {
  readonly answers: ChangeAnswers;
  readonly change: (answers: ChangeAnswers) => void;
  readonly service: Service;
  readonly problemOf: (field: string) => string | undefined;
}

/** The questions of the change that was chosen. */
export function ChangeFields({ answers, change, service, problemOf }: ChangeFieldsProps) {
  const { t } = useTranslation();
  switch (answers.kind) {
    case 'name':
      return (
        <TextField
          id="change-name"
          label={t('change.newName')}
          problem={problemOf('change-name')}
          value={answers.tradeName}
          maxLength={60}
          onChange={(tradeName) => change({ ...answers, tradeName })}
        />
      );
    case 'scope':
    case 'permit-ended':
      return (
        <ScopePicker
          id="change-scope"
          label={t('change.newScope')}
          hint={t('change.newScopeHint')}
          problem={problemOf('change-scope')}
          service={service}
          picked={answers.scope}
          onChange={(scope) => change({ ...answers, scope })}
        />
      );
    case 'premises':
      return <Premises answers={answers} change={change} service={service} problemOf={problemOf} />;
    case 'particulars':
      return (
        <TextField
          id="change-residence"
          label={t('change.residence')}
          hint={t('change.sealedHint')}
          problem={problemOf('change-residence')}
          value={answers.residence}
          maxLength={120}
          onChange={(residence) => change({ ...answers, residence })}
        />
      );
    case 'operator':
      return (
        <TextField
          id="change-successor"
          label={t('change.successor')}
          hint={t('change.successorHint')}
          problem={problemOf('change-successor')}
          value={answers.successor}
          maxLength={60}
          onChange={(successor) => change({ ...answers, successor })}
        />
      );
    case 'enterprise':
      return (
        <Notice tone="brand" title={t('change.enterprise')}>
          <p>{t('change.enterpriseWords')}</p>
        </Notice>
      );
    default:
      return null;
  }
}

function Premises({ answers, change, service, problemOf }: ChangeFieldsProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const districts = service.offices.map(({ region }) => region);
  return (
    <>
      <SelectField
        id="change-region"
        label={t('change.region')}
        hint={t('change.regionHint')}
        empty={t('change.regionSame')}
        options={districtOptions(regions, districts, i18n.language)}
        value={answers.region}
        onChange={(region) => change({ ...answers, region })}
      />
      <TextField
        id="change-premises"
        label={t('change.premises')}
        hint={t('matterPath.premisesHint')}
        problem={problemOf('change-premises')}
        value={answers.premises}
        maxLength={120}
        onChange={(premises) => change({ ...answers, premises })}
      />
    </>
  );
}
