import { createHmac } from 'node:crypto';

/** What the platform knows a person by: 43 characters that nobody turns back into a name without the secret. */
export const accountOf = (secret: Uint8Array, provider: string, subject: string): string =>
  createHmac('sha256', secret).update(`${provider}\n${subject}`).digest('base64url');
