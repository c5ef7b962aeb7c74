import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { DateField } from '../forms/DateField.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { useAct } from '../officer/use-act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { type GrantDraft, grantBody, grantProblems } from './grant-draft.ts';
import type { HeldRole } from './roles-query.ts';

interface GrantStandInProps {
  readonly officer: Officer;
  readonly roles: readonly HeldRole[];
  readonly colleagues: Colleagues;
  readonly changed: () => void;
}

const empty: GrantDraft = { who: '', away: '', role: 'registrar', day: '' };

/** The administrator lets somebody act in another's place up to a day: one deed, which ends by itself. */
export function GrantStandIn({ officer, roles, colleagues, changed }: GrantStandInProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const { busy, error, sign } = useAct(officer, () => {
    setDraft(empty);
    setAttempt(0);
    changed();
  });
  const problems = attempt === 0 ? [] : grantProblems(draft, Date.now());
  const problemOf = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? undefined : t(found.words);
  };
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (busy || grantProblems(draft, Date.now()).length > 0) return;
    void sign({ deed: 'roles.grant', body: grantBody(officer.session.department, draft) });
  }
  return (
    <form noValidate className="counter-form" onSubmit={submit}>
      <h2>{t('standingIn.grant')}</h2>
      <ErrorSummary problems={problems.map((one) => ({ ...one, words: t(one.words) }))} attempt={attempt} />
      <Persons {...{ draft, change: setDraft, roles, colleagues, problemOf }} />
      <DateField
        id="stand-in-day"
        label={t('standingIn.day')}
        problem={problemOf('stand-in-day')}
        value={draft.day}
        onChange={(day) => setDraft({ ...draft, day })}
      />
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {t('standingIn.sign')}
        </button>
      </div>
    </form>
  );
}

interface PersonsProps extends Pick<GrantStandInProps, 'roles' | 'colleagues'> {
  readonly draft: GrantDraft;
  readonly change: (draft: GrantDraft) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** Away is one who has the role, in the place one who has not: another role begins the choice anew. */
function Persons({ draft, change, roles, colleagues, problemOf }: PersonsProps) {
  const { t } = useTranslation();
  const holds = (kid: string) => roles.some((one) => one.kid === kid && one.role === draft.role);
  const people = (wanted: boolean) =>
    colleagues.all.filter(({ kid }) => holds(kid) === wanted).map(({ kid, name }) => ({ value: kid, label: name }));
  return (
    <>
      <SelectField
        id="stand-in-role"
        label={t('standingIn.role')}
        hint=""
        problem={undefined}
        empty=""
        options={(['registrar', 'head'] as const).map((value) => ({ value, label: t(`standingIn.roles.${value}`) }))}
        value={draft.role}
        onChange={(role) => change({ ...empty, day: draft.day, role: role === 'head' ? 'head' : 'registrar' })}
      />
      <SelectField
        id="stand-in-away"
        label={t('standingIn.away')}
        hint=""
        problem={problemOf('stand-in-away')}
        empty={t('desk.chooseColleague')}
        options={people(true)}
        value={draft.away}
        onChange={(away) => change({ ...draft, away })}
      />
      <SelectField
        id="stand-in-who"
        label={t('standingIn.who')}
        hint={t('standingIn.whoHint')}
        problem={problemOf('stand-in-who')}
        empty={t('desk.chooseColleague')}
        options={people(false)}
        value={draft.who}
        onChange={(who) => change({ ...draft, who })}
      />
    </>
  );
}
