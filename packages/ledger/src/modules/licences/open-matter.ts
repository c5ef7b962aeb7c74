import type { DeedContext, Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseBody, CaseMatter } from '../../state/records.ts';
import { dueAfter } from '../cases/case-clock.ts';
import { writeCase } from '../cases/write-case.ts';

export interface Matter {
  readonly matter: CaseMatter;
  /** The licence as it is to be. */
  readonly body: CaseBody;
  /** The office that answers for the place it is to be in. */
  readonly organ: string;
  readonly previous?: string;
}

/**
 * An application about a licence waits for a person, under the statutory clock of its service (条例 19): a case like any
 * other, so that it is claimed, extended, returned and decided as they are. No machine decides it.
 */
export function openMatter(draft: Draft, { matter, body, organ, previous }: Matter, context: DeedContext): Effect {
  const { transaction, timeMs } = context;
  const { id } = transaction;
  const licence = draft.get('licence', matter.licence);
  const { version, procedure, promiseMs } = draft.get('service', licence.service);
  const { days, extensionDays } = procedure ?? { days: 0, extensionDays: 0 };
  const due = dueAfter(draft, body.region, timeMs, Math.max(days, 1));
  const promisedAt = timeMs + promiseMs;
  const link = previous === undefined ? {} : { previous, round: (draft.get('case', previous).round ?? 1) + 1 };
  if (previous !== undefined) draft.write('case', previous, { ...draft.get('case', previous), successor: id });
  draft.write('licence', matter.licence, { ...licence, open: id });
  writeCase(draft, id, {
    service: licence.service,
    version,
    organ,
    holder: transaction.kid,
    status: 'pending',
    submittedAt: timeMs,
    promisedAt,
    ...due,
    clock: { days, extensionDays },
    ...link,
    body,
    matter,
  });
  const of = { ...(body.tradeName === undefined ? {} : { tradeName: body.tradeName }), region: body.region };
  const about = { kind: matter.kind, licence: matter.licence, ...of };
  const from = previous === undefined ? {} : { previous };
  return {
    events: [
      event('case.submitted', { case: id, service: licence.service, version, organ, ...from, ...about }),
      event('case.pending', { case: id, promisedAt, ...due }),
    ],
  };
}
