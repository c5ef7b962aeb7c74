import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Rfc5280Checker } from '../../certificates/rfc5280-checker.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { type Issued, TestAuthority } from '../../testing/test-authority.ts';
import { GENESIS_MS } from '../../testing/test-chain.ts';

const DAY_MS = 24 * 3_600_000;
const FROM_MS = GENESIS_MS - DAY_MS;
let api: TestApi;
let root: TestAuthority;
let middle: TestAuthority;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minglu-certificates-'));
  root = await TestAuthority.found('Root', FROM_MS);
  middle = await root.below('Middle', FROM_MS);
  await writeLists([]);
  const server = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256' });
  api = await startTestApi({
    tls: { key: server.private, cert: server.cert },
    certificates: {
      port: 0,
      checker: new Rfc5280Checker({ authorities: [root.own.pem], revocationFile: join(folder, 'list.pem') }),
    },
  });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

async function writeLists(revoked: readonly Issued[], untilMs = GENESIS_MS + 30 * DAY_MS): Promise<void> {
  const lists = [
    await root.revoke([], { fromMs: FROM_MS, untilMs }),
    await middle.revoke(revoked, { fromMs: FROM_MS, untilMs }),
  ];
  const pem = lists.map(
    (der) => `-----BEGIN X509 CRL-----\n${Buffer.from(der).toString('base64')}\n-----END X509 CRL-----\n`,
  );
  writeFileSync(join(folder, 'list.pem'), pem.join(''));
}

interface Answer {
  readonly said: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookie: string | undefined;
}

/** One connection each: a certificate belongs to a connection. */
const ask = (
  path: string,
  own: Issued | undefined,
  more: Record<string, string> = {},
  url = api.certificateUrl,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const tls = own === undefined ? {} : { key: own.key, cert: `${own.pem}${middle.own.pem}` };
    const sent = request(
      `${url}${path}`,
      { method: 'POST', rejectUnauthorized: false, agent: false, headers: more, ...tls },
      (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () => {
          const body = JSON.parse(text);
          const cookie = answer.headers['set-cookie']?.[0];
          resolve({ said: `${answer.statusCode} ${String(body.code ?? '')}`.trim(), body, cookie });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });

const PATH = '/api/sessions/certificate';
const officer = (name: string) => middle.issue({ name, fromMs: FROM_MS });

test('an officer’s certificate signs in at level 3, and the next one of the same name is the same account', async () => {
  const first = await ask(PATH, await officer('李登记'));
  expect(first.said).toBe('200');
  const headers = { authorization: `Bearer ${String(first.body.token)}` };
  // The token is worth nothing without the certificate.
  expect((await ask('/api/sessions/extend', undefined, headers)).said).toBe('403 client-unbound');
  expect((await ask('/api/sessions/extend', await officer('李登记'), headers)).said).toBe('403 client-unbound');
  const page = await ask(PATH, await officer('李登记'), { origin: api.url });
  expect(page.said).toBe('403 origin-refused');
  const own = await ask(PATH, await officer('李登记'), { origin: String(api.certificateUrl) });
  expect([own.said, own.cookie]).toEqual(['200', expect.stringMatching(/^__Host-minglu=[\w-]{43}; /)]);
  expect(own.body).not.toHaveProperty('token');
});

test('a certificate under the first door is not asked for', async () => {
  expect((await ask(PATH, await officer('李登记'), {}, api.url)).said).toBe('403 certificate-missing');
  expect((await ask(PATH, undefined)).said).toBe('403 certificate-missing');
});

test('a certificate that nobody vouches for is refused, whatever it says of itself', async () => {
  const other = await TestAuthority.found('Root', FROM_MS);
  expect((await ask(PATH, await other.issue({ name: '李登记', fromMs: FROM_MS }))).said).toBe(
    '403 certificate-refused',
  );
  // One that an officer's certificate, which is no authority's, was used to sign.
  const keys = await TestAuthority.found('李登记', FROM_MS);
  expect((await ask(PATH, await keys.issue({ name: '王秀英', fromMs: FROM_MS }))).said).toBe('403 certificate-refused');
});

test.each([
  ['has run out', () => middle.issue({ name: '李', fromMs: FROM_MS - 9 * DAY_MS, untilMs: FROM_MS }), 'expired'],
  ['is not good yet', () => middle.issue({ name: '李', fromMs: GENESIS_MS + 30 * DAY_MS }), 'expired'],
  ['is a server’s', () => middle.issue({ name: '李', fromMs: FROM_MS, use: 'server' as const }), 'unfit'],
  ['is an authority’s', () => middle.issue({ name: '李', fromMs: FROM_MS, isAuthority: true }), 'unfit'],
])('a certificate that %s is refused', async (_how, issue, code) => {
  expect((await ask(PATH, await issue())).said).toBe(`403 certificate-${code}`);
});

test('a revoked certificate is refused from the next request on, and an authority that is silent vouches for nobody', async () => {
  const lost = await officer('丢卡');
  expect((await ask(PATH, lost)).said).toBe('200');
  await writeLists([lost]);
  expect((await ask(PATH, lost)).said).toBe('403 certificate-revoked');
  expect((await ask(PATH, await officer('李登记'))).said).toBe('200');
  await writeLists([], GENESIS_MS - 1);
  expect((await ask(PATH, await officer('李登记'))).said).toBe('403 certificate-refused');
  await writeLists([]);
});

interface Turn {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

/** As a browser goes from door to door, with the cookies it was given. */
const turn = (
  url: string,
  own: Issued | undefined,
  { cookie, begin }: { readonly cookie?: string | undefined; readonly begin?: object } = {},
): Promise<Turn> =>
  new Promise((resolve, reject) => {
    const tls = own === undefined ? {} : { key: own.key, cert: `${own.pem}${middle.own.pem}` };
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(begin === undefined ? {} : { origin: api.url, 'content-type': 'application/json' }),
    };
    const method = begin === undefined ? 'GET' : 'POST';
    const sent = request(url, { method, rejectUnauthorized: false, agent: false, headers, ...tls }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => {
        const { location, 'set-cookie': set = [] } = answer.headers;
        const body = text.startsWith('{') ? JSON.parse(text) : {};
        resolve({ status: answer.statusCode, location, cookies: set.map((one) => one.split(';')[0] ?? ''), body });
      });
    });
    sent.on('error', reject);
    sent.end(begin === undefined ? undefined : JSON.stringify(begin));
  });

