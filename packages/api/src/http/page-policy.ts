/** Departments' processes that pages call. */
export type ConnectOrigins = readonly string[];

/**
 * What a page may run: scripts that carry this answer's nonce, and what those load. A name that is a script, a file somebody
 * uploaded, an address of our own that echoes something: none of them has the nonce. `'self'` counts only in browsers from
 * before 'strict-dynamic' (CSP 3). React sets styles through the style attribute's DOM interface, which the policy does not touch.
 */
export const pagePolicy = (connectOrigins: ConnectOrigins, nonce?: string): string =>
  [
    "default-src 'none'",
    nonce === undefined ? "script-src 'self'" : `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    ['connect-src', "'self'", ...connectOrigins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Of every answer that is no page: opened by itself in a browser it is text, runs nothing and stands in nobody's frame. */
export const ANSWER_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** The built page with the nonce on each script it names; a script that somebody else puts in has none. */
export const withNonce = (html: string, nonce: string): string =>
  html.replaceAll(/<script(?=[\s>])|<link(?=[^>]*\srel="modulepreload")/g, (tag) => `${tag} nonce="${nonce}"`);
