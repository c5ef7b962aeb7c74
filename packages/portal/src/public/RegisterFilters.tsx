import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/Icon.tsx';
import { Field } from '../forms/Field.tsx';
import { filterOptions } from '../forms/regions.ts';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';

export interface RegisterFilter {
  readonly q?: string;
  readonly region?: string;
  readonly month?: string;
  /** Kind of licence; a service issues one. */
  readonly kind?: string;
}

/** Nothing filled in means everything, newest first. */
export function RegisterFilters({ onSearch }: { readonly onSearch: (filter: RegisterFilter) => void }) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const [q, setQ] = useState('');
  const [region, setRegion] = useState('');
  const [month, setMonth] = useState('');
  const [kind, setKind] = useState('');
  const services = useQuery(servicesQuery);
  return (
    <search>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSearch({
            ...(q.trim() === '' ? {} : { q: q.trim() }),
            ...(region === '' ? {} : { region }),
            ...(kind === '' ? {} : { kind }),
            ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
          });
        }}
      >
        <TextField id="register-name" label={t('register.name')} value={q} maxLength={80} onChange={setQ} />
        <SelectField
          id="register-region"
          label={t('register.region')}
          hint={t('register.regionHint')}
          empty={t('register.anywhere')}
          options={filterOptions(regions, i18n.language, (name) => t('regions.whole', { name }))}
          value={region}
          onChange={setRegion}
        />
        {(services.data?.length ?? 0) > 1 && (
          <SelectField
            id="register-kind"
            label={t('registerExport.service')}
            hint={t('registerExport.serviceHint')}
            empty={t('registerExport.anyService')}
            options={(services.data ?? []).map((one) => ({
              value: one.kind,
              label: wordsIn(one.title, i18n.language),
            }))}
            value={kind}
            onChange={setKind}
          />
        )}
        <Field id="register-month" label={t('register.month')}>
          {(control) => (
            <input {...control} type="month" value={month} onChange={(event) => setMonth(event.target.value)} />
          )}
        </Field>
        <div className="actions">
          <button className="button" type="submit">
            <Icon name="search" />
            {t('register.go')}
          </button>
        </div>
      </form>
    </search>
  );
}
