import { useState } from 'react';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { useTranslation } from '../language/use-translation.ts';

interface PassOnProps {
  readonly label: string;
  readonly colleagues: Colleagues;
  /** Key of whoever has it already. */
  readonly without: string | undefined;
  readonly busy: boolean;
  readonly pass: (to: string) => void;
}

/** Gives something to a named colleague who may decide cases; the chain knows them by key alone. */
export function PassOn({ label, colleagues, without, busy, pass }: PassOnProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const fit = colleagues.all.filter(({ kid, duties }) => kid !== without && duties.includes('registrar'));
  if (fit.length === 0) return null;
  return (
    <div className="desk-act">
      <label>
        {label}
        <select id="pass-on" className="input" value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('desk.chooseColleague')}</option>
          {fit.map(({ kid, name }) => (
            <option key={kid} value={kid}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button second" disabled={busy || to === ''} onClick={() => pass(to)}>
        {t('desk.pass')}
      </button>
    </div>
  );
}
