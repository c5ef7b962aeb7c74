import { checkSignatureNative, nativeHash } from '@minglu/node';
import { checkSignaturePure, parseTrustFile, verifyLicenceProof, verifyReceipt } from '@minglu/protocol';
import { median } from '../report/quantile.ts';
import { atMost, figure, type Row } from '../report/row.ts';
import { fill, withBench } from './bench-platform.ts';

const SAMPLES = 50;
const RECEIPT_BAR_BYTES = 4096;
const PROOF_BAR_BYTES = 8192;
const TIME_BAR_MS = 5;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** Size of a receipt and of a licence proof with both witnesses' lines, and how long a verifier takes in Node. */
export function evidence(): Promise<Row[]> {
  return withBench(async (bench) => {
    const ids = await fill(bench, 5_000);
    const get = async (route: string): Promise<string> => (await fetch(`${bench.platform.url}${route}`)).text();
    const trust = await parseTrustFile(await get('/trust.json'));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const id = ids[4_000];
    const found = JSON.parse(await get(`/api/transactions/${id}`)) as { receipt: string };
    const { value } = JSON.parse(await get(`/api/state?key=case/${id}`)) as { value: string };
    const { licence } = JSON.parse(value) as { licence: string };
    const proof = await get(`/api/licences/${licence}/proof`);
    const native = { trust, checkSignature: checkSignatureNative, hash: nativeHash };
    const pure = { trust, checkSignature: checkSignaturePure };
    const { witnesses } = await verifyReceipt(found.receipt, native);
    return [
      figure('cosignatures in the receipt', witnesses.length, ''),
      atMost('receipt', Buffer.byteLength(found.receipt), 'bytes', RECEIPT_BAR_BYTES),
      atMost('licence proof', Buffer.byteLength(proof), 'bytes', PROOF_BAR_BYTES),
      atMost('receipt verified in Node', await timed(() => verifyReceipt(found.receipt, native)), 'ms', TIME_BAR_MS),
      atMost('licence proof verified in Node', await timed(() => verifyLicenceProof(proof, native)), 'ms', TIME_BAR_MS),
      figure('receipt verified in pure JavaScript', await timed(() => verifyReceipt(found.receipt, pure)), 'ms'),
    ];
  });
}
