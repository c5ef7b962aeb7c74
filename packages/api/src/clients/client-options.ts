/** What other systems may ask for. */
export interface ClientOptions {
  /** Requests a minute of one client; 600 when left out. */
  readonly perMinute?: number;
  /** Of single clients, by the thumbprint of the key they were registered with. */
  readonly quotas?: ReadonlyMap<string, number>;
}

export const REQUESTS_A_MINUTE = 600;
