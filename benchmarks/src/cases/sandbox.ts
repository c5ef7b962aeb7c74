import { createHash } from 'node:crypto';
import { individualBusiness, largestApplication, smallestApplication } from '@minglu/individual-business';
import { openSandbox, type Sandbox } from '@minglu/sandbox';
import { median } from '../report/quantile.ts';
import { atMost, figure, type Row } from '../report/row.ts';

const WARM_UP = 20_000;
const CALLS = 10_000;
const ROUNDS = 7;
const CALL_BAR_US = 40;

/** What the boundary costs: a decision of the real contract, its memory restored, and the worst a call can be. */
export async function sandbox(): Promise<Row[]> {
  const { contractHash, contractText } = individualBusiness;
  const loop = 'var contract = { decide() { for (;;); } };';
  const loopHash = createHash('sha256').update(loop).digest('hex');
  const startedAt = performance.now();
  const opened = openSandbox({
    contracts: new Map([
      [contractHash, contractText],
      [loopHash, loop],
    ]),
  });
  const small = inputOf(smallestApplication);
  opened.run(contractHash, small);
  const firstMs = performance.now() - startedAt;
  const call = microsecondsOf(opened, contractHash, small);
  const largest = microsecondsOf(opened, contractHash, inputOf(largestApplication));
  const loopStartedAt = performance.now();
  const { gas } = opened.execute(loopHash, small);
  const loopMs = performance.now() - loopStartedAt;
  return [
    atMost('sandbox, call and restore, smallest application', call, 'µs', CALL_BAR_US),
    figure('sandbox, call and restore, largest application', largest, 'µs'),
    figure('sandbox, the smallest’s gas', opened.execute(contractHash, small).gas, 'units'),
    figure('sandbox, a loop until its gas is out, load and new instance included', loopMs, 'ms'),
    figure('sandbox, time of a unit of gas in that loop', (loopMs * 1e6) / gas, 'ns'),
    figure('sandbox, from nothing to the first answer', firstMs, 'ms'),
  ];
}

function inputOf(body: { readonly service: string }): string {
  const known = { 'mainland-resident': true, 'no-registration-bar': true, 'premises-on-record': true };
  const facts = { 'identity-level': 2, 'age-at-least-18': true, ...known };
  return JSON.stringify({ service: body.service, version: 2, facts, body, plain: {}, time: 1_790_000_000_000 });
}

/** Of processor time, all threads: what others do on the machine counts as little as can be. */
function microsecondsOf(opened: Sandbox, contract: string, input: string): number {
  for (let call = 0; call < WARM_UP; call += 1) opened.run(contract, input);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startedAt = process.cpuUsage();
    for (let call = 0; call < CALLS; call += 1) opened.run(contract, input);
    const { user, system } = process.cpuUsage(startedAt);
    return (user + system) / CALLS;
  });
  return median(rounds);
}
