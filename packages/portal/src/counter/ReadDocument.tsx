import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { CityDepartment } from '../server/city.ts';
import { type CounterPerson, readDocument } from './read-document.ts';

interface ReadDocumentProps {
  /** Of the field, so that an error summary finds it. */
  readonly id: string;
  readonly label: string;
  readonly officer: Officer;
  readonly registers: readonly [CityDepartment, ...CityDepartment[]];
  readonly isPresent: boolean;
  readonly person: CounterPerson | undefined;
  readonly problem: string | undefined;
  readonly read: (person: CounterPerson) => void;
}

/** One document: its number goes to the department that keeps the register, the name comes back. */
export function ReadDocument(props: ReadDocumentProps) {
  const { id, label, officer, registers, isPresent, person, problem, read } = props;
  const { t } = useTranslation();
  const [idNumber, setIdNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function ask(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      read(await readDocument(officer, registers, { idNumber, isPresent }));
      setIdNumber('');
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      noValidate
      className="counter-document"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextField
        id={id}
        label={label}
        hint={t('counter.numberHint', { department: registers.map(({ name }) => name).join(t('looks.nameGap')) })}
        problem={problem}
        value={idNumber}
        onChange={setIdNumber}
        maxLength={24}
      />
      <button type="submit" className="button second" disabled={busy || idNumber.trim() === ''}>
        {t('counter.read')}
      </button>
      {person !== undefined && (
        <Notice tone="good" title={t('counter.isRead', { name: person.name })} live="status">
          <p>{t(person.isPresent ? 'counter.present' : 'counter.absent')}</p>
        </Notice>
      )}
      {error !== undefined && <Failure error={error} />}
    </form>
  );
}
