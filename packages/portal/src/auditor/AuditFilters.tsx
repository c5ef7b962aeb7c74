import { useState } from 'react';
import { DateField } from '../forms/DateField.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { City } from '../server/city.ts';
import { doorsOf } from './audit-door.ts';
import { type AuditQuestion, auditProblems, lineKinds } from './audit-question.ts';
import { useAuditWords } from './use-audit-words.ts';

interface AuditFiltersProps {
  readonly question: AuditQuestion;
  readonly city: City | undefined;
  readonly ask: (question: AuditQuestion) => void;
}

const PLATFORM = 'platform';

type Draft = Readonly<Record<keyof AuditQuestion, string>>;
const FIELDS = ['kind', 'actor', 'org', 'case', 'action', 'result', 'from', 'until', 'door'] as const;

/** The question, a field a condition: what is left empty is not asked about. */
export function AuditFilters({ question, city, ask }: AuditFiltersProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(() => draftOf(question));
  const [attempt, setAttempt] = useState(0);
  const asked = questionOf(draft);
  const problemFields = auditProblems(asked).map((field) => `audit-${field}`);
  const { problems, problemOf } = tellMissing(attempt, problemFields, (field) =>
    t(`auditor.problems.${field.slice('audit-'.length)}`),
  );
  const set = (field: keyof AuditQuestion) => (value: string) => setDraft({ ...draft, [field]: value });
  return (
    <form
      noValidate
      className="audit-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (problemFields.length === 0) ask(asked);
      }}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <div className="audit-fields">
        <Chosen draft={draft} set={set} city={city} />
        <DateField
          id="audit-from"
          label={t('auditor.from')}
          problem={problemOf('audit-from')}
          value={draft.from}
          onChange={set('from')}
        />
        <DateField
          id="audit-until"
          label={t('auditor.until')}
          problem={problemOf('audit-until')}
          value={draft.until}
          onChange={set('until')}
        />
        <TextField
          id="audit-case"
          label={t('auditor.case')}
          hint={t('auditor.caseHint')}
          problem={problemOf('audit-case')}
          value={draft.case}
          onChange={set('case')}
          maxLength={22}
        />
        <TextField
          id="audit-actor"
          label={t('auditor.actor')}
          hint={t('auditor.actorHint')}
          problem={problemOf('audit-actor')}
          value={draft.actor}
          onChange={set('actor')}
          maxLength={43}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button">
          {t('auditor.ask')}
        </button>
        <button type="button" className="button second" onClick={() => ask({})}>
          {t('auditor.askAnew')}
        </button>
      </div>
    </form>
  );
}

interface ChosenProps {
  readonly draft: Draft;
  readonly set: (field: keyof AuditQuestion) => (value: string) => void;
  readonly city: City | undefined;
}

function Chosen({ draft, set, city }: ChosenProps) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const doors = city === undefined ? [] : doorsOf(city);
  const organs = doors.flatMap(({ department, name }) =>
    department === undefined ? [] : [{ value: department.id, label: name }],
  );
  const platform = { value: PLATFORM, label: t('auditor.platform') };
  return (
    <>
      <SelectField
        id="audit-kind"
        label={t('auditor.kind')}
        empty={t('auditor.anyKind')}
        options={lineKinds.map((value) => ({ value, label: words.kind(value) }))}
        value={draft.kind}
        onChange={set('kind')}
      />
      <SelectField
        id="audit-org"
        label={t('auditor.org')}
        empty={t('auditor.anyOrg')}
        options={organs.some(({ value }) => value === PLATFORM) ? organs : [platform, ...organs]}
        value={draft.org}
        onChange={set('org')}
      />
      <SelectField
        id="audit-door"
        label={t('auditor.door')}
        empty={t('auditor.anyDoor')}
        options={doors.map(({ stream }) => ({ value: stream, label: words.doorName(stream) }))}
        value={draft.door}
        onChange={set('door')}
      />
    </>
  );
}

function draftOf(question: AuditQuestion): Draft {
  return Object.fromEntries(FIELDS.map((field) => [field, question[field] ?? ''])) as Draft;
}

function questionOf(draft: Draft): AuditQuestion {
  return Object.fromEntries(
    FIELDS.map((field) => [field, draft[field].trim()] as const).filter(([, value]) => value !== ''),
  ) as AuditQuestion;
}
