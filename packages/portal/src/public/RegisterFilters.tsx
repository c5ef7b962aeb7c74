import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/Icon.tsx';
import { filterOptions } from '../forms/regions.ts';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useRegions } from '../server/use-regions.ts';

export interface RegisterFilter {
  readonly q?: string;
  readonly region?: string;
  readonly month?: string;
}

/** Nothing filled in means everything, newest first. */
export function RegisterFilters({ onSearch }: { readonly onSearch: (filter: RegisterFilter) => void }) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const [q, setQ] = useState('');
  const [region, setRegion] = useState('');
  const [month, setMonth] = useState('');
  return (
    <search>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSearch({
            ...(q.trim() === '' ? {} : { q: q.trim() }),
            ...(region === '' ? {} : { region }),
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
          problem={undefined}
          options={filterOptions(regions, i18n.language, (name) => t('regions.whole', { name }))}
          value={region}
          onChange={setRegion}
        />
        <div className="field">
          <label htmlFor="register-month">{t('register.month')}</label>
          <input
            id="register-month"
            className="input"
            type="month"
            value={month}
            onChange={(event) => setMonth(event.target.value)}
          />
        </div>
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
