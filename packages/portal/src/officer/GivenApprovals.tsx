import { useTranslation } from '../language/use-translation.ts';
import type { CaseFile } from '../server/ledger.ts';
import { namesOfScope, type Service } from '../server/service.ts';

interface GivenApprovalsProps {
  readonly file: CaseFile | undefined;
  readonly service: Service | undefined;
}

/** 批准文件 as the applicant gave them: the officer looks at the document, and at its term, before anything is registered. */
export function GivenApprovals({ file, service }: GivenApprovalsProps) {
  const { t, i18n } = useTranslation();
  const given = (file?.plain as { readonly approvals?: unknown } | undefined)?.approvals;
  const rows = Array.isArray(given) ? (given as readonly Readonly<Record<string, unknown>>[]) : [];
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{t('registering.approval.title')}</h2>
      <ul className="list">
        {rows.map(({ item, number, date, until }) => (
          <li key={String(item)}>
            <strong>{namesOfScope(service, [String(item)], i18n.language)[0]}</strong> {String(number)}
            <p className="small soft">
              {t('registering.approval.dates', {
                date: String(date),
                until: until === undefined ? t('registering.approval.noTerm') : String(until),
              })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
