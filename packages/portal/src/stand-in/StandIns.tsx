import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useAct } from '../officer/use-act.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { HeldRole, RolesAnswer } from './roles-query.ts';

interface StandInsProps {
  readonly officer: Officer;
  readonly answer: RolesAnswer;
  readonly colleagues: Colleagues;
  readonly changed: () => void;
}

/** Those who act for a time only: in whose place, until when, and the way to end it early. */
export function StandIns({ officer, answer, colleagues, changed }: StandInsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, error, sign } = useAct(officer, changed);
  const org = officer.session.department;
  const nameOf = (kid: string) => colleagues.findName(kid) ?? t('desk.colleague');
  const temporary = answer.roles.filter(({ until }) => until !== undefined);
  const words = ({ kid, role, for: away }: HeldRole) =>
    t(away === undefined ? 'standingIn.acts' : 'standingIn.actsFor', {
      name: nameOf(kid),
      away: away === undefined ? '' : nameOf(away),
      role: t(`standingIn.roles.${role}`),
    });
  return (
    <section aria-labelledby="stand-ins">
      <h2 id="stand-ins">{t('standingIn.now')}</h2>
      {error !== undefined && <Failure error={error} />}
      {temporary.length === 0 && <Notice tone="quiet" title={t('standingIn.nobody')} live="status" />}
      <ul className="list">
        {temporary.map((one) => (
          <li className="row" key={`${one.kid}/${one.role}`}>
            <div>
              <p>
                <strong>{words(one)}</strong>
              </p>
              <p className="soft small">
                {t('standingIn.span', { since: format.day(one.since), until: format.time(one.until ?? 0) })}
              </p>
            </div>
            {answer.mayGrant && (
              <button
                type="button"
                className="button second"
                disabled={busy}
                onClick={() => void sign({ deed: 'roles.revoke', body: { org, kid: one.kid, role: one.role } })}
              >
                {t('standingIn.withdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
