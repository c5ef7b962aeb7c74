import type { Draft } from '../../state/draft.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { nameSubject } from './name-key.ts';

/** A name as somebody has, or wants to have it. */
export interface NameUse {
  readonly region: string;
  /** Absent: the business uses no name, and has none to keep. */
  readonly tradeName?: string | undefined;
  /** Whose it is, or would be. */
  readonly case: string;
}

/** 经登记的市场主体名称受法律保护 (市场主体登记管理条例 10): somebody else has this name here. */
export function isNameTaken(records: RecordFinder, { region, tradeName, case: id }: NameUse): boolean {
  if (tradeName === undefined) return false;
  const record = records.find('name', nameSubject(region, tradeName));
  return record !== undefined && record.case !== id;
}

/** Names are kept for registrations: a permit is had under a name that is registered already. A case may be older than its service's procedure. */
export function keepsNames(records: RecordFinder, service: string): boolean {
  return records.find('service', service)?.procedure?.kind === 'registration';
}

export function takeName(draft: Draft, { region, tradeName, case: id }: NameUse): void {
  if (tradeName !== undefined) draft.write('name', nameSubject(region, tradeName), { case: id });
}

/**
 * The name is free at once. The texts this follows (条例, 实施细则) set no waiting time for individual businesses; a rule
 * that does would keep the record until its instant.
 */
export function freeName(draft: Draft, { region, tradeName, case: id }: NameUse): void {
  if (tradeName === undefined) return;
  const subject = nameSubject(region, tradeName);
  if (draft.find('name', subject)?.case === id) draft.remove('name', subject);
}
