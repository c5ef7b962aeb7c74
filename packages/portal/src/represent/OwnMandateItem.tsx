import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Tag } from '../design/Tag.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { OwnMandate } from './bring-represented.ts';
import { endMandate } from './end-mandate.ts';
import { MandateFacts } from './MandateFacts.tsx';

interface OwnMandateItemProps {
  readonly own: OwnMandate;
  readonly again: () => void;
}

/** One for whom this browser acts or acted: the way to his case, and out of it. */
export function OwnMandateItem({ own: { mandate, stored }, again }: OwnMandateItemProps) {
  const { t } = useTranslation();
  const resign = useAttempt(async () => {
    await endMandate(mandate, mandate.agent);
    again();
  });
  const { form, inForce } = mandate;
  const name = stored?.body.tradeName ?? t('represent.caseOf', { id: mandate.case.slice(0, 6) });
  return (
    <li className="mandate" data-force={inForce}>
      <h3>{stored === undefined ? name : <Link to={`/cases/${stored.id}`}>{name}</Link>}</h3>
      <p>
        <Tag tone={inForce ? 'good' : 'quiet'}>{t(inForce ? 'represent.inForce' : 'represent.over')}</Tag>{' '}
        <Tag tone="brand">{t('represent.as', { form: t(`represent.forms.${form}`) })}</Tag>
      </p>
      {stored !== undefined && stored.operator.value !== '' && (
        <p>{t('represent.for', { name: stored.operator.value })}</p>
      )}
      <MandateFacts mandate={mandate} />
      {resign.error !== undefined && <Failure error={resign.error} />}
      {inForce && (
        <div className="actions">
          <button type="button" className="link-button" disabled={resign.busy} onClick={() => resign.run()}>
            {t('represent.resign')}
            <span className="hidden-visually"> {name}</span>
          </button>
        </div>
      )}
    </li>
  );
}
