import { lazy, Suspense } from 'react';
import { Waiting } from '../design/Waiting.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { ScopePicker } from '../forms/ScopePicker.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { namesOfScope, type Service } from '../server/service.ts';

/** Most shops need neither: they come when they are asked for. */
const ApprovalFields = lazy(async () => ({ default: (await import('../forms/ApprovalFields.tsx')).ApprovalFields }));
const ScopeBrowser = lazy(async () => ({ default: (await import('../scope/ScopeBrowser.tsx')).ScopeBrowser }));

interface ScopeAnswerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

/** 经营范围, and the approval for each activity that needs one first. */
export function ScopeAnswer({ draft, change, service, ...text }: ScopeAnswerProps) {
  const { t, i18n } = useTranslation();
  const approved = service.scope.filter(
    ({ code, treatment }) => treatment === 'prior-approval' && draft.scope.includes(code),
  );
  const items = approved.map(({ code }) => ({ code, name: namesOfScope(service, [code], i18n.language)[0] ?? code }));
  const pick = (scope: readonly string[]) => change({ scope });
  return (
    <>
      <ScopePicker {...text} service={service} picked={draft.scope} onChange={pick} />
      <details>
        <summary>{t('registering.scope.browse')}</summary>
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <ScopeBrowser service={service} picked={draft.scope} onChange={pick} />
        </Suspense>
      </details>
      {items.length > 0 && (
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <ApprovalFields
            items={items}
            approvals={draft.approvals ?? []}
            onChange={(approvals) => change({ approvals })}
          />
        </Suspense>
      )}
    </>
  );
}
