import { Facts } from '../design/Facts.tsx';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { useRightsWords } from '../rights/use-rights-words.ts';
import type { Person } from './accounts-query.ts';
import { KeepOut } from './KeepOut.tsx';

interface PersonItemProps {
  readonly officer: Officer;
  readonly person: Person;
  /** The name, where it is somebody of the reader's own organisation. */
  readonly colleague: string | undefined;
  readonly changed: () => void;
}

/** One person by marks: the platform knows no names. */
export function PersonItem({ officer, person, colleague, changed }: PersonItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRightsWords();
  const { kid, name, organisation, office, own, disabled, accounts, sessions } = person;
  const mark = (kid ?? name).slice(0, 12);
  const last = Math.max(
    0,
    ...accounts.map(({ lastSignInAt = 0 }) => lastSignInAt),
    ...sessions.map(({ lastSeenAt }) => lastSeenAt),
  );
  const out = accounts.find(({ disabledAt }) => disabledAt !== undefined);
  return (
    <li className="right-item">
      <p>
        <strong>{colleague ?? <code>{mark}</code>}</strong>{' '}
        <Tag tone={disabled ? 'bad' : 'good'}>{t(disabled ? 'accounts.isOut' : 'accounts.isIn')}</Tag>{' '}
        {office !== undefined && <Tag tone="brand">{words.roleName(office)}</Tag>}
      </p>
      <Facts
        facts={[
          { label: t('accounts.organisation'), value: organisation === undefined ? '' : words.orgName(organisation) },
          { label: t('accounts.mark'), value: colleague === undefined ? '' : <code>{mark}</code> },
          {
            label: t('accounts.accounts'),
            value: accounts
              .map(({ id, provider }) =>
                t('accounts.account', {
                  mark: id.slice(0, 12),
                  by: t(`accounts.providers.${provider}`, { defaultValue: provider }),
                }),
              )
              .join(t('looks.nameGap')),
          },
          { label: t('accounts.last'), value: last === 0 ? t('accounts.never') : format.time(last) },
          { label: t('accounts.since'), value: out?.disabledAt === undefined ? '' : format.time(out.disabledAt) },
          {
            label: t('accounts.why'),
            value: out?.disabledFor === undefined ? '' : t(`accounts.reasons.${out.disabledFor}`),
          },
        ]}
      />
      {sessions.length > 0 && (
        <details>
          <summary>{t('accounts.sessions', { count: sessions.length })}</summary>
          <ul>
            {sessions.map(({ device, method, assurance, createdAt, lastSeenAt }) => (
              <li key={`${createdAt} ${device}`}>
                {device === 'program' ? t('identity.program') : device} · {t(`identity.methods.${method}`)} ·{' '}
                {t(`identity.levels.${assurance}`)} ·{' '}
                {t('identity.times', { since: format.time(createdAt), last: format.time(lastSeenAt) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {own ? (
        <p className="soft">{t('accounts.own')}</p>
      ) : (
        <KeepOut officer={officer} person={person} mark={colleague ?? mark} changed={changed} />
      )}
    </li>
  );
}
