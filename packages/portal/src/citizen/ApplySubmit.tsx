import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Service } from '../server/service.ts';
import { useSession } from '../session/session.ts';
import { SubmissionStages } from './SubmissionStages.tsx';
import { useSubmission } from './use-submission.ts';

/** What an application changes nothing of, and what was fetched a moment ago for the page that follows. */
const staying = new Set(['services', 'city', 'trust', 'matters', 'organisations', 'own-case', 'licence-proof']);

interface ApplySubmitProps {
  readonly service: Service;
  readonly draft: ApplicationDraft;
  /** Drops what is stored, and not what this page still shows. */
  readonly forget: () => void;
}

/** Signs and sends, saying at each moment who is being waited for. The draft is dropped only when the receipt is here and checked. */
export function ApplySubmit({ service, draft, forget }: ApplySubmitProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const submission = useSubmission(service, draft, session);
  const begun = useRef(false);
  const { start, done, id } = submission;
  useEffect(() => {
    if (begun.current || session === undefined) return;
    begun.current = true;
    start();
  }, [start, session]);
  useEffect(() => {
    if (!done || id === undefined) return;
    forget();
    void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => !staying.has(String(name)) });
    navigate(`/cases/${id}`, { replace: true });
  }, [done, id, forget, navigate, queries]);
  return (
    <>
      <PageHeading
        title={t('submit.title')}
        lead={t('submit.lead')}
        back={{ to: `/apply/${service.id}/check`, label: t('form.back') }}
      />
      {session === undefined && (
        <Notice tone="warn" title={t('submit.signInTitle')}>
          <p>
            <Link to="/sign-in" state={{ from: `/apply/${service.id}/check` }}>
              {t('demo.signIn')}
            </Link>
          </p>
        </Notice>
      )}
      {session !== undefined && <SubmissionStages submission={submission} department={session.departmentName} />}
      {submission.error !== undefined && (
        <>
          <Failure error={submission.error} retry={start} />
          <p>{t('submit.draftKept')}</p>
        </>
      )}
    </>
  );
}
