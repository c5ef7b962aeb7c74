import type { Colleagues } from '../desk/use-colleagues.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { RolesAnswer } from './roles-query.ts';

interface RoleHistoryProps {
  readonly history: RolesAnswer['history'];
  readonly colleagues: Colleagues;
}

/** What was granted, withdrawn and ended, the newest first: as the ledger has it, with the names the department knows. */
export function RoleHistory({ history, colleagues }: RoleHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (kid: string | undefined) => colleagues.findName(kid) ?? t('standingIn.former');
  return (
    <section aria-labelledby="role-history">
      <h2 id="role-history">{t('standingIn.history')}</h2>
      {history.length === 0 && <p className="soft">{t('standingIn.noHistory')}</p>}
      <ol className="role-history">
        {history.map(({ name, kid, role, time, until, for: away, signer }) => (
          <li key={`${time}/${kid}/${role}/${name}`}>
            <span className="soft small">{format.time(time)}</span>
            <span>
              {t(`standingIn.events.${name}${away === undefined ? '' : 'For'}`, {
                // The department's own process attests: nobody's name.
                ...{
                  name: role === 'attester' ? t('standingIn.process') : nameOf(kid),
                  role: t(`standingIn.roles.${role}`),
                  away: nameOf(away),
                },
              })}
              {until !== undefined && ` ${t('standingIn.until', { time: format.time(until) })}`}
              {signer !== undefined && (
                <span className="soft small">
                  {' '}
                  {t('standingIn.by', { name: colleagues.findName(signer) ?? t('standingIn.platform') })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
