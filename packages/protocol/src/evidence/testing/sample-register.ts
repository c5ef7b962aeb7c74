import { encodeBlockEntry } from '../../entry/encode-entry.ts';
import { memoryTree } from '../../log/memory-tree.ts';
import { licenceKey } from '../licence-record.ts';
import { formatExportHeader, LICENCE_COUNTER_KEY, type RegisterFilter } from '../register-export.ts';
import { formatStateProof } from '../state-proof.ts';
import { referenceProof, referenceRoot } from './reference-state.ts';
import { idOf, licenceText, ORIGIN, proofOf, put, type SampleLog, transactionEntry } from './sample-evidence.ts';

// Material of tests: a register of six licences, and its export as a node writes it.

/** 2026-11-01T00:00+08:00. */
const NOVEMBER_MS = 1_793_462_400_000;
const DAY_MS = 86_400_000;
/** Two licences each of October, November and December 2026; the third was issued at the month's first instant. */
const ISSUED_AT = [-20, -10, 0, 10, 30, 40].map((day) => NOVEMBER_MS + day * DAY_MS);

/** The number with a serial; its check characters are not computed. */
export const numberOf = (serial: number): string => `92330106MA00000${serial}00`;

/** A number in a form of its service's own: the serial of the register stands in the record, and nowhere in it. */
export const ownNumberOf = (serial: number): string => `JY2330106000${9 - serial}01`;

/** Entry 0 is a transaction, 1 and 2 are the blocks of `states`. */
export interface SampleRegister extends SampleLog {
  readonly states: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
  /** Serial of the one licence with a number of its own form. */
  readonly own: number | undefined;
}

/** Two blocks: in the second, licence 5 is suspended. `counter` is its value text, for states that no ledger has. */
export async function sampleRegister(
  counter = JSON.stringify({ next: ISSUED_AT.length }),
  own?: number,
  said: object = { serial: own },
): Promise<SampleRegister> {
  const number = (serial: number) => (serial === own ? ownNumberOf(serial) : numberOf(serial));
  const more = (serial: number) => (serial === own ? said : {});
  const first = new Map([[LICENCE_COUNTER_KEY, counter]]);
  for (const serial of ISSUED_AT.keys()) first.set(licenceKey(number(serial)), recordText(serial, { ...more(serial) }));
  const second = new Map([...first, [licenceKey(number(5)), recordText(5, { ...more(5), status: 'suspended' })]]);
  const register: SampleRegister = { entries: [], tree: memoryTree(), state: second, states: [first, second], own };
  put(register, await transactionEntry(0, { events: [] }));
  for (const [height, state] of register.states.entries()) put(register, blockOf(height, state));
  return register;
}

function recordText(serial: number, over: Record<string, unknown> = {}): string {
  const region = serial % 2 === 0 ? '330106' : '330108';
  return licenceText(idOf(serial), { region, issuedAt: ISSUED_AT[serial], ...over });
}

function blockOf(height: number, state: ReadonlyMap<string, string>): Uint8Array {
  const shape = { height, time: NOVEMBER_MS + height, protocol: 3, transactions: 1, events: [] };
  return encodeBlockEntry({ ...shape, stateRoot: referenceRoot(state), previous: new Uint8Array(32).fill(height) });
}

interface HeaderOptions {
  /** Of the block under whose state the counter stands. */
  readonly height?: 0 | 1;
  readonly filter?: RegisterFilter;
  /** Of the entry that is given out for that block. */
  readonly index?: number;
}

/** First line of an export. */
export async function headerLine(
  register: SampleRegister,
  { height = 0, filter = {}, index = height + 1 }: HeaderOptions = {},
): Promise<string> {
  const state = register.states[height];
  const proof = formatStateProof(referenceProof(state, LICENCE_COUNTER_KEY));
  const counter = state.get(LICENCE_COUNTER_KEY) ?? null;
  const block = await proofOf(register, index, 2);
  return formatExportHeader({ origin: ORIGIN, filter, counter, state: proof, block });
}

export async function blockLine(register: SampleRegister, height: 0 | 1): Promise<string> {
  return JSON.stringify({ block: await proofOf(register, height + 1, 2) });
}

export function rowLine(register: SampleRegister, serial: number, height: 0 | 1 = 0): string {
  const state = register.states[height];
  const number = serial === register.own ? ownNumberOf(serial) : numberOf(serial);
  const key = licenceKey(number);
  const proof = formatStateProof(referenceProof(state, key));
  return JSON.stringify({ number, value: state.get(key), state: proof });
}

/** Rows up to the fourth under the first block, those after it under the second. */
export async function exportOf(
  register: SampleRegister,
  filter: RegisterFilter = {},
  serials: readonly number[] = [0, 1, 2, 3, 4, 5],
): Promise<string[]> {
  const old = serials.filter((serial) => serial < 4).map((serial) => rowLine(register, serial));
  const late = serials.filter((serial) => serial >= 4).map((serial) => rowLine(register, serial, 1));
  const turn = late.length === 0 ? [] : [await blockLine(register, 1)];
  return [await headerLine(register, { filter }), ...old, ...turn, ...late];
}
