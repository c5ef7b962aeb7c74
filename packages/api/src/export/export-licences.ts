import { LICENCE_COUNTER_KEY, licenceKey, type RegisterFilter } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';

/** One licence of an export with its value text and its proof at `height`. */
export interface ExportedLicence {
  readonly number: string;
  readonly value: string;
  readonly proof: unknown;
  readonly height: number;
}

/** Rows read at one time; between them others get their turn. */
const BATCH = 64;

export interface ExportStart {
  readonly counter: string | undefined;
  readonly proof: unknown;
  readonly height: number;
  /** How many licences there were. */
  readonly issued: number;
}

/** The counter that the rows are held against, as it stands when an export begins. */
export const startExport = ({ node }: ApiContext): ExportStart => {
  const { value: counter, proof, height } = node.read(LICENCE_COUNTER_KEY);
  const { next = 0 } = JSON.parse(counter ?? '{}') as { next?: number };
  return { counter, proof, height, issued: next };
};

/**
 * Every licence that the export needs, in the order of numbers: all of them, or for a month those of the month with one on
 * either side. Whoever filters by region or service needs the others too, or nobody could count. All of it is public: it is
 * read out of the state that the log signs, and out of nothing else.
 */
export async function* exportLicences(
  { node, readModel }: ApiContext,
  { issued, height }: ExportStart,
  { month }: RegisterFilter,
): AsyncGenerator<readonly ExportedLicence[]> {
  for (let after = 0; ; ) {
    const range = { ...(month === undefined ? {} : { month }), after, limit: BATCH };
    const rows = await readModel.query('listLicenceNumbers', range, height);
    const known = rows.filter(({ row }) => row <= issued);
    if (known.length > 0) yield known.flatMap(({ number }) => readOne(node, number));
    if (rows.length < BATCH || known.length < rows.length) return;
    after = rows.at(-1)?.row ?? after;
  }
}

function readOne(node: ApiContext['node'], number: string): ExportedLicence[] {
  const { value, proof, height } = node.read(licenceKey(number));
  return value === undefined ? [] : [{ number, value, proof, height }];
}
