import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationKeys, selfSigned } from '@minglu/city';
import { base64urlDecode } from '@minglu/protocol';
import { beforeAll, expect, test } from 'vitest';
import { faultLines } from './fault-words.ts';
import { findProductionFaults } from './find-production-faults.ts';
import type { ProductionFacts } from './production-facts.ts';

const NOW = Date.now();
const DAY_MS = 86_400_000;
const drawn = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256);

let sound: ProductionFacts;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minglu-tls-'));
  const tls = await selfSigned(folder, '127.0.0.1', NOW);
  await rm(folder, { recursive: true });
  sound = {
    chain: 'ledger.mingzhou.gov.cn/main',
    secrets: [{ file: 'keys/log', bytes: drawn }],
    trusted: [{ name: 'founder', kid: 'A'.repeat(43) }],
    credentials: [{ file: 'keys/metrics', text: 'q3Vb8sKx0TzLw5Yd1RfGm7Hn' }],
    guarded: [
      { file: 'keys', mode: 0o40700 },
      { file: 'keys/log', mode: 0o100600 },
    ],
    leftovers: [],
    providers: [{ id: 'unified', issuer: 'https://id.mingzhou.gov.cn' }],
    isDemo: false,
    people: 0,
    metrics: 'token',
    logLevel: 'info',
    isInspected: false,
    env: {},
    tls: { key: tls.key, cert: tls.cert },
    hosts: ['localhost'],
    isCollected: true,
    nowMs: NOW,
    clocks: [{ url: 'https://time.mingzhou.gov.cn/', timeMs: NOW + 900 }],
    newestFileMs: NOW - 5,
  };
});

const found = (change: Partial<ProductionFacts>) =>
  findProductionFaults({ ...sound, ...change }).map(({ code, facts }) =>
    [code, ...Object.values(facts).map(String)].join(' '),
  );

test('a node that is well set up may go into service', () => {
  expect(found({})).toEqual([]);
});

