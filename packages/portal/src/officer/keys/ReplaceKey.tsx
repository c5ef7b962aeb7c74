import type { Colleague } from '@minglu/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Checkboxes } from '../../forms/Checkboxes.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { SelectField } from '../../forms/SelectField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import type { HeldRole } from '../../stand-in/roles-query.ts';
import type { Officer } from '../use-officer.ts';
import { type ReplaceStage, replaceKey, replaceStages } from './replace-key.ts';

interface ReplaceKeyProps {
  readonly officer: Officer;
  readonly roles: readonly HeldRole[];
  readonly colleagues: readonly Colleague[];
}

interface Chosen {
  readonly kid: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

/** 同事的密钥丢了: the administrator revokes it and gives a new one; what was already done of it stays done when it is tried again. */
export function ReplaceKey({ officer, roles, colleagues }: ReplaceKeyProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [who, setWho] = useState('');
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [stage, setStage] = useState<ReplaceStage>();
  const [begun, setBegun] = useState<Chosen>();
  const [done, setDone] = useState('');
  const [error, setError] = useState<unknown>();
  const problems = [
    ...(who === '' && begun === undefined ? [{ field: 'replace-who', words: t('officerKeys.whoMissing') }] : []),
    ...(seen.length === 0 ? [{ field: 'replace-seen', words: t('officerKeys.seenMissing') }] : []),
  ];
  const shown = attempt === 0 ? [] : problems;
  const problemOf = (field: string) => shown.find((one) => one.field === field)?.words;
  async function go(): Promise<void> {
    setAttempt(attempt + 1);
    setDone('');
    if (problems.length > 0 || stage !== undefined) return;
    const name = colleagues.find(({ kid }) => kid === who)?.name ?? '';
    // Kept: after the first step the ledger has forgotten what the key was for.
    const chosen = begun ?? { kid: who, name, roles: roles.filter(({ kid }) => kid === who) };
    setBegun(chosen);
    setError(undefined);
    try {
      await replaceKey(officer, chosen, setStage);
      setDone(chosen.name);
      setBegun(undefined);
      setWho('');
      setSeen([]);
      setAttempt(0);
      await queries.invalidateQueries();
    } catch (problem) {
      setError(problem);
    } finally {
      setStage(undefined);
    }
  }
  return (
    <form
      noValidate
      className="counter-form"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <h2>{t('officerKeys.replace')}</h2>
      <p>{t('officerKeys.replaceWords')}</p>
      <ErrorSummary problems={shown} attempt={attempt} />
      <ReplaceFields {...{ who: begun?.kid ?? who, setWho, seen, setSeen, colleagues, problemOf }} />
      {stage !== undefined && <Stages stage={stage} />}
      {error !== undefined && <Failure error={error} />}
      {error !== undefined && <p>{t('officerKeys.goOn')}</p>}
      {done !== '' && <Notice tone="good" title={t('officerKeys.replaced', { name: done })} live="status" />}
      <div className="actions">
        <button type="submit" className="button" disabled={stage !== undefined}>
          {t('officerKeys.replaceGo')}
        </button>
      </div>
    </form>
  );
}

function Stages({ stage }: { readonly stage: ReplaceStage }) {
  const { t } = useTranslation();
  const current = replaceStages.indexOf(stage);
  return (
    <ol className="steps measure" aria-live="polite">
      {replaceStages.map((one, at) => (
        <li key={one}>
          <Icon name={at < current ? 'good' : 'info'} />
          <p>{t(`officerKeys.stages.${one}`)}</p>
        </li>
      ))}
    </ol>
  );
}

interface ReplaceFieldsProps extends Pick<ReplaceKeyProps, 'colleagues'> {
  readonly who: string;
  readonly setWho: (kid: string) => void;
  readonly seen: readonly string[];
  readonly setSeen: (seen: readonly string[]) => void;
  readonly problemOf: (field: string) => string | undefined;
}

function ReplaceFields({ who, setWho, seen, setSeen, colleagues, problemOf }: ReplaceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        id="replace-who"
        label={t('officerKeys.who')}
        problem={problemOf('replace-who')}
        empty={t('desk.chooseColleague')}
        options={colleagues.map(({ kid, name }) => ({ value: kid, label: name }))}
        value={who}
        onChange={setWho}
      />
      <Checkboxes
        id="replace-seen"
        legend={t('officerKeys.seen')}
        problem={problemOf('replace-seen')}
        choices={[{ value: 'seen', label: t('officerKeys.seenWords') }]}
        picked={seen}
        onChange={setSeen}
      />
    </>
  );
}
