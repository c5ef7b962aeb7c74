import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useColleagues } from '../desk/use-colleagues.ts';
import { useTranslation } from '../language/use-translation.ts';
import { act } from '../officer/act.ts';
import { PassOn } from '../officer/PassOn.tsx';
import type { Officer } from '../officer/use-officer.ts';

type Progress = { readonly done: number; readonly total: number };

/** Somebody is away, and their open cases go to a colleague, each by a deed of its own. */
export function PassCases({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const me = officer.signer.publicKey.kid;
  const colleagues = useColleagues(officer);
  const isHead = colleagues.isA('head', me);
  const [whose, setWhose] = useState(me);
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<unknown>();
  const busy = progress !== undefined && progress.done < progress.total;
  async function passAll(to: string): Promise<void> {
    setError(undefined);
    try {
      const cases = await openCasesOf(officer, whose);
      setProgress({ done: 0, total: cases.length });
      for (const [at, id] of cases.entries()) {
        const deed = whose === me ? 'cases.hand-over' : 'cases.assign';
        await act(officer, { deed, body: { case: id, to } });
        setProgress({ done: at + 1, total: cases.length });
      }
    } catch (problem) {
      // What was passed on stays so; pressing again goes on with the rest.
      setProgress(undefined);
      setError(problem);
    }
  }
  return (
    <>
      <h2>{t('standingIn.cases')}</h2>
      <p>{t('standIn.lead')}</p>
      {isHead && (
        <div className="desk-act">
          <label>
            {t('standIn.whose')}
            <select
              id="stand-in-for"
              className="input"
              value={whose}
              onChange={(event) => setWhose(event.target.value)}
            >
              {colleagues.all
                .filter(({ duties }) => duties.includes('registrar'))
                .map(({ kid, name }) => (
                  <option key={kid} value={kid}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        </div>
      )}
      <PassOn
        label={t('standIn.to')}
        colleagues={colleagues}
        without={whose}
        busy={busy}
        pass={(to) => void passAll(to)}
      />
      {progress !== undefined && (
        <Notice tone={busy ? 'brand' : 'good'} title={t('standIn.progress', { ...progress })} live="status" />
      )}
      {error !== undefined && <Failure error={error} />}
      <p className="soft">{t('standIn.words')}</p>
    </>
  );
}

/** All pages of them: a hundred and first case is not forgotten. */
async function openCasesOf(officer: Officer, kid: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let offset = 0; ; offset += 100) {
    const { cases, total } = await officer.client.get('/api/cases', { view: 'open', offset, limit: 100 });
    found.push(...cases.filter((one) => one.officer === kid).map(({ id }) => id));
    if (offset + cases.length >= total || cases.length === 0) return found;
  }
}
