// Verified reads: values and absences by turns, each proof checked here, in the client's own process.
import { readFileSync } from 'node:fs';
import { quantile } from '../report/quantile.ts';
import { closedLoop } from './closed-loop.ts';
import { HttpConnection, requestBytes } from './http-connection.ts';
import { verifyReadAnswer } from './verify-read-answer.ts';

const [port = '', keysPath = '', trustPath = '', total = '0', lanes = '1'] = process.argv.slice(2);
const keys = readFileSync(keysPath, 'utf8').trim().split('\n');
const check = await verifyReadAnswer(readFileSync(trustPath, 'utf8'));
const requests = keys.map((key) => requestBytes('GET', `/api/state?key=${encodeURIComponent(key)}`));
const connections = await Promise.all(Array.from({ length: Number(lanes) }, () => HttpConnection.open(Number(port))));

const result = await closedLoop(Number(total), Number(lanes), async (item, lane) => {
  const at = item % keys.length;
  const answer = await connections[lane]?.send(requests[at] ?? Buffer.alloc(0));
  if (answer?.status !== 200) throw new Error(`answered ${answer?.status}: ${answer?.body.slice(0, 300)}`);
  await check(keys[at] ?? '', answer.body);
});
for (const connection of connections) connection.close();
const { perSecond, seconds, count, latenciesMs } = result;
console.log(
  JSON.stringify({ perSecond, seconds, count, p50: quantile(latenciesMs, 0.5), p99: quantile(latenciesMs, 0.99) }),
);
