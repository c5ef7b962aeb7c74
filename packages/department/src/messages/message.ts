import type { JsonObject } from '@minglu/protocol';

/** What a person is told of. One step of a case makes at most one message. */
export const MESSAGE_KINDS = [
  'pending',
  'granted',
  'returned',
  'refused',
  'extended',
  'due-changed',
  'overdue',
  'withdrawn',
  'review-asked',
  'review-answered',
  'review-overdue',
  'licence-changed',
  'licence-suspended',
  'licence-restored',
  'licence-annulled',
  'licence-revoked',
  'licence-withdrawn',
  'licence-closed',
  'licence-marked',
  'licence-unmarked',
  'licence-replaced',
  'licence-ceased',
  'licence-resumed',
  'cessation-ending',
  'closing-announced',
  'closing-opposed',
  'closing-ripe',
  'closing-withdrawn',
  'annulment-taken-up',
  'annulment-announced',
  'annulment-rejected',
  'annulment-declined',
  'annulment-granted',
  'annulment-extended',
  'annulment-undone',
  'correction-answered',
  'agent-appointed',
  'agent-acted',
  'agent-ended',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** One message as the outbox keeps it: no name, no address, no words; those are put together when it is sent. */
export interface Message {
  /** Key of its step in the log, `<entry>-<place>`, with a suffix for a reminder: the same for ever. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly case: string;
  /** Of the case; a service may have words of its own. */
  readonly service?: string;
  /** Of the step's block; a reminder's own time. */
  readonly time: number;
  /** Public and small: how many points, which day. */
  readonly facts: JsonObject;
  /** A reminder hangs on a licence that may come to rest before its day. */
  readonly licence?: string;
}

export const CHANNELS = ['email', 'sms'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/**
 * `queued` waits · `sending` is being handed over · `retrying` waits after a failure that may pass · `accepted` the mail
 * server or gateway took it · `delivered` the gateway reports the phone has it · `undeliverable` refused for good, or
 * tried too often · `uncertain` the answer was lost, so it is never sent again by itself · `no-address` nobody said where
 * to · `not-sent` this department has no such channel, and says so · `cancelled` what it would remind of is over.
 */
export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'retrying'
  | 'accepted'
  | 'delivered'
  | 'undeliverable'
  | 'uncertain'
  | 'no-address'
  | 'not-sent'
  | 'cancelled';

export interface Delivery {
  readonly message: string;
  readonly channel: ChannelName;
  readonly state: DeliveryState;
  /** When it came to this state. */
  readonly at: number;
  /** How often it was handed over. */
  readonly attempts: number;
  /** Not before this, milliseconds; for what waits. */
  readonly nextAt: number;
  /** Closed word for why, as `smtp-550`, `unreachable`, `tls-refused`. */
  readonly code?: string;
}
