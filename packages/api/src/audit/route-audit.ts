import type { AuditKind } from '@minglu/audit';

/** Why nobody keeps a record of who asked. */
export type UnrecordedReason =
  /** Anybody may know it. */
  | 'public'
  /** A ciphertext under a name that only its owner knows: whoever brings the name is the owner. */
  | 'own-secret'
  /** Nothing is told: something is left here that means nothing before a deed names it. */
  | 'leaves-only';

/** What the trail says of a route. Every route has to say one or the other. */
export type RouteAudit =
  | { readonly unrecorded: UnrecordedReason }
  | {
      readonly kind: AuditKind;
      /** `cases.read`; of a deed, its own name is taken. */
      readonly action: string;
      /**
       * `answered`: each answer that is none of refusal. `seen`: those in which the handler says that it tells more than
       * anybody may know (`noteSeen`); `handled`: the handler writes the line itself. Denials are always recorded.
       */
      readonly when: 'answered' | 'seen' | 'handled';
    };

/** A route of which no record is kept. */
export const unrecorded = (reason: UnrecordedReason): RouteAudit => ({ unrecorded: reason });

/** A route that tells what not everybody may know, each time it answers. */
export const recorded = (kind: AuditKind, action: string): RouteAudit => ({ kind, action, when: 'answered' });

/** A route that does so for some and tells others the public part. */
export const recordedWhenSeen = (action: string): RouteAudit => ({ kind: 'read', action, when: 'seen' });

/** A route whose handler writes the line itself. */
export const recordedByHandler = (kind: AuditKind, action: string): RouteAudit => ({ kind, action, when: 'handled' });
