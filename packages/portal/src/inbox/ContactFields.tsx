import type { FieldProblem } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { TypedContact } from './contact-problems.ts';

interface ContactFieldsProps {
  readonly typed: TypedContact;
  readonly problems: readonly FieldProblem[];
  readonly change: (typed: TypedContact) => void;
}

/** 联系方式: both may stay empty. The agreement is a box of its own, never ticked beforehand. */
export function ContactFields({ typed, problems, change }: ContactFieldsProps) {
  const { t } = useTranslation();
  const problemOf = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? undefined : t(found.words);
  };
  return (
    <>
      <TextField
        id="contact-phone"
        label={t('contact.phone')}
        hint={t('contact.phoneHint')}
        problem={problemOf('contact-phone')}
        value={typed.phone}
        autoComplete="tel"
        maxLength={24}
        onChange={(phone) => change({ ...typed, phone })}
      />
      <TextField
        id="contact-email"
        label={t('contact.email')}
        hint={t('contact.emailHint')}
        problem={problemOf('contact-email')}
        value={typed.email}
        autoComplete="email"
        maxLength={254}
        onChange={(email) => change({ ...typed, email })}
      />
      <div className="field">
        <label className="choice">
          <input
            type="checkbox"
            id="contact-service"
            checked={typed.electronicService}
            onChange={(event) => change({ ...typed, electronicService: event.target.checked })}
          />
          <span>
            <span>{t('contact.service')}</span>
            <span className="choice-hint">{t('contact.serviceHint')}</span>
          </span>
        </label>
      </div>
    </>
  );
}
