import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { CityDepartment } from '../server/city.ts';
import { ReadDocument } from './ReadDocument.tsx';
import type { CounterPerson } from './read-document.ts';

interface CounterApplicantsProps {
  readonly officer: Officer;
  /** The first one keeps the register of persons. */
  readonly registers: readonly [CityDepartment, ...CityDepartment[]];
  readonly person: CounterPerson | undefined;
  readonly agent: CounterPerson | undefined;
  readonly hasAgent: boolean;
  readonly mandate: boolean;
  readonly setPerson: (person: CounterPerson) => void;
  readonly setAgent: (agent: CounterPerson) => void;
  readonly setHasAgent: (has: boolean) => void;
  readonly setMandate: (seen: boolean) => void;
}

/** Whose application it is, and who stands here: the operator, or an agent with the operator's document and mandate. */
export function CounterApplicants(props: CounterApplicantsProps) {
  const { officer, registers, person, agent, hasAgent, mandate } = props;
  const { t } = useTranslation();
  return (
    <section aria-labelledby="counter-who">
      <h2 id="counter-who">{t('counter.who')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          id="counter-agent"
          checked={hasAgent}
          onChange={(event) => props.setHasAgent(event.target.checked)}
        />
        <span>
          <span>{t('counter.byAgent')}</span>
          <span className="choice-hint">{t('counter.byAgentHint')}</span>
        </span>
      </label>
      <ReadDocument
        id="counter-number"
        label={t('counter.operatorNumber')}
        isPresent={!hasAgent}
        problem={undefined}
        read={props.setPerson}
        {...{ officer, registers, person }}
      />
      {hasAgent && (
        <>
          <ReadDocument
            id="counter-agent-number"
            label={t('counter.agentNumber')}
            isPresent
            problem={undefined}
            person={agent}
            read={props.setAgent}
            registers={[registers[0]]}
            officer={officer}
          />
          <label className="choice">
            <input
              type="checkbox"
              id="counter-mandate"
              checked={mandate}
              onChange={(event) => props.setMandate(event.target.checked)}
            />
            <span>
              <span>{t('counter.mandate')}</span>
              <span className="choice-hint">{t('counter.mandateHint')}</span>
            </span>
          </label>
        </>
      )}
    </section>
  );
}
