/** What goes out: put together at the last moment and kept nowhere. */
export interface OutgoingMessage {
  /** The same for every try of one delivery: a Message-ID, or a gateway's key against doubles. */
  readonly id: string;
  readonly to: string;
  /** E-mail only. */
  readonly subject: string;
  readonly text: string;
}

/**
 * How handing over ended. `temporary` certainly did not arrive and may be tried again; `permanent` never will; `unknown`
 * may have arrived: the answer was lost.
 */
export type HandedOver =
  | { readonly result: 'accepted' | 'delivered'; readonly code?: undefined }
  | { readonly result: 'temporary' | 'permanent' | 'unknown'; readonly code: string };

/** One way to reach somebody outside the portal. It never throws: whatever goes wrong is a result. */
export interface Channel {
  /** Whether the same id handed over twice reaches the person once: only then may an unknown end be tried again. */
  readonly isIdempotent: boolean;
  send(message: OutgoingMessage): Promise<HandedOver>;
  /** What has become of an accepted one; nothing while nobody knows more. */
  report?(id: string): Promise<HandedOver | undefined>;
  close(): void;
}
