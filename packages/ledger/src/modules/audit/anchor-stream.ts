import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { PLATFORM } from '../../genesis.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { auditStream, digest } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { integer } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';

const body = { stream: auditStream, size: integer(1, Number.MAX_SAFE_INTEGER), root: digest };
type Body = BodyOf<typeof body>;

/**
 * Says how long an audit stream is and what is in it (root over its lines, RFC 6962): from then on nobody, whoever writes
 * it included, can take a line out, put one in or change their order unnoticed. It only ever grows.
 */
export const anchorStream = defineDeed({
  name: 'audit.anchor',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('audit.anchor', ({ stream }) => ({ org: organOf(stream) })), sizeIsAhead],
  effect: anchor,
});

/** The platform's own door, or the process of a department: nobody speaks for another's stream. */
function organOf(stream: string): string {
  return stream === 'api' ? PLATFORM : stream.slice('department:'.length);
}

function sizeIsAhead({ stream, size }: Body, { records }: DeedContext): Refusal | undefined {
  const known = records.find('audit', stream)?.size ?? 0;
  return size > known ? undefined : refuse('anchor-not-ahead', { size: known });
}

function anchor({ stream, size, root }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  draft.write('audit', stream, { size, root, at: timeMs, by: transaction.kid });
  return { events: [event('audit.anchored', { stream, size, root })] };
}
