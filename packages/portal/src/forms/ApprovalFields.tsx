import { useTranslation } from 'react-i18next';
import { DateField } from './DateField.tsx';
import type { Approval } from './particulars.ts';
import { TextField } from './TextField.tsx';

interface ApprovalFieldsProps {
  /** Activities picked that need an approval first. */
  readonly items: readonly { readonly code: string; readonly name: string }[];
  readonly approvals: readonly Approval[];
  readonly onChange: (approvals: readonly Approval[]) => void;
}

/**
 * 批准文件: number, date and last day (条例 14, 实施细则 22). Whoever has none yet may still apply: a person then lists all that is
 * missing at once.
 */
export function ApprovalFields({ items, approvals, onChange }: ApprovalFieldsProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section aria-label={t('registering.approval.title')}>
      <h2>{t('registering.approval.title')}</h2>
      <p className="soft">{t('registering.approval.words')}</p>
      {items.map(({ code, name }) => {
        const one = approvals.find(({ item }) => item === code) ?? { item: code, number: '', date: '', until: '' };
        const set = (part: Partial<Approval>) =>
          onChange([...approvals.filter(({ item }) => item !== code), { ...one, ...part }]);
        const day = (field: 'date' | 'until') => (
          <DateField
            id={`approval-${code}-${field}`}
            label={t(`registering.approval.${field}`)}
            value={one[field]}
            onChange={(value) => set({ [field]: value })}
          />
        );
        return (
          <fieldset className="field" key={code}>
            <legend>
              {name} <span className="soft mono">{code}</span>
            </legend>
            <TextField
              id={`approval-${code}`}
              label={t('registering.approval.number')}
              value={one.number}
              onChange={(number) => set({ number })}
            />
            {day('date')}
            {day('until')}
            {isStale(one) && <p className="warn">{t('registering.approval.stale')}</p>}
          </fieldset>
        );
      })}
    </section>
  );
}

const DAY_MS = 86_400_000;
const DAYS_WITHOUT_TERM = 90;

/** A word of warning only, by this browser's clock: the rule that counts goes by the block's. */
function isStale({ date, until }: Approval): boolean {
  if (date === '') return false;
  if (until !== '') return Date.parse(until) + DAY_MS < Date.now();
  return Date.now() - Date.parse(date) > (DAYS_WITHOUT_TERM + 1) * DAY_MS;
}
