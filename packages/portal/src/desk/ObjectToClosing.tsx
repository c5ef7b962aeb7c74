import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { act } from '../officer/act.ts';
import type { Officer } from '../officer/use-officer.ts';

interface ObjectToClosingProps {
  readonly officer: Officer;
  readonly number: string;
  readonly tradeName: string;
  readonly done: () => void;
}

/** Why a department may object: codes that go on the public record. */
export const objectionReasons = ['TAX-OWED', 'WAGES-OWED', 'CASE-OPEN', 'OTHER-DUTY'] as const;

/** 提出异议: the short procedure ends with it, and the holder can still close in the ordinary way. */
export function ObjectToClosing({ officer, number, tradeName, done }: ObjectToClosingProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(objectionReasons[0]);
  const [error, setError] = useState<unknown>();
  async function object(): Promise<void> {
    setError(undefined);
    try {
      await act(officer, { deed: 'licences.object-to-closing', body: { number, reason } });
      done();
    } catch (problem) {
      setError(problem);
    }
  }
  if (!open) {
    return (
      <p>
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t('closings.object')}
          <span className="hidden-visually"> {tradeName}</span>
        </button>
      </p>
    );
  }
  return (
    <div className="desk-act">
      <label>
        {t('closings.reason')}
        <select className="input" value={reason} onChange={(event) => setReason(event.target.value)}>
          {objectionReasons.map((one) => (
            <option key={one} value={one}>
              {t(`closings.reasons.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => void object()}>
        {t('closings.sign')}
      </button>
      <button type="button" className="link-button" onClick={() => setOpen(false)}>
        {t('closings.cancel')}
      </button>
      {error !== undefined && <Failure error={error} />}
    </div>
  );
}
