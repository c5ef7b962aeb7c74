/**
 * Headers of every page. `script-src 'self'` with no inline and no eval: a trade name that is a script stays a name.
 * React sets styles through the style attribute's DOM interface, which the policy does not touch.
 */
export const securityHeaders = (options: {
  readonly tls: boolean;
  readonly connectOrigins: readonly string[];
}): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    ['connect-src', "'self'", ...options.connectOrigins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(options.tls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});
