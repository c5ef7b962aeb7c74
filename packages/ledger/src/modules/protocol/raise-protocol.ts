import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { integer } from '../../shape/values.ts';

const body = { version: integer(1, 1_000_000), height: integer(1, Number.MAX_SAFE_INTEGER) };
type Body = BodyOf<typeof body>;

/** Schedules the next version of the state machine for a height ahead, so that every node can be brought up to it first. */
export const raiseProtocol = defineDeed({
  name: 'protocol.raise',
  since: 1,
  body,
  sidecar: 'none',
  rules: [accessRule('protocol.raise', () => ({})), nothingIsScheduled, versionIsNext, heightIsAhead],
  effect: ({ version, height }, _context, draft) => {
    draft.write('protocol', '', { ...draft.get('protocol', ''), next: { version, height } });
    return { events: [event('protocol.raise-scheduled', { version, height })] };
  },
});

function nothingIsScheduled(_body: Body, { records }: DeedContext): Refusal | undefined {
  const next = records.find('protocol', '')?.next;
  return next === undefined ? undefined : refuse('raise-pending', { ...next });
}

/** Versions come one by one. What this binary can run does not matter here: all binaries must answer alike. */
function versionIsNext({ version }: Body, { records }: DeedContext): Refusal | undefined {
  const current = records.find('protocol', '')?.version ?? 0;
  return version === current + 1 ? undefined : refuse('version-not-newer', { version: current });
}

function heightIsAhead({ height }: Body, context: DeedContext): Refusal | undefined {
  return height > context.height ? undefined : refuse('height-not-ahead', { height: context.height });
}
