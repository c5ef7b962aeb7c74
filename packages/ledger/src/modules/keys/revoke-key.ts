import { accessRule } from '../../access/access-rule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { keyIsTheirsToRevoke } from '../roles/office-rules.ts';

const body = { kid: digest };
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'since'> = {
  name: 'keys.revoke',
  body,
  sidecar: 'none',
  rules: [
    keyIsActive,
    accessRule('keys.revoke', ({ kid }, records) => ({ org: records.find('key', kid)?.org ?? '' })),
    keyIsAnother,
  ],
  effect: ({ kid }, { timeMs }, draft) => {
    const key = draft.get('key', kid);
    draft.write('key', kid, { ...key, status: 'revoked', since: timeMs });
    return { events: [event('key.revoked', { kid, org: key.org })] };
  },
};

/** From this block on the key signs nothing; what it signed before stands. */
export const revokeKey: readonly Deed[] = [
  defineDeed({ ...spec, since: 1 }),
  defineDeed({ ...spec, since: 4, rules: [...spec.rules, keyIsTheirsToRevoke] }),
];

function keyIsActive({ kid }: Body, { records }: DeedContext): Refusal | undefined {
  const key = records.find('key', kid);
  if (key === undefined) return refuse('key-unknown', { kid });
  return key.status === 'active' ? undefined : refuse('key-revoked', { kid });
}

/** Whoever revokes keeps a working key: so the last administrator cannot lock everybody out. */
function keyIsAnother({ kid }: Body, { transaction }: DeedContext): Refusal | undefined {
  return transaction.kid === kid ? refuse('own-key') : undefined;
}
