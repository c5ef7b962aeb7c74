import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { demonstrationKeys } from '@minglu/city';
import { base64urlEncode } from '@minglu/protocol';
import type { ProductionFacts } from './production-facts.ts';
import type { ProductionFault } from './production-fault.ts';

/** A time stamp is off by as much, a cosignature by a little less: more and evidence says what did not happen. */
const CLOCK_TOLERANCE_MS = 10_000;
const LEAST_CERTIFICATE_MS = 7 * 86_400_000;
/** 128 bits in base64url; whoever types a secret types a shorter one. */
const LEAST_CREDENTIAL = 22;
const LEAST_DIFFERENT = 8;
/** Names that are nobody's (RFC 2606, RFC 6761). */
const NOBODYS = /(^|\.)(example|example\.(com|net|org)|test|invalid|localhost)$/;
const OWN_MACHINE = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

type Rule = (facts: ProductionFacts) => readonly ProductionFault[];

/** Everything that stands against going into service, in the order of the rules; none: it may. */
export function findProductionFaults(facts: ProductionFacts): readonly ProductionFault[] {
  return RULES.flatMap((rule) => rule(facts));
}

const chainIsReal: Rule = ({ chain }) =>
  NOBODYS.test(chain.split('/')[0] ?? '') || /demo|演示/.test(chain) ? [{ code: 'demo-chain', facts: { chain } }] : [];

/** Keys that this program's own demonstration is played with are known to everybody who has it. */
const keysAreOnesOwn: Rule = ({ secrets, trusted, leftovers }) => {
  const known = demonstrationKeys();
  const weak = secrets.filter(
    ({ bytes }) =>
      bytes.length < 32 || new Set(bytes).size < LEAST_DIFFERENT || known.secrets.has(base64urlEncode(bytes)),
  );
  return [
    ...weak.map(({ file }) => ({ code: 'demo-key', facts: { file } }) as const),
    ...trusted
      .filter(({ kid }) => known.kids.has(kid))
      .map(({ name }) => ({ code: 'demo-key', facts: { key: name } }) as const),
    ...leftovers.map((file) => ({ code: 'demo-key', facts: { file } }) as const),
  ];
};

const nobodyIsPicked: Rule = ({ isDemo, providers, people }) => [
  ...(isDemo ? [{ code: 'demo-sign-in', facts: { setting: 'demo' } } as const] : []),
  ...providers
    .filter(({ issuer }) => !isSecureStranger(issuer))
    .map(({ id }) => ({ code: 'demo-sign-in', facts: { provider: id } }) as const),
  ...(people > 0 ? [{ code: 'demo-people', facts: { people } } as const] : []),
];

/** A provider of identities is somebody else, somewhere else, over TLS. */
function isSecureStranger(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' && !OWN_MACHINE.test(hostname) && !NOBODYS.test(hostname);
}

const credentialsAreDrawn: Rule = ({ credentials }) =>
  credentials
    .filter(({ text }) => text.length < LEAST_CREDENTIAL || new Set(text).size < LEAST_DIFFERENT)
    .map(({ file }) => ({ code: 'default-credential', facts: { file } }));

const nobodyWatchesInside: Rule = ({ logLevel, isInspected, env }) => [
  ...(['debug', 'trace'].includes(logLevel) ? [{ code: 'debug', facts: { logLevel } } as const] : []),
  ...(isInspected || /--inspect/.test(env.NODE_OPTIONS ?? '')
    ? [{ code: 'debug', facts: { setting: 'inspect' } } as const]
    : []),
  ...(env.NODE_DEBUG === undefined ? [] : [{ code: 'debug', facts: { setting: 'NODE_DEBUG' } } as const]),
];

const metricsAreClosed: Rule = ({ metrics }) => (metrics === 'open' ? [{ code: 'metrics-open', facts: {} }] : []);

const keysAreUnread: Rule = ({ guarded }) =>
  guarded
    .filter(({ mode }) => (mode & 0o077) !== 0)
    .map(({ file, mode }) => ({ code: 'key-readable', facts: { file, mode: (mode & 0o777).toString(8) } }));

const tlsHolds: Rule = ({ tls, hosts, nowMs, env }) => {
  const unchecked: ProductionFault[] =
    env.NODE_TLS_REJECT_UNAUTHORIZED === '0' ? [{ code: 'tls-unchecked', facts: {} }] : [];
  if (tls === undefined) return [{ code: 'tls-missing', facts: {} }, ...unchecked];
  const unfit = (reason: string): ProductionFault => ({ code: 'tls-unfit', facts: { reason } });
  try {
    const cert = new X509Certificate(tls.cert);
    const ends = cert.validToDate.getTime();
    const names = hosts.filter((host) => (isIP(host) === 0 ? cert.checkHost(host) : cert.checkIP(host)) === undefined);
    return [
      ...(cert.checkPrivateKey(createPrivateKey(tls.key)) ? [] : [unfit('key-of-another')]),
      ...(cert.validFromDate.getTime() > nowMs ? [unfit('not-yet')] : []),
      ...(ends < nowMs + LEAST_CERTIFICATE_MS ? [unfit('ends-within-a-week')] : []),
      ...names.map((host) => ({ code: 'tls-unfit', facts: { reason: 'other-name', host } }) as const),
      ...unchecked,
    ];
  } catch {
    return [unfit('unreadable'), ...unchecked];
  }
};

const clockIsRight: Rule = ({ clocks, nowMs, newestFileMs }) => {
  const heard = clocks.filter(({ timeMs }) => timeMs !== undefined);
  const off = heard.filter(({ timeMs = nowMs }) => Math.abs(timeMs - nowMs) > CLOCK_TOLERANCE_MS);
  return [
    ...(heard.length === 0 ? [{ code: 'clock-unchecked', facts: {} } as const] : []),
    ...off.map(({ url, timeMs = nowMs }) => {
      const seconds = Math.round((nowMs - timeMs) / 1000);
      return { code: 'clock-off', facts: { host: new URL(url).host, seconds } } as const;
    }),
    ...(newestFileMs > nowMs + CLOCK_TOLERANCE_MS
      ? [
          {
            code: 'clock-off',
            facts: { host: 'own-files', seconds: Math.round((nowMs - newestFileMs) / 1000) },
          } as const,
        ]
      : []),
  ];
};

const RULES: readonly Rule[] = [
  chainIsReal,
  keysAreOnesOwn,
  nobodyIsPicked,
  credentialsAreDrawn,
  nobodyWatchesInside,
  metricsAreClosed,
  tlsHolds,
  keysAreUnread,
  clockIsRight,
];
