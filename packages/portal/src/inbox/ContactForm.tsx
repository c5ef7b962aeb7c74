import { useState } from 'react';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { ContactFields } from './ContactFields.tsx';
import { answerFrom, contactProblems, typedFrom } from './contact-problems.ts';
import type { ContactAnswer } from './contact-record.ts';

interface ContactFormProps {
  readonly answer: ContactAnswer | undefined;
  readonly save: (answer: ContactAnswer) => void;
  readonly cancel?: () => void;
  readonly saveWords?: string;
}

/** The two fields and the agreement, checked together. */
export function ContactForm({ answer, save, cancel, saveWords }: ContactFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => typedFrom(answer));
  const [attempt, setAttempt] = useState(0);
  const problems = attempt === 0 ? [] : contactProblems(typed);
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    if (contactProblems(typed).length > 0) setAttempt(attempt + 1);
    else save(answerFrom(typed));
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={problems.map((one) => ({ ...one, words: t(one.words) }))} attempt={attempt} />
      <ContactFields typed={typed} problems={problems} change={setTyped} />
      <div className="actions">
        <button type="submit" className="button">
          {saveWords ?? t('contact.save')}
        </button>
        {cancel !== undefined && (
          <button type="button" className="link-button" onClick={cancel}>
            {t('contact.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
