import { parseStrictJsonObject } from '../encoding/strict-json.ts';
import type { BlockEntry } from '../entry/entry.ts';
import { ProtocolError } from '../errors.ts';
import { chinaMonthRange } from './china-month.ts';
import { type LicenceRecord, licenceKey, readLicence } from './licence-record.ts';
import { findLicenceSerial } from './licence-serial.ts';
import {
  LICENCE_COUNTER_KEY,
  malformed,
  parseExportHeader,
  parseExportLine,
  type RegisterFilter,
} from './register-export.ts';
import { parseStateProof } from './state-proof.ts';
import { type VerifiedPlace, type VerifyOptions, verifyEntryProof } from './verify-entry-proof.ts';
import { verifyStateProof } from './verify-state-proof.ts';

/** An export in which every row is proved and none is missing. */
export interface VerifiedExport {
  readonly filter: RegisterFilter;
  /** Licences there are in all, by the counter in the state. */
  readonly issued: number;
  /** Licences in the file: those asked for, and those that show that nothing was left out. */
  readonly rows: number;
  /** Licences that are what was asked for. */
  readonly matching: number;
  /** Where the counter was proved, and under which checkpoint; its witnesses are those of the least witnessed root in the file. */
  readonly place: VerifiedPlace;
  readonly block: BlockEntry;
}

interface Row {
  readonly serial: number;
  readonly licence: LicenceRecord;
}

/**
 * Counts an export against the tree. Every licence in it is proved under a state root of the log; numbers run on without a
 * gap, from the first there is to the last there is (so says the counter, proved too), or, for a month, from one issued before
 * it to one issued after it. So whoever leaves out a row, adds one or changes one is noticed, and the row is named. What the
 * file does not prove: that nothing was issued after its checkpoint.
 *
 * @param lines without their ends; an empty last one is passed over
 * @throws ProtocolError `export-malformed`, `export-counter`, `export-row-missing`, `export-row-unexpected`,
 *   `export-row-state`, `export-older`, and what the parts of a proof throw
 */
export async function verifyRegisterExport(
  lines: Iterable<string> | AsyncIterable<string>,
  options: VerifyOptions,
): Promise<VerifiedExport> {
  let reader: ExportReader | undefined;
  for await (const line of lines) {
    if (line === '') continue;
    if (reader === undefined) reader = await ExportReader.open(line, options);
    else await reader.take(line);
  }
  if (reader === undefined) throw malformed(1);
  return reader.close();
}

class ExportReader {
  readonly #options: VerifyOptions;
  readonly #filter: RegisterFilter;
  readonly #issued: number;
  readonly #opened: { readonly block: BlockEntry; readonly place: VerifiedPlace };
  /** Of all roots that rows were proven under: one that too few witnesses saw is not made good by a better one. */
  #weakest: VerifiedPlace;
  readonly #month: { readonly fromMs: number; readonly untilMs: number } | undefined;
  #block: BlockEntry;
  #line = 1;
  #rows = 0;
  #matching = 0;
  #last: Row | undefined;

  private constructor(parts: {
    readonly options: VerifyOptions;
    readonly filter: RegisterFilter;
    readonly issued: number;
    readonly opened: { readonly block: BlockEntry; readonly place: VerifiedPlace };
  }) {
    this.#options = parts.options;
    this.#filter = parts.filter;
    this.#issued = parts.issued;
    this.#opened = parts.opened;
    this.#weakest = parts.opened.place;
    this.#block = parts.opened.block;
    this.#month = parts.filter.month === undefined ? undefined : chinaMonthRange(parts.filter.month);
  }

  static async open(line: string, options: VerifyOptions): Promise<ExportReader> {
    const { filter, counter, state, block } = parseExportHeader(line);
    const opened = await openBlock(block, options);
    const claim = { root: opened.block.stateRoot, key: LICENCE_COUNTER_KEY, value: counter };
    if (!verifyStateProof({ ...claim, proof: parseStateProof(state) }, options.hash))
      throw new ProtocolError('export-counter');
    const next = counter === null ? 0 : parseStrictJsonObject(counter).next;
    if (typeof next !== 'number') throw new ProtocolError('export-counter');
    return new ExportReader({ options, filter, issued: next, opened });
  }

  async take(text: string): Promise<void> {
    this.#line += 1;
    const { block, number, value, state, ...rest } = parseExportLine(text, this.#line);
    if (typeof block === 'string') {
      const { block: entry, place } = await openBlock(block, this.#options);
      // An older root than the counter's would show a licence as it no longer was.
      if (entry.height < this.#block.height) throw new ProtocolError('export-older', { line: this.#line });
      this.#block = entry;
      if (place.policy.seen < this.#weakest.policy.seen) this.#weakest = place;
      return;
    }
    const isRow = typeof number === 'string' && typeof value === 'string' && state !== undefined;
    if (!isRow || Object.keys(rest).length > 0) throw malformed(this.#line);
    const licence = readLicence(value);
    const serial = findLicenceSerial(number) ?? licence.serial;
    if (serial === undefined || serial >= this.#issued)
      throw new ProtocolError('export-row-unexpected', { line: this.#line });
    this.#expect(serial);
    const claim = { root: this.#block.stateRoot, key: licenceKey(number), value, proof: parseStateProof(state) };
    if (!verifyStateProof(claim, this.#options.hash))
      throw new ProtocolError('export-row-state', { line: this.#line, number });
    this.#keep({ serial, licence }, number);
  }

  /** Before the first row stands the first number there is, or one that was issued before the month. */
  #expect(serial: number): void {
    const wanted = this.#last === undefined ? (this.#month === undefined ? 0 : serial) : this.#last.serial + 1;
    if (serial > wanted) throw new ProtocolError('export-row-missing', { serial: wanted });
    if (serial < wanted) throw new ProtocolError('export-row-unexpected', { line: this.#line });
  }

  #keep(row: Row, number: string): void {
    const { serial, licence } = row;
    const isFirst = this.#last === undefined;
    if (isFirst && this.#month !== undefined && serial > 0 && licence.issuedAt >= this.#month.fromMs)
      throw new ProtocolError('export-row-missing', { serial: serial - 1 });
    this.#last = row;
    this.#rows += 1;
    if (matches(this.#filter, this.#month, { number, licence })) this.#matching += 1;
  }

  close(): VerifiedExport {
    const end = this.#last?.serial ?? -1;
    const isPastMonth = this.#month !== undefined && (this.#last?.licence.issuedAt ?? 0) >= this.#month.untilMs;
    if (end !== this.#issued - 1 && !isPastMonth) throw new ProtocolError('export-row-missing', { serial: end + 1 });
    const counts = { issued: this.#issued, rows: this.#rows, matching: this.#matching };
    const { policy, policyMet, witnesses } = this.#weakest;
    const { block, place } = this.#opened;
    return { filter: this.#filter, ...counts, block, place: { ...place, policy, policyMet, witnesses } };
  }
}

async function openBlock(text: string, options: VerifyOptions) {
  const { entry, ...place } = await verifyEntryProof(text, options);
  if (entry.type !== 'block') throw new ProtocolError('receipt-entry-type');
  return { block: entry, place };
}

function matches(
  { region, service }: RegisterFilter,
  month: { readonly fromMs: number; readonly untilMs: number } | undefined,
  { licence }: { readonly number: string; readonly licence: LicenceRecord },
): boolean {
  if (region !== undefined && !licence.region.startsWith(region)) return false;
  if (service !== undefined && licence.service !== service) return false;
  return month === undefined || (licence.issuedAt >= month.fromMs && licence.issuedAt < month.untilMs);
}
