import { Facts } from '../design/Facts.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useScopeNames } from '../scope/use-scope-names.ts';
import type { CaseBody, FoundCase } from '../server/ledger.ts';
import { ownFields } from '../server/own-fields.ts';
import type { Service } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';
import { CaseStatus } from './CaseStatus.tsx';

interface CaseFactsProps {
  readonly found: FoundCase;
  readonly service: Service | undefined;
  readonly body: CaseBody | undefined;
  readonly operator: string | undefined;
}

export function CaseFacts({ found, service, body, operator }: CaseFactsProps) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const scope = useScopeNames(service, body?.scope ?? []).join(t('looks.itemGap'));
  const { case: record, id } = found;
  return (
    <Facts
      facts={[
        { label: t('case.status'), value: <CaseStatus record={record} /> },
        { label: t('apply.name.short_label'), value: body && (body.tradeName ?? t('registering.name.none')) },
        {
          label: t('apply.scope.short_label'),
          value: body && scope,
        },
        { label: t('apply.region.short_label'), value: body && nameOf(body.region) },
        ...ownFields(service, body?.fields, i18n.language),
        { label: t('apply.operator.short_label'), value: operator },
        { label: t('case.organ'), value: service?.organName ?? record.organ },
        { label: t('case.submitted'), value: format.time(record.submittedAt) },
        { label: t('case.number'), value: <code>{id}</code> },
      ]}
    />
  );
}
