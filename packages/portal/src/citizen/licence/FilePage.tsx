import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { signByKey } from './sign-by-key.ts';

/** 备案事项变更 (条例 9, 29): told, not asked; recorded as soon as it is signed. */
export function FilePage() {
  return <HeldLicencePage title="licenceDesk.file">{({ held }) => <FileForm held={held} />}</HeldLicencePage>;
}

function FileForm({ held }: { readonly held: HeldLicence }) {
  const { t } = useTranslation();
  const { number, stored, licence } = held;
  const [family, setFamily] = useState('');
  const [contact, setContact] = useState('');
  const [isDone, setDone] = useState(false);
  const given = Object.entries({ 'family-members': family, contact }).filter(([, text]) => text.trim() !== '');
  const sending = useAttempt(async () => {
    const particulars = given.map(([name]) => name);
    const sealed = Object.fromEntries(given);
    await signByKey({
      kid: stored.kid,
      deed: 'licences.file',
      body: { number, particulars },
      sealed,
      organ: licence.organ,
    });
    setDone(true);
  });
  const problem = sending.attempt > 0 && given.length === 0 ? t('filing.missing') : undefined;
  if (isDone) {
    return (
      <Notice tone="good" title={t('filing.done')} live="status">
        <p>{t('filing.doneWords')}</p>
      </Notice>
    );
  }
  return (
    <form noValidate onSubmit={sending.submit(given.length > 0)}>
      <p className="soft measure">{t('filing.words')}</p>
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: 'file-family', words: problem }]}
        attempt={sending.attempt}
      />
      <TextField
        id="file-family"
        label={t('filing.family')}
        hint={t('filing.familyHint')}
        problem={problem}
        value={family}
        maxLength={120}
        onChange={setFamily}
      />
      <TextField
        id="file-contact"
        label={t('filing.contact')}
        hint={t('filing.contactHint')}
        value={contact}
        maxLength={120}
        onChange={setContact}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('filing.go')}
        </button>
      </div>
    </form>
  );
}
