import type { DeedContext, Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseBody, CaseMatter, CaseRecord } from '../../state/records.ts';
import { dueAfter } from '../cases/case-clock.ts';
import { writeCase } from '../cases/write-case.ts';
import { grantMatter } from './grant-matter.ts';
import { judgeMatter } from './judge-matter.ts';

export interface Matter {
  readonly matter: CaseMatter;
  /** The licence as it is to be. */
  readonly body: CaseBody;
  /** The office that answers for the place it is to be in. */
  readonly organ: string;
  /** Whose application it is; somebody else may have filed it in his place. */
  readonly holder: string;
  readonly previous?: string | undefined;
  /** The person chose to be handled by an officer (个人信息保护法 24). */
  readonly manual?: boolean | undefined;
}

/**
 * An application about a licence: granted at once where the service's contract does so, else it waits for a person under
 * the statutory clock of its service (条例 19), a case like any other: claimed, extended, returned and decided as they are.
 */
export function openMatter(draft: Draft, asked: Matter, context: DeedContext): Effect {
  const { matter, body, organ, holder, previous } = asked;
  const { transaction, timeMs } = context;
  // What is attested of an agent says nothing of whom he stands for: no program may take the one for the other.
  const manual = asked.manual === true || transaction.kid !== holder;
  const licence = draft.get('licence', matter.licence);
  const { service } = licence;
  const { version } = draft.get('service', service);
  const { decision, trace } = judgeMatter({ matter, body, manual }, context);
  const submitted = {
    ...{ service, version, organ, holder, submittedAt: timeMs, matter },
    ...(previous === undefined ? {} : followPrevious(draft, previous, transaction.id)),
  };
  const begun = submittedEvent(transaction.id, asked, submitted);
  const ended = decision === 'grant' && !manual ? grantAtOnce(draft, asked, submitted) : wait(draft, asked, submitted);
  const events = [begun, ...ended(transaction.id)];
  return trace === undefined ? { events } : { events, trace };
}

type Submitted = Omit<CaseRecord, 'status'>;
type Ending = (id: string) => Effect['events'];

/** Nobody decided it: a review by a person is open afterwards, as after any decision of a machine. */
function grantAtOnce(draft: Draft, { body }: Matter, submitted: Submitted): Ending {
  const record = { ...submitted, status: 'granted' as const, decidedAt: submitted.submittedAt };
  return (id) => grantMatter(draft, id, { record, body, by: 'contract' });
}

function wait(draft: Draft, { matter, body }: Matter, submitted: Submitted): Ending {
  const licence = draft.get('licence', matter.licence);
  const { procedure, promiseMs } = draft.get('service', submitted.service);
  const { days, extensionDays } = procedure ?? { days: 0, extensionDays: 0 };
  const due = dueAfter(draft, body.region, submitted.submittedAt, Math.max(days, 1));
  const promisedAt = submitted.submittedAt + promiseMs;
  return (id) => {
    draft.write('licence', matter.licence, { ...licence, open: id });
    const { matter: about, previous, round, submittedAt, ...who } = submitted;
    const link = previous === undefined || round === undefined ? {} : { previous, round };
    // Members in the order they had before a contract was asked: a record's text is its value.
    const times = { submittedAt, promisedAt, ...due, clock: { days, extensionDays } };
    writeCase(draft, id, { ...who, status: 'pending', ...times, ...link, body, ...(about && { matter: about }) });
    return [event('case.pending', { case: id, promisedAt, ...due })];
  };
}

function followPrevious(draft: Draft, previous: string, successor: string): Pick<CaseRecord, 'previous' | 'round'> {
  const record = draft.get('case', previous);
  draft.write('case', previous, { ...record, successor });
  return { previous, round: (record.round ?? 1) + 1 };
}

function submittedEvent(id: string, { matter, body }: Matter, { service, version, organ, previous }: Submitted) {
  const of = { ...(body.tradeName === undefined ? {} : { tradeName: body.tradeName }), region: body.region };
  const about = { kind: matter.kind, licence: matter.licence, ...of, ...unclearedIn(matter) };
  const from = previous === undefined ? {} : { previous };
  return event('case.submitted', { case: id, service, version, organ, ...from, ...about });
}

/** Kept in the record of what happened, so that it is known after the sidecar was erased. */
function unclearedIn({ uncleared }: CaseMatter): { readonly uncleared?: true } {
  return uncleared === undefined ? {} : { uncleared };
}