const BEGIN = '/api/sign-in/certificate';
const begun = async () => {
  const { cookies, body } = await turn(`${api.url}${BEGIN}`, undefined, { begin: { returnTo: '/signed-in' } });
  expect(String(body.location)).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/api\/sign-in\/certificate$/);
  return cookies.find((one) => one.startsWith('__Host-minglu-sign-in='));
};
const finish = (own: Issued | undefined, cookie: string | undefined, url = api.certificateUrl) =>
  turn(`${url}${BEGIN}`, own, { cookie });

test('a page sends the browser to the other door, which signs it in and sends it back to the page', async () => {
  const { status, location, cookies } = await finish(await officer('李登记'), await begun());
  expect([status, location]).toEqual([303, `${api.url}/signed-in`]);
  const cookie = cookies.find((one) => one.startsWith('__Host-minglu='));
  const { sessions } = (await turn(`${api.url}/api/sessions`, undefined, { cookie })).body as {
    sessions: readonly { current: boolean }[];
  };
  expect(sessions.find(({ current }) => current)).toMatchObject({ method: 'certificate', assurance: 3 });
});

test('only the browser that began is signed in, once, and by a certificate alone', async () => {
  const own = await officer('李登记');
  const refused = async (turned: Promise<Turn>) => {
    const { location, cookies } = await turned;
    expect(cookies.some((one) => one.startsWith('__Host-minglu='))).toBe(false);
    return location;
  };
  // An address that somebody was sent, and one that is used a second time.
  expect(await refused(finish(own, undefined))).toBe('/sign-in?refused=sign-in-unknown');
  const cookie = await begun();
  await finish(own, cookie);
  expect(await refused(finish(own, cookie))).toBe('/sign-in?refused=sign-in-unknown');
  expect(await refused(finish(undefined, await begun()))).toBe(`${api.url}/sign-in?refused=certificate-missing`);
  const stranger = await (await TestAuthority.found('Root', FROM_MS)).issue({ name: '李登记', fromMs: FROM_MS });
  expect(await refused(finish(stranger, await begun()))).toBe(`${api.url}/sign-in?refused=certificate-refused`);
});
