// The client's side of "one request each", in a process of its own so that its processor time is not the server's.
import { readFileSync } from 'node:fs';
import { quantile } from '../report/quantile.ts';
import { closedLoop } from './closed-loop.ts';
import { HttpConnection, requestBytes } from './http-connection.ts';
import type { Submission } from './submission.ts';

const [port = '', path = '', lanes = '1'] = process.argv.slice(2);
const inFlight = Number(lanes);
const requests = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const { jws, sidecar } = JSON.parse(line) as Submission;
    return requestBytes('POST', '/api/transactions', JSON.stringify({ transaction: jws, sidecar }));
  });
const connections = await Promise.all(Array.from({ length: inFlight }, () => HttpConnection.open(Number(port))));

const result = await closedLoop(requests.length, inFlight, async (item, lane) => {
  const answer = await connections[lane]?.send(requests[item] ?? Buffer.alloc(0));
  if (answer?.status !== 200 || !answer.body.includes('"receipt":"c2sp.org/tlog-proof@v1')) {
    throw new Error(`answered ${answer?.status}: ${answer?.body.slice(0, 300)}`);
  }
});
for (const connection of connections) connection.close();
const { perSecond, seconds, count, latenciesMs } = result;
console.log(
  JSON.stringify({ perSecond, seconds, count, p50: quantile(latenciesMs, 0.5), p99: quantile(latenciesMs, 0.99) }),
);