test.each<[string, () => Partial<ProductionFacts>, string[]]>([
  ['the demonstration’s chain', () => ({ chain: 'minglu.example/city' }), ['demo-chain minglu.example/city']],
  ['a chain named for this machine', () => ({ chain: 'localhost/main' }), ['demo-chain localhost/main']],
  [
    'a key the demonstration’s year is played with',
    () => ({ secrets: [{ file: 'keys/log', bytes: base64urlDecode([...demonstrationKeys().secrets][0] ?? '') }] }),
    ['demo-key keys/log'],
  ],
  [
    'a key nobody drew',
    () => ({ secrets: [{ file: 'keys/log', bytes: new Uint8Array(32).fill(7) }] }),
    ['demo-key keys/log'],
  ],
  [
    'a founder whose key everybody has',
    () => ({ trusted: [{ name: 'founder', kid: [...demonstrationKeys().kids][0] ?? '' }] }),
    ['demo-key founder'],
  ],
  ['a demonstration’s folder', () => ({ leftovers: ['city.json'] }), ['demo-key city.json']],
  ['picking somebody from a list', () => ({ isDemo: true }), ['demo-sign-in demo']],
  [
    'a provider on this very machine',
    () => ({ providers: [{ id: 'unified', issuer: 'http://127.0.0.1:7490' }] }),
    ['demo-sign-in unified'],
  ],
  [
    'a provider without TLS',
    () => ({ providers: [{ id: 'unified', issuer: 'http://id.mingzhou.gov.cn' }] }),
    ['demo-sign-in unified'],
  ],
  ['invented people', () => ({ people: 200 }), ['demo-people 200']],
  [
    'a token somebody typed',
    () => ({ credentials: [{ file: 'keys/metrics', text: 'change-me' }] }),
    ['default-credential keys/metrics'],
  ],
  [
    'a token of one letter',
    () => ({ credentials: [{ file: 'keys/metrics', text: 'a'.repeat(43) }] }),
    ['default-credential keys/metrics'],
  ],
  ['debug logging', () => ({ logLevel: 'debug' }), ['debug debug']],
  ['an open inspector', () => ({ isInspected: true }), ['debug inspect']],
  ['an inspector asked for', () => ({ env: { NODE_OPTIONS: '--inspect=0.0.0.0:9229' } }), ['debug inspect']],
  ['a chatty library', () => ({ env: { NODE_DEBUG: 'http' } }), ['debug NODE_DEBUG']],
  ['open metrics', () => ({ metrics: 'open' }), ['metrics-open']],
  ['no TLS', () => ({ tls: undefined }), ['tls-missing']],
  ['anybody’s certificate believed', () => ({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }), ['tls-unchecked']],
  ['a certificate for another name', () => ({ hosts: ['a.gov.cn'] }), ['tls-unfit other-name a.gov.cn']],
  [
    'another certificate’s key',
    () => ({ tls: { cert: sound.tls?.cert ?? '', key: anotherKey() } }),
    ['tls-unfit key-of-another'],
  ],
  ['a certificate that nobody can read', () => ({ tls: { cert: 'x', key: 'y' } }), ['tls-unfit unreadable']],
  ['a readable key', () => ({ guarded: [{ file: 'keys/log', mode: 0o100640 }] }), ['key-readable keys/log 640']],
  [
    'a folder of keys that others may list',
    () => ({ guarded: [{ file: 'keys', mode: 0o40755 }] }),
    ['key-readable keys 755'],
  ],
  ['no clock to compare with', () => ({ clocks: [{ url: 'https://a.cn/', timeMs: undefined }] }), ['clock-unchecked']],
  [
    'a clock that is ahead',
    () => ({ clocks: [{ url: 'https://a.cn/', timeMs: NOW - 60_000 }] }),
    ['clock-off a.cn 60'],
  ],
  ['a clock behind its own files', () => ({ newestFileMs: NOW + 60_000 }), ['clock-off own-files -60']],
])('%s keeps a node out of service', (_what, change, faults) => {
  expect(found(change())).toEqual(faults);
});

test('a certificate that ends within the week, or has not begun, does not go into service', () => {
  const clocks = (nowMs: number) => ({ nowMs, clocks: [{ url: 'https://a.cn/', timeMs: nowMs }] });
  expect(found(clocks(NOW + 360 * DAY_MS))).toEqual(['tls-unfit ends-within-a-week']);
  expect(found({ ...clocks(NOW - DAY_MS), newestFileMs: 0 })).toEqual(['tls-unfit not-yet']);
});

test('whatever stands against it is said at once, each with its own words', () => {
  const faults = findProductionFaults({
    ...sound,
    chain: 'minglu.example/city',
    secrets: [{ file: 'keys/log', bytes: new Uint8Array(32) }],
    credentials: [{ file: 'keys/metrics', text: 'admin' }],
    isDemo: true,
    people: 1,
    logLevel: 'debug',
    metrics: 'open',
    tls: undefined,
    guarded: [{ file: 'keys/log', mode: 0o100644 }],
    clocks: [{ url: 'https://a.cn/', timeMs: NOW - 3_600_000 }],
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  });
  expect(faults.map(({ code }) => code)).toEqual([
    'demo-chain',
    'demo-key',
    'demo-sign-in',
    'demo-people',
    'default-credential',
    'debug',
    'metrics-open',
    'tls-missing',
    'tls-unchecked',
    'key-readable',
    'clock-off',
  ]);
  expect(new Set(faultLines(faults)).size).toBe(faults.length);
});

test('the guide to the first day names every reason', async () => {
  const guide = await readFile(new URL('../../../../docs/guides/first-day.md', import.meta.url), 'utf8');
  const source = await readFile(new URL('./production-fault.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code = '']) => code);
  expect(codes.length).toBe(13);
  expect(codes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
});

function anotherKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
}
