import { CHAIN } from '@minglu/city';
import {
  base64urlEncode,
  type JsonObject,
  publicJwk,
  type Signer,
  sha256,
  signerFromSecret,
  utf8Encode,
} from '@minglu/protocol';
import { submit } from '@minglu/sdk';
import type { Town } from '../town.ts';

const SOURCE = { notice: '演示通知〔2026〕1号', date: '2026-06-01', url: 'https://notice.example/1' };

/** A division's notice of one more day off, entered by two editors: what a story's clocks are then counted again by. */
export async function enterNotice(town: Town, region: string, dayOff: string): Promise<void> {
  const [editor, checker] = await Promise.all(['editor', 'checker'].map((name) => editorOf(town, `${name} ${dayOff}`)));
  if (editor === undefined || checker === undefined) throw new RangeError('no editors');
  const year = Number(dayOff.slice(0, 4));
  const proposal = base64urlEncode(sha256(utf8Encode(`notice ${dayOff}`)).slice(0, 16));
  const body = { region, year, off: [dayOff], worked: [], source: SOURCE };
  await act(town, editor, { deed: 'calendars.propose', id: proposal, body });
  const id = base64urlEncode(sha256(utf8Encode(`confirmed ${dayOff}`)).slice(0, 16));
  await act(town, checker, { deed: 'calendars.confirm', id, body: { region, year, proposal } });
}

async function editorOf(town: Town, name: string): Promise<Signer> {
  const signer = signerFromSecret('ES256', sha256(utf8Encode(`calendar editor ${name}`)));
  await town.founder('keys.register', { org: 'platform', jwk: publicJwk(signer.publicKey) });
  const role = { org: 'platform', kid: signer.publicKey.kid, role: 'calendar-editor' };
  await town.founder('roles.grant', role);
  return signer;
}

interface Act {
  readonly deed: string;
  readonly id: string;
  readonly body: JsonObject;
}

async function act(town: Town, signer: Signer, { deed, id, body }: Act): Promise<void> {
  const draft = { chain: CHAIN, deed, id, body, notAfter: town.nowMs() + 600_000, embedKey: false };
  const { outcome } = await submit(town.client, draft, signer);
  if ('refused' in outcome && outcome.refused !== undefined) throw new RangeError(String(outcome.refused));
}
