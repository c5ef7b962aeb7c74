import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { trustQuery } from '../server/trust-query.ts';
import { groupedSecret, isCaseId, type PaperCode, parsePaperCode, parseSecret } from './paper-code.ts';
import { takeOver } from './take-over.ts';

/** 从纸质凭证接到手机上: by the code on the receipt, or typed from it. */
export function FromPaperPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [scanned] = useState<PaperCode | undefined>(() => parsePaperCode(location.hash));
  const [id, setId] = useState(scanned?.id ?? '');
  const [key, setKey] = useState(scanned === undefined ? '' : groupedSecret(scanned.secret));
  const [operator, setOperator] = useState(scanned?.operator ?? '');
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    // The key does not stay in the address, where a history or a shared screen would keep it.
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  const secret = parseSecret(key);
  const missing = [
    ...(isCaseId(id.trim()) ? [] : ['take-over-id']),
    ...(secret === undefined ? ['take-over-key'] : []),
    ...(operator.trim() === '' ? ['take-over-name'] : []),
  ];
  const problems = attempt === 0 ? [] : missing.map((field) => ({ field, words: t(`fromPaper.missing.${field}`) }));
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.words;
  async function take(): Promise<void> {
    setAttempt(attempt + 1);
    setError(undefined);
    if (missing.length > 0 || secret === undefined) return;
    try {
      await takeOver({ id: id.trim(), secret, operator }, await queries.ensureQueryData(trustQuery));
      await queries.invalidateQueries();
      navigate(`/cases/${id.trim()}`, { replace: true });
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
        <TextField
          id="take-over-id"
          label={t('fromPaper.id')}
          problem={problemOf('take-over-id')}
          value={id}
          onChange={setId}
        />
        <TextField
          id="take-over-key"
          label={t('fromPaper.key')}
          hint={t('fromPaper.keyHint')}
          problem={problemOf('take-over-key')}
          value={key}
          onChange={setKey}
        />
        <TextField
          id="take-over-name"
          label={t('fromPaper.name')}
          hint={t('fromPaper.nameHint')}
          problem={problemOf('take-over-name')}
          value={operator}
          autoComplete="name"
          onChange={setOperator}
        />
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
