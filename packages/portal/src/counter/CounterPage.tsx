import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { serviceOf } from '../server/office.ts';
import { cityQuery, servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { CounterVisit } from './CounterVisit.tsx';

/** 窗口: a person without a phone, on their document, by the same form as everybody. */
export function CounterPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('counter.title')}>{(officer) => <Counter officer={officer} />}</OfficerOnly>;
}

function Counter({ officer }: { readonly officer: Officer }) {
  const { t, i18n } = useTranslation();
  const city = useQuery(cityQuery);
  const services = useQuery(servicesQuery);
  const [serial, setSerial] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const failed = city.error ?? services.error;
  const back = { to: '/officer', label: t('officer.queue') };
  // What is known stays known: a network that goes away later takes no half-filled form with it.
  if (city.data === undefined || services.data === undefined) {
    if (failed === null) return <Waiting>{t('site.loading')}</Waiting>;
    return (
      <>
        <PageHeading title={t('counter.title')} back={back} />
        <Failure error={failed} retry={() => void Promise.all([city.refetch(), services.refetch()])} />
      </>
    );
  }
  const organ = officer.session.department;
  const own = services.data
    .filter((one) => one.organ === organ || one.offices.some((office) => office.organ === organ))
    .flatMap((one) => serviceOf(one, organ) ?? []);
  const service = own.find(({ id }) => id === chosen) ?? own[0];
  const asked = service?.attesters.flatMap((id) => city.data?.departments.filter((one) => one.id === id) ?? []) ?? [];
  const [register, ...others] = asked;
  if (service === undefined || register === undefined) {
    return (
      <>
        <PageHeading title={t('counter.title')} back={back} />
        <Notice tone="warn" title={t('counter.noService')} />
      </>
    );
  }
  return (
    <>
      <PageHeading
        title={t('counter.title')}
        lead={t('counter.lead', { service: wordsIn(service.title, i18n.language) })}
        back={back}
      />
      {own.length > 1 && (
        <SelectField
          id="counter-service"
          label={t('ownForm.counterService')}
          problem={undefined}
          options={own.map(({ id, title }) => ({ value: id, label: wordsIn(title, i18n.language) }))}
          value={service.id}
          onChange={setChosen}
        />
      )}
      <CounterVisit
        key={`${service.id} ${serial}`}
        officer={officer}
        service={service}
        registers={[register, ...others]}
        chain={city.data.chain}
        next={() => setSerial(serial + 1)}
      />
    </>
  );
}
