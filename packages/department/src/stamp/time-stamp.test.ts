import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64urlEncode, publicJwk, readSealedDocument, sha256, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentContent } from '../documents/document-content.ts';
import { pdfForm } from '../pdf/pdf-form.ts';
import { makeSealCertificate } from '../seal/seal-certificate.ts';
import { checkSealedPdf } from '../testing/check-sealed-pdf.ts';
import { secretOf } from '../testing/paper-log.ts';
import { KnownAuthority } from './known-authority.ts';
import { type RunningTimeStamp, startTimeStamp } from './start-time-stamp.ts';
import { TimeStamper } from './time-stamper.ts';

const ORGAN = '东湖区市场监督管理局（演示）';
const NAME = '云岭省时间戳服务中心（演示）';
const NOW = Date.UTC(2026, 5, 3, 8, 0, 1);
const signer = signerFromSecret('ES256', secretOf('document'));
const key = { signer, publicJwk: publicJwk(signer.publicKey) };
const content: DocumentContent = {
  ...{ title: '准予登记通知书', number: '东湖区市监（演示）登字〔2026〕第1号', organ: ORGAN, addressee: '王秀英' },
  ...{ time: NOW - 1_000, link: 'http://127.0.0.1:7460/', caseId: 'AAAAAAAAAAAAAAAAAAAAAA', entry: 3 },
  parts: [{ kind: 'text', text: '准予登记。' }],
};

let directory: string;
let authority: RunningTimeStamp;
let certificate: Uint8Array;
let serial = 0;
const missing: string[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'time-stamp-'));
  authority = await start('authority');
  certificate = await makeSealCertificate({
    ...{
      key,
      organ: ORGAN,
      words: '文书专用章（样章）',
      fromMs: NOW - 86_400_000,
      serial: secretOf('serial').slice(0, 16),
    },
  });
});
afterAll(async () => {
  await authority?.close();
  await rm(directory, { recursive: true, force: true });
});

function randomBytes(length: number): Uint8Array {
  serial += 1;
  return secretOf(`random ${serial}`).slice(0, length);
}

const start = (folder: string) =>
  startTimeStamp({
    ...{ directory: join(directory, folder), name: NAME, words: '时间戳（样章）', port: 0, host: '127.0.0.1' },
    ...{ clock: () => NOW, randomBytes, report: () => undefined },
  });

async function stamper(more: { readonly url?: string; readonly expected?: string } = {}): Promise<TimeStamper> {
  const onMissing = (code: string) => void missing.push(code);
  const path = join(directory, 'known-authority.der');
  const known = await KnownAuthority.open({ path, url: authority.url, timeoutMs: 2_000, ...more });
  return new TimeStamper({ authority: known, timeoutMs: 2_000, randomBytes, onMissing });
}

const make = (by: TimeStamper) =>
  pdfForm({ key, certificate, sealWords: '样章', stamp: (signature) => by.stamp(signature) }).make(content);

test('a document bears a time stamp of the authority over its seal, and the verifier that everybody has finds both', async () => {
  const made = await make(await stamper());
  const found = await readSealedDocument(made);
  expect(found).toMatchObject({ organ: ORGAN, certificate: base64urlEncode(sha256(certificate)) });
  expect(found.stamp).toEqual({ timeMs: NOW, authority: authority.authority, authorityName: NAME });
  expect(checkSealedPdf(made)).toMatchObject({ isWhole: true, isDigestRight: true, isSignatureRight: true });
});

test('an authority that is away, answers nonsense or shows another certificate leaves the document without a stamp, and the reason is told', async () => {
  const refused = createServer((_, response) => response.end('no'));
  await new Promise<void>((resolve) => refused.listen(0, '127.0.0.1', resolve));
  const { port } = refused.address() as AddressInfo;
  missing.length = 0;
  for (const by of [
    await stamper({ url: 'http://127.0.0.1:1/' }),
    await stamper({ url: `http://127.0.0.1:${port}/` }),
    await stamper({ expected: base64urlEncode(sha256(certificate)) }),
  ])
    expect((await readSealedDocument(await make(by))).stamp).toBeUndefined();
  refused.close();
  expect(missing).toEqual(['stamp-unreachable', 'stamp-refused', 'stamp-refused']);
});

test('an authority that comes back has the certificate it had, and refuses what is no request or too long a one', async () => {
  const again = await start('authority');
  expect(again.authority).toBe(authority.authority);
  await again.close();
  const ask = async (body: Uint8Array) =>
    (await fetch(authority.url, { method: 'POST', body: Buffer.from(body) })).status;
  expect(await ask(Buffer.from('hello'))).toBe(200);
  expect(await ask(new Uint8Array(5_000))).toBe(413);
  expect((await fetch(`${authority.url}else`)).status).toBe(404);
});

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
const isThere = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' }).startsWith('OpenSSL 3');
  } catch {
    return false;
  }
})();

test.skipIf(!isThere)(
  'openssl finds the stamp good over the signature, and not over another one (skipped where there is no openssl 3)',
  async () => {
    const data = Buffer.from('the bytes of a signature');
    await writeFile(join(directory, 'data.bin'), data);
    const query = openssl('ts', '-query', '-data', 'data.bin', '-sha256', '-cert', '-out', 'query.tsq');
    expect(query).toBeDefined();
    const response = await fetch(authority.url, { method: 'POST', body: await readFile(join(directory, 'query.tsq')) });
    await writeFile(join(directory, 'answer.tsr'), Buffer.from(await response.arrayBuffer()));
    const token = await (await stamper()).stamp(data);
    await writeFile(join(directory, 'token.der'), token ?? Buffer.alloc(0));
    const der = Buffer.from(await (await fetch(`${authority.url}certificate`)).arrayBuffer());
    await writeFile(join(directory, 'authority.der'), der);
    openssl('x509', '-inform', 'der', '-in', 'authority.der', '-out', 'authority.pem');
    const trust = ['-CAfile', 'authority.pem', '-attime', String(Math.floor(NOW / 1_000))];
    expect(openssl('ts', '-verify', '-queryfile', 'query.tsq', '-in', 'answer.tsr', ...trust)).toContain('OK');
    expect(openssl('ts', '-verify', '-data', 'data.bin', '-in', 'token.der', '-token_in', ...trust)).toContain('OK');
    await writeFile(join(directory, 'other.bin'), 'other bytes');
    expect(() => openssl('ts', '-verify', '-data', 'other.bin', '-in', 'token.der', '-token_in', ...trust)).toThrow();
  },
);
