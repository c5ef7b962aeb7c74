import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { downloadText } from '../design/download-text.ts';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { ownCaseQuery } from './own-case.ts';
import { daysLeft, findRemedies } from './remedies.ts';

const DAY_MS = 86_400_000;

/**
 * The online channel that a refusal must carry (行政复议法 22): who hears it, until when, what to write, and the application as a
 * text to send there. Reconsideration is another organ's service: nothing is filed here, and nothing pretends to be.
 */
export function ReconsiderationPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  const own = useQuery(ownCaseQuery(id));
  const services = useQuery(servicesQuery);
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: () => api.get('/api/organisations', {}) });
  const back = { to: `/cases/${id}`, label: t('case.title') };
  const heading = <PageHeading title={t('reconsideration.title')} back={back} />;
  const failed = [own, services, organisations].find(({ isError }) => isError);
  if (failed !== undefined) {
    return (
      <>
        {heading}
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      </>
    );
  }
  if (own.data === undefined || organisations.data === undefined || services.data === undefined)
    return <Waiting>{t('site.loading')}</Waiting>;
  const remedies = findRemedies(own.data.events);
  if (remedies === undefined) {
    return (
      <>
        {heading}
        <Notice tone="quiet" title={t('reconsideration.none')} />
      </>
    );
  }
  const nameOf = (organ: string | undefined) =>
    String(organisations.data.organisations.find((one) => one.id === organ)?.organisation.name ?? organ ?? '');
  const { case: record } = own.data.found;
  const service = services.data.find((one) => one.id === record.service);
  const left = daysLeft(remedies, Date.now());
  const title = service === undefined ? record.service : wordsIn(service.title, i18n.language);
  const text = t('reconsideration.text', {
    ...{ hears: nameOf(remedies.organ), organ: nameOf(record.organ), title, id },
    applicant: own.data.stored?.operator.value ?? '＿＿＿＿',
    day: format.day(remedies.decidedAt),
  });
  return (
    <>
      {heading}
      <Facts
        facts={[
          { label: t('reconsideration.against'), value: nameOf(record.organ) },
          { label: t('reconsideration.hears'), value: nameOf(remedies.organ) },
          {
            label: t('reconsideration.until'),
            value: t('reconsideration.left', {
              day: format.day(remedies.decidedAt + remedies.days * DAY_MS),
              days: left,
              whole: remedies.days,
            }),
          },
          { label: t('reconsideration.court'), value: t('reconsideration.courtWords', { months: remedies.months }) },
        ]}
      />
      <Notice tone={left > 0 ? 'brand' : 'warn'} title={t(left > 0 ? 'reconsideration.how' : 'reconsideration.late')}>
        <p>{t('reconsideration.howWords', { hears: nameOf(remedies.organ) })}</p>
      </Notice>
      <Letter id={id} text={text} />
      <p className="soft small measure">{t('reconsideration.notHere')}</p>
    </>
  );
}

/** The application, to be read, taken along and sent by whoever it is for. */
function Letter({ id, text }: { readonly id: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('reconsideration.write')}</h2>
      <pre className="letter">{text}</pre>
      <div className="actions">
        <button type="button" className="button" onClick={() => downloadText(`${id}.txt`, text)}>
          <Icon name="down" />
          {t('reconsideration.download')}
        </button>
      </div>
    </>
  );
}
