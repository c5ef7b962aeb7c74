import type { LicenceRecord } from '@minglu/protocol';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';

/** What the organ publishes beside a status, which stays what it is: each with its article and its day. */
export function LicenceMarks({ record }: { readonly record: LicenceRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {record.marks?.map(({ mark, reason, article, at }) => (
        <Notice key={`${mark} ${reason}`} tone="warn" title={t(`marks.${mark}`)}>
          <p>
            {t(`markReasons.${reason}`, { defaultValue: reason })} · {article} · {format.day(at)}
          </p>
        </Notice>
      ))}
      {record.serviceAddress === true && <Notice tone="quiet" title={t('licenceLaw.serviceAddress')} />}
    </>
  );
}
