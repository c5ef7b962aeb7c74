import { Failure } from '../design/Failure.tsx';
import { Tag } from '../design/Tag.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import { findAgentName } from './agent-names.ts';
import { endMandate } from './end-mandate.ts';
import { MandateFacts } from './MandateFacts.tsx';
import type { Mandate } from './mandate.ts';

interface GivenMandateProps {
  readonly mandate: Mandate;
  /** Key of the case. */
  readonly kid: string;
  readonly again: () => void;
}

/** One whom the holder appointed. Taking it back needs no reason and no second question: it can be given again. */
export function GivenMandate({ mandate, kid, again }: GivenMandateProps) {
  const { t } = useTranslation();
  const withdraw = useAttempt(async () => {
    await endMandate(mandate, kid);
    again();
  });
  const { agent, form, inForce } = mandate;
  const name = findAgentName(agent) ?? t('represent.unnamed', { code: agent.slice(0, 6) });
  return (
    <li className="mandate" data-force={inForce}>
      <h2>{name}</h2>
      <p>
        <Tag tone={inForce ? 'good' : 'quiet'}>{t(inForce ? 'represent.inForce' : 'represent.over')}</Tag>{' '}
        <Tag tone="brand">{t(`represent.forms.${form}`)}</Tag>
      </p>
      <MandateFacts mandate={mandate} />
      {withdraw.error !== undefined && <Failure error={withdraw.error} />}
      {inForce && (
        <div className="actions">
          <button type="button" className="button grave" disabled={withdraw.busy} onClick={() => withdraw.run()}>
            {t('represent.withdraw')}
            <span className="hidden-visually"> {name}</span>
          </button>
        </div>
      )}
    </li>
  );
}
