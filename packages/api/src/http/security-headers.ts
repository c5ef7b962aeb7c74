import { ANSWER_POLICY, type ConnectOrigins, pagePolicy } from './page-policy.ts';

/** Headers of every answer, refusals too; a page has more. */
export const answerHeaders = ({ tls }: { readonly tls: boolean }): Record<string, string> => ({
  'content-security-policy': ANSWER_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(tls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

/** Headers of every page and of what it loads. Without a nonce: of files, which are no page of themselves. */
export const securityHeaders = (options: {
  readonly tls: boolean;
  readonly connectOrigins: ConnectOrigins;
  readonly nonce?: string;
}): Record<string, string> => ({
  ...answerHeaders(options),
  'content-security-policy': pagePolicy(options.connectOrigins, options.nonce),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
});
