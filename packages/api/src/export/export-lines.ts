import { formatExportHeader, type JsonValue, type RegisterFilter } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import { exportLicences, startExport } from './export-licences.ts';

/** The export that counts against the tree, as JSON Lines: header, licences with proofs, a block line where the root changes. */
export async function* exportLines(context: ApiContext, filter: RegisterFilter): AsyncGenerator<string> {
  const start = startExport(context);
  const { options, blockProofs } = context;
  let { height } = start;
  const { counter = null, proof } = start;
  const state = JSON.parse(JSON.stringify(proof)) as JsonValue;
  const block = JSON.parse(await blockProofs.getJson(height)) as string;
  yield `${formatExportHeader({ origin: options.chain, filter, counter, state, block })}\n`;
  for await (const batch of exportLicences(context, start, filter)) {
    // One batch is read in one go, so all of it stands under one root.
    const now = batch[0]?.height ?? height;
    if (now !== height) {
      height = now;
      yield `{"block":${await blockProofs.getJson(height)}}\n`;
    }
    yield batch.map(({ number, value, proof }) => `${JSON.stringify({ number, value, state: proof })}\n`).join('');
  }
}
