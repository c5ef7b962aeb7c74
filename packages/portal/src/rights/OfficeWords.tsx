import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import type { Session } from '../session/session.ts';

/** What an officer of another office wrote as a reason: opened by the organ's own process when it is asked for. */
export function OfficeWords({ sealed, session }: { readonly sealed: string; readonly session: Session }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const [error, setError] = useState<unknown>();
  async function open(): Promise<void> {
    setError(undefined);
    try {
      setText(await departmentAt(session.endpoint).officeWords(session.token, sealed));
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <>
      <div className="row measure">
        <p>
          {t('looks.pair', { label: t('sealedNames.reason'), value: '' })}
          <strong className="lines">{text ?? t('officer.closed')}</strong>
        </p>
        {text === undefined && (
          <button type="button" className="button second" onClick={() => void open()}>
            <Icon name="eye" />
            {t('officer.open')}
            <span className="hidden-visually"> {t('sealedNames.reason')}</span>
          </button>
        )}
      </div>
      {error !== undefined && <Failure error={error} retry={() => void open()} />}
    </>
  );
}
