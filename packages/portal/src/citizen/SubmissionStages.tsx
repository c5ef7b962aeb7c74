import { useEffect, useState } from 'react';
import { Icon, type IconName } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { AskedDepartments } from './AskedDepartments.tsx';
import { submissionStages } from './prepare-application.ts';
import type { Submission } from './use-submission.ts';

const SLOW_MS = 3_000;

/** The stages with who is being waited for; a slow department is called slow, with the seconds. */
export function SubmissionStages({
  submission,
  department,
}: {
  readonly submission: Submission;
  readonly department: string;
}) {
  const { t } = useTranslation();
  const waitedMs = useWaited(submission);
  const stages = submissionStages.filter((stage) => stage !== 'upload' || submission.pages > 0);
  const current = submission.stage === undefined ? -1 : stages.indexOf(submission.stage);
  return (
    <ol className="steps measure" aria-live="polite">
      {stages.map((stage, index) => {
        const look = lookOf(index, current, submission);
        const slow = look === 'now' && waitedMs >= SLOW_MS;
        return (
          <li key={stage} data-stage={stage} data-look={look}>
            <Icon name={icons[look]} className={`${tones[look]} ${look === 'now' ? 'spin' : ''}`} />
            <div>
              <p>
                {t(`submit.stages.${stage}`, { department })}{' '}
                <span className="soft">— {t(`submit.looks.${look}`)}</span>
              </p>
              {stage === 'upload' && look !== 'next' && <UploadProgress submission={submission} />}
              {stage === 'attest' && <AskedDepartments asked={submission.asked} />}
              {slow && (
                <p className="warn">
                  {t(stage === 'attest' ? 'submit.slowDepartment' : 'submit.slow', {
                    department: waitedFor(submission) ?? department,
                    seconds: Math.floor(waitedMs / 1000),
                  })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function UploadProgress({ submission: { uploaded, pages } }: { readonly submission: Submission }) {
  const { t } = useTranslation();
  return (
    <p className="small">
      <progress max={pages} value={uploaded} aria-label={t('premises.uploading')} />{' '}
      {t('premises.uploaded', { uploaded, pages })}
    </p>
  );
}

/** The slow one by its name, and not the one the person signed in at. */
function waitedFor({ asked }: Submission): string | undefined {
  const waiting = asked.filter(({ state }) => state === 'waiting').map(({ name }) => name);
  return waiting.length === 0 ? undefined : waiting.join('、');
}

type Look = 'done' | 'now' | 'next' | 'failed';
const icons: Record<Look, IconName> = { done: 'good', now: 'wait', next: 'clock', failed: 'bad' };
const tones: Record<Look, string> = { done: 'good', now: 'warn', next: 'quiet', failed: 'bad' };

function lookOf(index: number, current: number, { error, done }: Submission): Look {
  if (done || index < current) return 'done';
  if (index > current) return 'next';
  return error === undefined ? 'now' : 'failed';
}

function useWaited({ since, error, done }: Submission): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (error !== undefined || done) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [error, done]);
  return since === 0 ? 0 : Math.max(0, now - since);
}
