import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { EnvelopeDoor } from '../unmask/envelope-door.ts';
import type { ChosenPurpose } from '../unmask/use-purpose.ts';
import { useShownFor } from '../unmask/use-shown-for.ts';

const SHOWN_SECONDS = 60;

interface SealedTextProps {
  /** Of the case. */
  readonly id: string;
  readonly name: string;
  /** The service's own question, where it is the answer to one. */
  readonly label?: string | undefined;
  /** `张*`, where the envelope has a mask. */
  readonly mask?: string | undefined;
  readonly purpose: ChosenPurpose;
  readonly door: EnvelopeDoor;
}

/** An envelope: opened by the organ's own process when the officer says what for, and masked again a minute later. */
export function SealedText({ id, name, label, mask, purpose, door }: SealedTextProps) {
  const { t } = useTranslation();
  const called = t(`sealedNames.${name}`, { defaultValue: label ?? name });
  const { text, show, hide } = useShownFor(SHOWN_SECONDS * 1_000);
  const [error, setError] = useState<unknown>();
  async function open(): Promise<void> {
    setError(undefined);
    const said = purpose.require();
    if (said === undefined) return;
    try {
      show(await door.open({ case: id, field: name, purpose: said }));
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <>
      <div className="row measure">
        <p>
          {t('looks.pair', { label: called, value: '' })}
          <strong className="lines">{text ?? mask ?? t('officer.closed')}</strong>
          {text !== undefined && <span className="soft small"> {t('unmask.until', { count: SHOWN_SECONDS })}</span>}
        </p>
        {text === undefined ? (
          <button type="button" className="button second" onClick={() => void open()}>
            <Icon name="eye" />
            {t(door.label)}
            <span className="hidden-visually"> {called}</span>
          </button>
        ) : (
          <button type="button" className="link-button" onClick={hide}>
            {t('unmask.hide')}
            <span className="hidden-visually"> {called}</span>
          </button>
        )}
      </div>
      {error !== undefined && <Failure error={error} retry={() => void open()} />}
    </>
  );
}
