import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { Field } from '../forms/Field.tsx';
import { filterOptions } from '../forms/regions.ts';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';
import { parseRegisterFilter, type RegisterFilter } from './parse-register-filter.ts';

interface RegisterFiltersProps {
  readonly initial: RegisterFilter;
  readonly onSearch: (filter: RegisterFilter) => void;
}

/** Nothing filled in means everything, newest first. */
export function RegisterFilters({ initial, onSearch }: RegisterFiltersProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const [q, setQ] = useState(initial.q ?? '');
  const [region, setRegion] = useState(initial.region ?? '');
  const [month, setMonth] = useState(initial.month ?? '');
  const [kind, setKind] = useState(initial.kind ?? '');
  const shown = JSON.stringify(initial);
  useEffect(() => {
    // Back and forward change the question; the fields follow, and keep the focus.
    const {
      q: name = '',
      region: place = '',
      month: since = '',
      kind: sort = '',
    } = JSON.parse(shown) as RegisterFilter;
    setQ(name);
    setRegion(place);
    setMonth(since);
    setKind(sort);
  }, [shown]);
  const services = useQuery(servicesQuery);
  return (
    <search>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(parseRegisterFilter(new URLSearchParams({ q, region, kind, month })));
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
