import type { AuditStreamLine } from '@minglu/sdk';
import { signAuditLetter } from '@minglu/sdk';
import type { Officer } from '../officer/use-officer.ts';
import { api, departmentAt } from '../server/api.ts';
import type { City } from '../server/city.ts';
import type { DoorQuery } from './audit-question.ts';

export type AuditLine = AuditStreamLine;

/** Somewhere that keeps a stream: the platform's door, or a department's own process, which alone opens what is sealed to it. */
export interface AuditDoor {
  readonly stream: string;
  /** Of the organisation; empty for the platform's. */
  readonly name: string;
  readonly department?: { readonly id: string; readonly endpoint: string };
}

export interface DoorPage {
  readonly lines: readonly AuditLine[];
  /** Where to go on; absent at the stream's beginning. */
  readonly next?: number;
  readonly size: number;
  /** Lines the ledger vouches for. */
  readonly anchored: number;
  /** The stream has another root than the ledger says: not what it was. */
  readonly isFalse: boolean;
}

interface Anchor {
  readonly stream: string;
  readonly size: number;
  readonly root: string;
}

const PAGE = 100;

export function doorsOf(city: City): readonly AuditDoor[] {
  const departments = city.departments.map(({ id, name, endpoint }) => ({
    stream: `department:${id}`,
    name,
    department: { id, endpoint },
  }));
  return [{ stream: 'api', name: '' }, ...departments];
}

/** Newest lines of one stream, before the line `before` where one is named. */
export async function readDoor(
  officer: Officer,
  door: AuditDoor,
  { query, before }: { readonly query: DoorQuery; readonly before?: number | undefined },
): Promise<DoorPage> {
  const from = before === undefined ? {} : { before };
  if (door.department === undefined) {
    const { lines, next, size, anchored } = await api.get('/api/audit', { ...query, ...from, limit: PAGE });
    const rows = lines as unknown as readonly AuditLine[];
    return { lines: rows, ...(next === undefined ? {} : { next }), size, anchored, isFalse: false };
  }
  const { chain } = await api.get('/api/city', {});
  const anchor = await findAnchor(door.stream);
  const anchored = anchor?.size ?? 0;
  const draft = { chain, audience: door.department.id, query, ...from, limit: PAGE, nowMs: Date.now() };
  const letter = await signAuditLetter(anchored === 0 ? draft : { ...draft, anchored }, officer.signer);
  const page = await departmentAt(door.department.endpoint).audit(letter);
  return { ...page, anchored, isFalse: anchor !== undefined && page.root !== anchor.root };
}

/** The stream's lines with their proofs, as a file. */
export async function exportDoor(officer: Officer, door: AuditDoor, query: DoorQuery): Promise<string> {
  if (door.department === undefined) return await api.postForText('/api/audit/export', query);
  const { chain } = await api.get('/api/city', {});
  const draft = { chain, audience: door.department.id, query, nowMs: Date.now() };
  return await departmentAt(door.department.endpoint).auditExport(await signAuditLetter(draft, officer.signer));
}

async function findAnchor(stream: string): Promise<Anchor | undefined> {
  const { anchors } = await api.get('/api/audit/anchors', {});
  return anchors.find((one) => one.stream === stream);
}
