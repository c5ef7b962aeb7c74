import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import type { Session } from '../session/session.ts';

interface SealedTextProps {
  readonly name: string;
  /** The service's own question, where it is the answer to one. */
  readonly label?: string | undefined;
  readonly sealed: string;
  readonly session: Session;
}

/** An envelope: opened by the organ's own process when the officer asks, and gone when the page is left. */
export function SealedText({ name, label, sealed, session }: SealedTextProps) {
  const { t } = useTranslation();
  const called = t(`sealedNames.${name}`, { defaultValue: label ?? name });
  const [text, setText] = useState<string>();
  const [error, setError] = useState<unknown>();
  async function open(): Promise<void> {
    setError(undefined);
    try {
      setText(await departmentAt(session.endpoint).open(session.token, sealed));
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <>
      <div className="row measure">
        <p>
          {t('looks.pair', { label: called, value: '' })}
          <strong className="lines">{text ?? t('officer.closed')}</strong>
        </p>
        {text === undefined && (
          <button type="button" className="button second" onClick={() => void open()}>
            <Icon name="eye" />
            {t('officer.open')}
            <span className="hidden-visually"> {called}</span>
          </button>
        )}
      </div>
      {error !== undefined && <Failure error={error} retry={() => void open()} />}
    </>
  );
}
