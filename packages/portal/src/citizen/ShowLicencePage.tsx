import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { QrCode } from '../design/QrCode.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { FindingView } from '../proof/FindingView.tsx';
import { licenceStatusLook } from '../proof/licence-status.ts';
import { standingNow } from '../proof/standing-now.ts';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
import { ownCaseQuery } from './own-case.ts';
import { TickingClock } from './TickingClock.tsx';
import { useScreenKeptOn } from './use-screen-kept-on.ts';

/** How often the status is proved anew while the page is held out. */
const AGAIN_MS = 15_000;

/**
 * 亮证: what is held out to an inspector. The code leads to the number's own check on the inspector's phone; the running clock
 * tells a page from a picture of one. Neither proves anything to somebody who does not scan, and the page says so.
 */
export function ShowLicencePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = '' } = useParams();
  useScreenKeptOn();
  const own = useQuery(ownCaseQuery(id));
  const trust = useQuery(trustQuery);
  const nameOf = useLicenceName();
  const number = own.data?.found.case.licence;
  const proof = useQuery({
    ...verifiedLicenceQuery(number ?? '', trust.data),
    enabled: number !== undefined && trust.data !== undefined,
    refetchInterval: AGAIN_MS,
  });
  const failed = [own, trust, proof].find(({ isError }) => isError);
  const back = { to: `/cases/${id}`, label: t('show.back') };
  if (failed !== undefined) {
    return (
      <>
        <PageHeading title={t('show.title')} back={back} />
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      </>
    );
  }
  if (own.data !== undefined && number === undefined) {
    return (
      <>
        <PageHeading title={t('show.title')} back={back} />
        <Notice tone="quiet" title={t('show.none')} />
      </>
    );
  }
  const finding = proof.data?.finding;
  if (finding === undefined || number === undefined) return <Waiting>{t('licence.fetching')}</Waiting>;
  const record = finding.kind === 'licence' ? finding.licence.licence : undefined;
  // A proof that fails is shown as what it is: nobody holds it out for a licence, and nobody waits for it.
  if (record === undefined) {
    return (
      <>
        <PageHeading title={t('show.title')} back={back} />
        <FindingView finding={finding} />
      </>
    );
  }
  const standing = standingNow(record, finding.kind === 'licence' ? finding.licence.block.time : 0);
  const look = licenceStatusLook(standing);
  return (
    <>
      <PageHeading title={t('show.title')} back={back} />
      <section className="licence shown" aria-label={nameOf(record.service)}>
        <p className="licence-sample">{t('licence.sample')}</p>
        <p className="lead">{record.tradeName || t('registering.name.none')}</p>
        <Tag tone={look.tone} icon={look.icon}>
          {t(`status.${standing}`)}
        </Tag>
        <QrCode text={`${location.origin}/verify/${number}`} label={t('licence.qr', { number })} />
        <p className="mono">{number.match(/.{1,6}/g)?.join(' ')}</p>
        {own.data?.stored !== undefined && (
          <p>
            {t('apply.operator.short_label')} {own.data.stored.operator.value}
          </p>
        )}
        <TickingClock />
        <p className="small soft">{t('show.proved', { time: format.time(proof.dataUpdatedAt) })}</p>
      </section>
      <p className="soft measure">{t('show.scan')}</p>
    </>
  );
}

/** 营业执照, 经营许可证: what is held out is called by its own name, for those who hear it. */
function useLicenceName(): (service: string) => string {
  const { t, i18n } = useTranslation();
  const services = useQuery(servicesQuery);
  return (id) => {
    const words = services.data?.find((one) => one.id === id)?.licence;
    return words === undefined ? t('licence.face') : wordsIn(words, i18n.language);
  };
}
