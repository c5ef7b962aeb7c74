import { parseAgentCode } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { AgentCodeField } from '../represent/AgentCodeField.tsx';
import { MandateFacts } from '../represent/MandateFacts.tsx';
import type { Mandate } from '../represent/mandate.ts';
import type { Officer } from './use-officer.ts';

interface AgentsOfCaseProps {
  readonly id: string;
  readonly officer: Officer;
}

/**
 * Whoever comes to the window for somebody shows the code on their own device instead of a paper: it is one of the holder's
 * mandates, or it is none. The person is checked by the document, as ever.
 */
export function AgentsOfCase({ id, officer }: AgentsOfCaseProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [isAsked, setAsked] = useState(false);
  const found = useQuery({
    queryKey: ['mandates', 'case', id],
    // Who looked is written down: nobody looks by merely opening a case.
    enabled: isAsked,
    queryFn: async () => (await officer.client.get('/api/mandates', { case: id })).mandates,
  });
  if (!isAsked) {
    return (
      <div className="actions">
        <button type="button" className="button second" onClick={() => setAsked(true)}>
          {t('represent.checkAgent')}
        </button>
      </div>
    );
  }
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  if (found.data.length === 0) return <p className="soft">{t('represent.noneOfHolder')}</p>;
  return (
    <>
      <AgentCodeField value={code} problem={undefined} change={setCode} />
      {code.trim() !== '' && <Shown mandate={findMandate(found.data, code)} />}
      <details>
        <summary>{t('represent.ofHolder', { count: found.data.length })}</summary>
        <ul className="list mandates">
          {found.data.map((mandate) => (
            <li className="mandate" key={mandate.transaction} data-force={mandate.inForce}>
              <h3>
                {t(`represent.forms.${mandate.form}`)} · {t(mandate.inForce ? 'represent.inForce' : 'represent.over')}
              </h3>
              <MandateFacts mandate={mandate} isOfficers />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Shown({ mandate }: { readonly mandate: Mandate | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (mandate === undefined) return <Notice tone="bad" title={t('represent.codeIsNone')} live="status" />;
  const form = t(`represent.forms.${mandate.form}`);
  return (
    <Notice tone="good" title={t('represent.codeIs', { form })} live="status">
      <p>{t('represent.codeIsWords', { until: format.day(mandate.until) })}</p>
    </Notice>
  );
}

/** In force now, of exactly this key. */
function findMandate(mandates: readonly Mandate[], code: string): Mandate | undefined {
  try {
    const { kid } = parseAgentCode(code);
    return mandates.find(({ agent, inForce }) => inForce && agent === kid);
  } catch {
    return undefined;
  }
}
