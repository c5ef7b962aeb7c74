import { QrCode } from '../design/QrCode.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseBody, FoundCase } from '../server/ledger.ts';
import { type Service, wordsIn } from '../server/service.ts';
import { PaperChoice } from './PaperChoice.tsx';
import { formatPaperCode, groupedSecret, type PaperCode } from './paper-code.ts';
import { usePaper } from './use-paper.ts';

interface ReceiptSlipProps {
  readonly found: FoundCase;
  /** What it is called, where that is known. */
  readonly named: Pick<CaseBody, 'tradeName'> | undefined;
  readonly service: Service | undefined;
  /** Only on the first print: nobody, the officer included, can print it again. */
  readonly code: PaperCode | undefined;
}

/** 接收申请材料凭证 (市场主体登记管理条例实施细则 18), as wide on the screen as on its paper: 80 mm or A5. */
export function ReceiptSlip({ found, named, service, code }: ReceiptSlipProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { id, case: record } = found;
  const progress = `${location.origin}/cases/${id}`;
  const { paper, choose, slip } = usePaper();
  return (
    <>
      <PaperChoice paper={paper} choose={choose} />
      <article className="slip" data-paper={paper} ref={slip} aria-label={t('slip.title')}>
        <h2>{t('slip.title')}</h2>
        <dl>
          <dt>{t('slip.organ')}</dt>
          <dd>{service?.organName ?? record.organ}</dd>
          <dt>{t('slip.matter')}</dt>
          <dd>{service === undefined ? record.service : wordsIn(service.title, i18n.language)}</dd>
          {named !== undefined && (
            <>
              <dt>{t('apply.name.short_label')}</dt>
              <dd>{named.tradeName ?? t('registering.name.none')}</dd>
            </>
          )}
          <dt>{t('slip.number')}</dt>
          <dd className="mono">{id}</dd>
          <dt>{t('slip.received')}</dt>
          <dd>{format.time(record.submittedAt)}</dd>
          {record.dueAt !== undefined && (
            <>
              <dt>{t('clocks.statutory')}</dt>
              <dd>{t('clocks.until', { time: format.time(record.dueAt) })}</dd>
            </>
          )}
          {record.promisedAt !== undefined && (
            <>
              <dt>{t('clocks.promised')}</dt>
              <dd>{t('clocks.until', { time: format.time(record.promisedAt) })}</dd>
            </>
          )}
          <dt>{t('slip.standing')}</dt>
          <dd>{t(`caseStatus.${record.status}`)}</dd>
          {record.licence !== undefined && (
            <>
              <dt>{t('slip.licence')}</dt>
              <dd className="mono">{record.licence}</dd>
            </>
          )}
        </dl>
        <figure>
          <QrCode text={progress} label={t('slip.progressQr')} />
          <figcaption>{t('slip.progressQr')}</figcaption>
        </figure>
        {code !== undefined && (
          <section className="slip-key" aria-label={t('slip.key')}>
            <p className="slip-fold">{t('slip.fold')}</p>
            <h3>{t('slip.key')}</h3>
            <p>{t('slip.keyWords')}</p>
            <figure>
              <QrCode text={`${location.origin}/take-over#${formatPaperCode(code)}`} label={t('slip.keyQr')} />
              <figcaption>{t('slip.keyQr')}</figcaption>
            </figure>
            <p className="small">{t('slip.typed', { address: `${location.host}/take-over` })}</p>
            <p className="mono slip-secret">{groupedSecret(code.secret)}</p>
          </section>
        )}
      </article>
    </>
  );
}
