import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { trustQuery } from '../server/trust-query.ts';
import { groupedSecret, isCaseId, type PaperCode, parsePaperCode, parseSecret } from './paper-code.ts';
import { takeOver } from './take-over.ts';

/** As typed, or as scanned. */
interface PaperEntry {
  readonly id: string;
  readonly key: string;
  readonly operator: string;
}

/** 从纸质凭证接到手机上: by the code on the receipt, or typed from it. */
export function FromPaperPage() {
  const { t } = useTranslation();
  const [scanned] = useState<PaperCode | undefined>(() => parsePaperCode(location.hash));
  const [entry, setEntry] = useState(() => entryOf(scanned));
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();
  const takeOverCase = useTakeOver();
  useEffect(() => {
    // The key does not stay in the address, where a history or a shared screen would keep it.
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  const missing = missingIn(entry);
  const problems = attempt === 0 ? [] : missing.map((field) => ({ field, words: t(`fromPaper.missing.${field}`) }));
  async function take(): Promise<void> {
    setAttempt(attempt + 1);
    setError(undefined);
    if (missing.length > 0) return;
    try {
      await takeOverCase(entry);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      <PageHeading title={t('fromPaper.title')} lead={t('fromPaper.lead')} focus={attempt === 0} />
      {scanned !== undefined && <Notice tone="good" title={t('fromPaper.scanned')} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <PaperFields entry={entry} change={(part) => setEntry((old) => ({ ...old, ...part }))} problems={problems} />
        {error !== undefined && <Failure error={error} />}
        <div className="actions">
          <button type="submit" className="button">
            {t('fromPaper.go')}
          </button>
        </div>
      </form>
    </>
  );
}

interface PaperFieldsProps {
  readonly entry: PaperEntry;
  readonly change: (part: Partial<PaperEntry>) => void;
  readonly problems: readonly { readonly field: string; readonly words: string }[];
}

function PaperFields({ entry, change, problems }: PaperFieldsProps) {
  const { t } = useTranslation();
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.words;
  return (
    <>
      <TextField
        id="take-over-id"
        label={t('fromPaper.id')}
        problem={problemOf('take-over-id')}
        value={entry.id}
        onChange={(id) => change({ id })}
      />
      <TextField
        id="take-over-key"
        label={t('fromPaper.key')}
        hint={t('fromPaper.keyHint')}
        problem={problemOf('take-over-key')}
        value={entry.key}
        onChange={(key) => change({ key })}
      />
      <TextField
        id="take-over-name"
        label={t('fromPaper.name')}
        hint={t('fromPaper.nameHint')}
        problem={problemOf('take-over-name')}
        value={entry.operator}
        autoComplete="name"
        onChange={(operator) => change({ operator })}
      />
    </>
  );
}

/** Takes the case into this browser and goes to it; what is missing in the entry is for the caller to have said. */
function useTakeOver(): (entry: PaperEntry) => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async ({ id: typed, key, operator }) => {
    const id = typed.trim();
    const secret = parseSecret(key);
    if (secret === undefined) return;
    await takeOver({ id, secret, operator }, await queries.ensureQueryData(trustQuery));
    await queries.invalidateQueries();
    navigate(`/cases/${id}`, { replace: true });
  };
}

function entryOf(scanned: PaperCode | undefined): PaperEntry {
  if (scanned === undefined) return { id: '', key: '', operator: '' };
  return { id: scanned.id, key: groupedSecret(scanned.secret), operator: scanned.operator ?? '' };
}

/** Fields that say nothing yet, or nothing that can be read. */
function missingIn({ id, key, operator }: PaperEntry): readonly string[] {
  return [
    ...(isCaseId(id.trim()) ? [] : ['take-over-id']),
    ...(parseSecret(key) === undefined ? ['take-over-key'] : []),
    ...(operator.trim() === '' ? ['take-over-name'] : []),
  ];
}
