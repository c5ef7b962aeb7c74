import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { useAct } from '../officer/use-act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { HoldRow } from './HoldRow.tsx';
import { mattersQuery } from './matters-query.ts';

const reasons = ['INSPECTION', 'COMPLAINT', 'LAWSUIT', 'LEAK'] as const;

/** 保全: nothing of the case is erased while it is looked into. */
export function CaseHold({ id, officer }: { readonly id: string; readonly officer: Officer }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string>(reasons[0]);
  const held = useQuery(mattersQuery(officer, 'hold', id));
  const { busy, error, sign } = useAct(officer, () => void held.refetch());
  const [matter] = held.data ?? [];
  const isHeld = matter?.record !== undefined && matter.record.status !== 'lifted';
  return (
    <section aria-labelledby="case-hold">
      <h2 id="case-hold">{t('auditor.holdTitle')}</h2>
      <p className="measure soft">{t('auditor.holdWords')}</p>
      {held.isError && <Failure error={held.error} retry={() => void held.refetch()} />}
      {held.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {matter !== undefined && <HoldRow matter={matter} officer={officer} changed={() => void held.refetch()} />}
      {held.isSuccess && !isHeld && (
        <form
          className="desk-act"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void sign({ deed: 'audit.place-hold', body: { case: id, reason } });
          }}
        >
          <SelectField
            id="hold-reason"
            label={t('auditor.reason')}
            options={reasons.map((value) => ({ value, label: t(`auditor.reasons.${value}`) }))}
            value={reason}
            onChange={setReason}
          />
          <button type="submit" className="button second" disabled={busy}>
            {t('auditor.holdDeeds.place')}
          </button>
        </form>
      )}
      {error !== undefined && <Failure error={error} />}
    </section>
  );
}
