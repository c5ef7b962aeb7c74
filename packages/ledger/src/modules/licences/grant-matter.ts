import type { JsonObject, LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import { LedgerError } from '../../ledger-error.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseBody, CaseMatter, CaseRecord } from '../../state/records.ts';
import { writeCase } from '../cases/write-case.ts';
import { freeName, keepsNames, takeName } from '../names/names.ts';
import { moveLicence } from './move-licence.ts';

interface Granted {
  readonly record: CaseRecord;
  readonly body: CaseBody;
  readonly by?: 'contract';
}

/** 准予变更, 准予注销: what was asked for comes to be, and nothing else of the licence. */
export function grantMatter(draft: Draft, id: string, { record, body, by }: Granted): LedgerEvent[] {
  const { matter } = record;
  if (matter === undefined) throw new LedgerError('record-missing', { kind: 'case' });
  writeCase(draft, id, { ...record, licence: matter.licence });
  const granted = event('case.granted', { case: id, licence: matter.licence, by: by ?? 'officer' });
  const done =
    matter.kind === 'closing' ? close(draft, matter, record) : change(draft, matter, { record, body, case: id });
  return [granted, done];
}

function close(draft: Draft, { licence: number, ground = '' }: CaseMatter, { decidedAt = 0 }: CaseRecord): LedgerEvent {
  const { marks = [], ...closed } = moveLicence(draft, number, 'closed', decidedAt);
  const { organ } = closed;
  const left = marks.filter(({ mark }) => mark !== 'unclosed');
  draft.write('licence', number, left.length === 0 ? closed : { ...closed, marks: left });
  return event('licence.closed', { number, organ, reason: ground });
}

/** The file goes to the office of the new place with the licence (条例 27): from here on that office acts on it. */
function change(
  draft: Draft,
  { licence: number, items = [] }: CaseMatter,
  { record, body, case: id }: Granted & { readonly case: string },
): LedgerEvent {
  const licence = draft.get('licence', number);
  const changes = Object.fromEntries(Object.entries(body).filter(([member]) => items.includes(member)));
  const { organ } = record;
  const moved = organ === licence.organ ? {} : { organ, organName: draft.get('org', organ).name };
  const { successorKid, ...before } = licence;
  const kept = successorKid === undefined || items.includes('operator') ? {} : { successorKid };
  const taken = items.includes('operator') ? { holder: record.holder } : {};
  const changed = { ...before, ...changes, ...moved, ...kept, ...taken, changedAt: record.decidedAt ?? 0 };
  if (keepsNames(draft, licence.service)) {
    freeName(draft, licence);
    takeName(draft, changed);
  }
  draft.write('licence', number, changed);
  const from = organ === licence.organ ? {} : { from: licence.organ };
  return event('licence.changed', { number, organ, ...(changes as JsonObject), case: id, items, ...from });
}
