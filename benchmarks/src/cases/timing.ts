import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeSigner } from '@minglu/node';
import {
  base64urlEncode,
  formatStrictJson,
  type JsonObject,
  normalizeLowS,
  publicJwk,
  type Signer,
  utf8Encode,
} from '@minglu/protocol';
import { openVictimPlatform } from '../faults/open-victim-platform.ts';
import { readSubmissions } from '../faults/read-submissions.ts';
import { SubmissionFiles } from '../load/submission-files.ts';
import { benchSigner } from '../platform/bench-identity.ts';
import { figure, type Row } from '../report/row.ts';
import { welch } from '../report/welch.ts';

const PAIRS = 10_000;
const WARM_UP = 500;
const BAR = 4.5;
/** Whose key the ledger knows. */
const FOUNDER = benchSigner('ES256', 'founder');

/** Two questions that must not be told apart by how long their answers take; `one` and `other` make the next of each. */
interface Pair {
  readonly name: string;
  one(): Promise<Asked>;
  other(): Promise<Asked>;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asked in turn, each pair in an order that is drawn, over one connection: a stranger's best chance. */
export async function timing(pairs = PAIRS): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-timing-'));
  try {
    const path = await new SubmissionFiles(directory).write(1);
    const platform = await openVictimPlatform(join(directory, 'platform'));
    const [submission] = readSubmissions(path);
    if (submission === undefined) throw new TypeError('no submission');
    await platform.node.submit(submission.jws, submission.sidecar);
    const rows: Row[] = [];
    for (const pair of await pairsOf(platform.url, submission.id))
      rows.push(...(await measure(platform.url, pair, pairs)));
    await platform.close();
    return rows;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(url: string, pair: Pair, pairs: number): Promise<Row[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const us: [number[], number[]] = [[], []];
  const answers = new Set<string>();
  for (let at = 0; at < pairs + WARM_UP; at += 1) {
    const asked = [await pair.one(), await pair.other()] as const;
    const order = (randomBytes(1)[0] ?? 0) % 2 === 0 ? [0, 1] : [1, 0];
    for (const which of order as (0 | 1)[]) {
      const startedAt = performance.now();
      const answer = await ask(agent, url, asked[which]);
      const tookUs = (performance.now() - startedAt) * 1_000;
      if (at < WARM_UP) continue;
      us[which].push(tookUs);
      answers.add(answer);
    }
  }
  agent.destroy();
  const { t, means } = welch(us[0], us[1]);
  return [
    figure(`${pair.name}: pairs`, pairs, ''),
    figure(`${pair.name}: mean of each`, means.map((one) => one.toFixed(1)).join(' / '), 'µs'),
    { name: `${pair.name}: different answers`, value: answers.size, unit: '', bar: '1', holds: answers.size === 1 },
    {
      name: `${pair.name}: Welch |t|`,
      value: Number(Math.abs(t).toFixed(2)),
      unit: '',
      bar: `< ${BAR}`,
      holds: Math.abs(t) < BAR,
    },
  ];
}

/** Status and code: the rest is a number of the request. */
function ask(agent: Agent, url: string, { method, path, headers, body }: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        const { code } = JSON.parse(text) as { readonly code?: string };
        resolve(`${answer.statusCode} ${code}`);
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function pairsOf(url: string, known: string): Promise<readonly Pair[]> {
  const stranger = nativeSigner('ES256', randomBytes(32));
  const session = await signIn(url, stranger, true);
  const headers = { authorization: `Bearer ${session}` };
  const papers = (id: string): Asked => ({ method: 'GET', path: `/api/cases/${id}/papers/${known}`, headers });
  const victim = await registeredKid(url);
  const proof = async (kid: string): Promise<Asked> => ({
    ...{ method: 'POST', path: '/api/sessions', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ jws: await proofBy(url, stranger, { kid }) }),
  });
  return [
    {
      name: 'a hidden case and none',
      one: async () => papers(known),
      other: async () => papers(base64urlEncode(randomBytes(16))),
    },
    {
      name: 'a wrong signature and an unknown key',
      one: () => proof(victim),
      other: () => proof(base64urlEncode(randomBytes(32))),
    },
    {
      name: 'a system’s wrong assertion and an unknown system',
      one: () => assertionBy(url, stranger, victim),
      other: () => assertionBy(url, stranger, base64urlEncode(randomBytes(32))),
    },
  ];
}

/** private_key_jwt in the name of `kid`, whoever signs it. */
async function assertionBy(url: string, signer: Signer, kid: string): Promise<Asked> {
  const part = (claims: JsonObject) => base64urlEncode(utf8Encode(formatStrictJson(claims)));
  const exp = Math.floor(Date.now() / 1_000) + 60;
  const jti = base64urlEncode(randomBytes(16));
  const input = `${part({ alg: 'ES256', kid })}.${part({ iss: kid, sub: kid, aud: `${url}/api/token`, exp, jti })}`;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${input}.${base64urlEncode(normalizeLowS(await signer.sign(utf8Encode(input))))}`,
  });
  return {
    ...{ method: 'POST', path: '/api/token', body: body.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

async function registeredKid(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/state?key=${encodeURIComponent(`key/${FOUNDER.publicKey.kid}`)}`);
  const { value } = (await answer.json()) as { readonly value: string | null };
  if (value === null) throw new TypeError('the victim has no founder of that name');
  return FOUNDER.publicKey.kid;
}

async function signIn(url: string, signer: Signer, embedKey: boolean): Promise<string> {
  const jws = await proofBy(
    url,
    signer,
    embedKey ? { jwk: publicJwk(signer.publicKey) } : { kid: signer.publicKey.kid },
  );
  const answer = await fetch(`${url}/api/sessions`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jws }) },
  });
  return ((await answer.json()) as { readonly token: string }).token;
}

async function proofBy(url: string, signer: Signer, named: JsonObject): Promise<string> {
  const answer = await fetch(`${url}/api/sessions/challenge`, { method: 'POST' });
  const { chain, challenge } = (await answer.json()) as { readonly chain: string; readonly challenge: string };
  const part = (text: string) => base64urlEncode(utf8Encode(text));
  const head = part(formatStrictJson({ alg: 'ES256', typ: 'minglu-session+v0', ...named }));
  const input = `${head}.${part(formatStrictJson({ chain, challenge }))}`;
  return `${input}.${base64urlEncode(normalizeLowS(await signer.sign(utf8Encode(input))))}`;
}
