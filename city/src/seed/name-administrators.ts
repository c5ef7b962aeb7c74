import { nativeSigner } from '@minglu/node';
import { base64urlEncode, type JsonObject, parsePublicJwk, type Signer, signTransaction } from '@minglu/protocol';
import { DepartmentClient, importSigner } from '@minglu/sdk';
import { introduceDepartment } from './introduce-department.ts';
import { officersOf } from './officers.ts';
import { CHAIN, PLATFORM_OFFICE } from './organisations.ts';

export interface AdministratorsGround {
  /** The platform's administrator who set the chain up. */
  readonly founder: Uint8Array;
  /** The door of the platform's own office. */
  readonly url: string;
  readonly nowMs: () => number;
  randomBytes(length: number): Uint8Array;
  /** The record's text, where there is one. */
  findRecord(key: string): Promise<string | undefined>;
  submit(jws: string): Promise<unknown>;
}

const ORG = PLATFORM_OFFICE.id;

/**
 * 三员 of the demonstration, at the start at which the ledger has none. The founder names the first of each; whoever has an
 * office names the next, as the ledger demands. Offices that somebody else has filled are left as they are.
 */
export async function nameAdministrators(ground: AdministratorsGround): Promise<void> {
  const founder = nativeSigner('ES256', ground.founder);
  const office = await introduceDepartment(ground.url, PLATFORM_OFFICE);
  const { name, endpoint, sealingJwk: sealingKey } = office;
  const known = JSON.parse((await ground.findRecord(`org/${ORG}`)) ?? '{}') as { readonly endpoint?: string };
  if (known.endpoint !== endpoint)
    await act(ground, founder, 'organisations.update', { id: ORG, name, endpoint, sealingKey });
  await register(ground, founder, office.attesterJwk);
  const named = new Map<string, Signer>();
  for (const { id, duties } of officersOf(ORG)) {
    const signer = await signerOf(ground.url, id);
    const { kid } = signer.publicKey;
    const { jwk } = office.officers.find((one) => parsePublicJwk(one.jwk).kid === kid) ?? {};
    if (jwk !== undefined) await register(ground, founder, jwk);
    for (const role of duties) {
      const isNamed = (await ground.findRecord(`role/${ORG}/${kid}/${role}`)) !== undefined;
      const by = named.get(role) ?? founder;
      if (!isNamed && (by !== founder || !(await isFilled(ground, role))))
        await act(ground, by, 'roles.grant', { org: ORG, kid, role });
      if (role !== 'administrator') named.set(role, signer);
    }
  }
}

/** An office that somebody has already, whom we do not know: the founder could not name anybody. */
async function isFilled({ findRecord }: AdministratorsGround, role: string): Promise<boolean> {
  const office = JSON.parse((await findRecord(`office/${role}`)) ?? '{}') as { readonly holders?: number };
  return (office.holders ?? 0) > 0;
}

async function register(ground: AdministratorsGround, founder: Signer, jwk: JsonObject): Promise<void> {
  if ((await ground.findRecord(`key/${parsePublicJwk(jwk).kid}`)) !== undefined) return;
  await act(ground, founder, 'keys.register', { org: ORG, jwk });
}

/** 演示: the office hands out its people's keys, as every department of the demonstration does. */
async function signerOf(url: string, person: string): Promise<Signer> {
  const door = new DepartmentClient(url);
  const { token } = await door.demoSignIn(person);
  return await importSigner(await door.demoOfficerKey(token));
}

async function act(
  { nowMs, randomBytes, submit }: AdministratorsGround,
  by: Signer,
  deed: string,
  body: JsonObject,
): Promise<void> {
  const id = base64urlEncode(randomBytes(16));
  const draft = { chain: CHAIN, id, notAfter: nowMs() + 600_000, deed, body };
  await submit(await signTransaction(draft, by, { embedKey: false }));
}
