import { gradeOfSealed } from '@minglu/ledger';
import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { readResource } from '../../session/read-resource.ts';

export interface DecidedOpening {
  /** Thumbprint of the officer's key. */
  readonly kid: string;
  readonly organ: string;
  /** Those of the named envelopes that the officer may open. */
  readonly fields: readonly string[];
}

const NOBODYS = { org: '', holder: '' };

/**
 * The chain's rules about each envelope, by its grade and by what it is opened for. A case that is not there is answered like
 * one that is another organ's. Throws `access-denied`.
 */
export const decideOpening = async (
  context: ApiContext,
  request: FastifyRequest,
  { case: id, purpose, named }: { readonly case: string; readonly purpose?: string; readonly named?: string },
): Promise<DecidedOpening> => {
  const session = getSession(context, request);
  const key = officerKeyOf(session);
  // Both are looked for whatever is found: a hidden case takes as long as none.
  const [asCase, asAnnulment] = [readResource(context, 'case', id), readResource(context, 'annulment', id)];
  const deed = asCase === undefined && asAnnulment !== undefined ? 'annulments.read' : 'cases.read';
  const resource = asCase ?? asAnnulment ?? NOBODYS;
  if (resource.org !== undefined && resource.org !== '') noteAbout(request, { organ: resource.org });
  const officer = { ...session, keys: key === undefined ? [] : [key] };
  const isOpen = (field: string): boolean =>
    may(context, officer, deed, { ...resource, grade: gradeOfSealed(field), purpose });
  const sealed = Object.keys((await context.node.sidecar(id))?.sealed ?? {});
  const fields = (named === undefined ? sealed : [named]).filter(isOpen);
  const isReader = fields.length > 0 || (named === undefined && may(context, officer, deed, { ...resource, purpose }));
  if (key === undefined || !isReader) throw new ApiError('access-denied', { deed: 'cases.read' });
  if (named !== undefined && !sealed.includes(named)) throw new ApiError('envelope-not-found');
  return { kid: key.kid, organ: String(resource.org), fields };
};
