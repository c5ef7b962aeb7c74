import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Mandate } from './mandate.ts';
import { powersOf } from './powers.ts';

interface MandateFactsProps {
  readonly mandate: Mandate;
  /** Links lead to an officer's pages then. */
  readonly isOfficers?: boolean;
}

/** What a mandate is for and until when, and everything that was done by it. */
export function MandateFacts({ mandate, isOfficers = false }: MandateFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { deeds, since, until, ended } = mandate;
  const may = powersOf(deeds).map((power) => t(`represent.powers.${power}`));
  return (
    <>
      <Facts
        facts={[
          { label: t('represent.may'), value: may.join(t('looks.itemGap')) },
          { label: t('represent.since'), value: format.time(since) },
          { label: t('represent.until'), value: format.time(until) },
          {
            label: t('represent.ended'),
            value: ended && `${t(`represent.ends.${ended.how}`)} · ${format.time(ended.time)}`,
          },
        ]}
      />
      <Acts mandate={mandate} base={isOfficers ? '/officer/cases' : '/cases'} />
    </>
  );
}

const APPLICATIONS: readonly string[] = ['licences.apply-change', 'licences.apply-closing'];

function Acts({ mandate: { acts }, base }: { readonly mandate: Mandate; readonly base: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (acts.length === 0) return <p className="soft">{t('represent.noActs')}</p>;
  return (
    <details>
      <summary>{t('represent.acts', { count: acts.length })}</summary>
      <ul>
        {acts.map(({ deed, time, transaction }) => (
          <li key={transaction}>
            {t(`represent.deeds.${deed}`, { defaultValue: deed })} · {format.time(time)}{' '}
            {APPLICATIONS.includes(deed) && <Link to={`${base}/${transaction}`}>{t('represent.see')}</Link>}
          </li>
        ))}
      </ul>
    </details>
  );
}
