import type { AuditLine } from '@minglu/audit';
import type { FastifyRequest } from 'fastify';

/** What the trail will say of a request, gathered while it is answered. */
export interface RequestTrail {
  actor?: AuditLine['actor'];
  assurance?: 1 | 2 | 3;
  about?: TrailObject;
  /** The answer tells more than anybody may know. */
  isSeen?: boolean;
  /** It was refused, whatever the answer says: where a hidden case answers as none does. */
  denied?: string;
  /** Code of the answer. */
  code?: string;
}

/** Ids only. */
export interface TrailObject {
  readonly object?: string;
  readonly case?: string;
  readonly organ?: string;
  readonly purpose?: string;
  readonly article?: string;
  /** Instead of the route's own. */
  readonly action?: string;
}

const trails = new WeakMap<object, RequestTrail>();

/** By the raw request: a handler may hold another view of the same one. */
export const trailOf = (request: Pick<FastifyRequest, 'raw'>): RequestTrail => {
  const known = trails.get(request.raw);
  if (known !== undefined) return known;
  const made: RequestTrail = {};
  trails.set(request.raw, made);
  return made;
};

/** What is asked about; said before rights are looked at, so that a denial says it too. */
export const noteAbout = (request: Pick<FastifyRequest, 'raw'>, about: TrailObject): void => {
  const trail = trailOf(request);
  trail.about = { ...trail.about, ...about };
};

export const noteSeen = (request: Pick<FastifyRequest, 'raw'>): void => {
  trailOf(request).isSeen = true;
};

export const noteDenied = (request: Pick<FastifyRequest, 'raw'>, code = 'access-denied'): void => {
  trailOf(request).denied = code;
};
