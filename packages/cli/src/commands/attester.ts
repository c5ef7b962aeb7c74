import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { type AttesterKey, openAttesterKey } from '@minglu/department';
import { isJsonObject, type JsonObject, publicJwk, type Signer } from '@minglu/protocol';
import { type Arguments, readArguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { mustAct, type NodeDesk, openNodeDesk } from '../first-day/node-desk.ts';
import { readSigningKey } from '../first-day/signing-key.ts';
import { organsOf } from '../organs-of.ts';
import type { Power } from '../power.ts';
import { numberOf, readConfiguration, textOf } from '../read-configuration.ts';

/** What a department's process is on the ledger: it attests, and says how far its own trail is. */
const ROLES = ['attester', 'recorder'] as const;
const KNOCK_MS = 1_000;

export const attester: Command = {
  name: 'attester',
  usage: `minglu attester show DIR [--organ ID]
  minglu attester rotate DIR [--organ ID] [--url URL]
  minglu attester replace DIR --key ADMINISTRATOR [--organ ID] [--url URL]`,
  summary:
    '部门证明用的钥匙：更换；丢失或泄露时由管理员换发 a department’s attesting key: rotated by itself, or replaced by an administrator when it is lost',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['organ', 'url', 'key'] });
    const [verb = '', directory] = args.words;
    const acts = { show, rotate, replace };
    const act = Object.hasOwn(acts, verb) ? acts[verb as keyof typeof acts] : undefined;
    if (act === undefined || directory === undefined) throw new UsageError(attester.usage);
    return await act(await openOrgan(resolve(directory), args, power), args, power);
  },
};

interface OrganKey {
  /** The organisation's id. */
  readonly org: string;
  /** As its folder's configuration says. */
  readonly chain: string;
  readonly url: string | undefined;
  readonly host: string;
  /** 0 where only the process knows it. */
  readonly port: number;
  readonly key: AttesterKey;
}

async function openOrgan(directory: string, args: Arguments, power: Power): Promise<OrganKey> {
  const configuration = await readConfiguration(directory);
  const organs = organsOf(configuration);
  const wanted = args.find('organ');
  const organ = wanted === undefined ? organs[0] : organs.find((one) => one.configuration.id === wanted);
  if (organ === undefined || (wanted === undefined && organs.length > 1)) throw new UsageError(attester.usage);
  const { randomBytes } = power;
  return {
    org: textOf(organ.configuration, 'id'),
    chain: textOf(configuration, 'chain'),
    url: platformUrl(configuration),
    host: String(configuration.host ?? '127.0.0.1'),
    port: numberOf(organ.configuration, 'port', 0),
    key: await openAttesterKey({ directory: join(directory, organ.folder), randomBytes }),
  };
}

function platformUrl({ platform }: JsonObject): string | undefined {
  return isJsonObject(platform) && typeof platform.url === 'string' ? platform.url : undefined;
}

async function show({ org, key }: OrganKey, _args: Arguments, power: Power): Promise<number> {
  power.print(`${org} 证明钥匙 attesting key: ${key.current.publicKey.kid}`);
  for (const kid of key.before) power.print(`· 以前的 before: ${kid}`);
  return 0;
}

/** Signed by the key that goes. Broken off anywhere, the same command goes on from there. */
async function rotate(organ: OrganKey, args: Arguments, power: Power): Promise<number> {
  const desk = await openDesk(organ, args, power);
  const former = organ.key.current;
  const next = await organ.key.next();
  if (!(await isRegistered(desk, organ, next))) {
    const deed = { name: 'keys.rotate', body: { jwk: publicJwk(next.publicKey) }, about: former.publicKey.kid };
    await mustAct(desk, deed, former);
  }
  return await takeUp(organ, desk, power);
}

/** Lost, or in other hands: nothing is signed with it any more. An administrator revokes it and registers the one that follows. */
async function replace(organ: OrganKey, args: Arguments, power: Power): Promise<number> {
  const path = args.find('key');
  if (path === undefined) throw new UsageError(attester.usage);
  const administrator = await readSigningKey(resolve(path));
  const desk = await openDesk(organ, args, power);
  const { org } = organ;
  const former = organ.key.current.publicKey.kid;
  // First: whoever has it signs nothing after this block.
  if ((await statusOf(desk, former)) === 'active')
    await mustAct(desk, { name: 'keys.revoke', body: { kid: former }, about: former }, administrator);
  const next = await organ.key.next();
  const { kid } = next.publicKey;
  if (!(await isRegistered(desk, organ, next))) {
    const body = { org, jwk: publicJwk(next.publicKey), replaces: former };
    await mustAct(desk, { name: 'keys.register', body, about: kid }, administrator);
  }
  for (const role of ROLES) {
    if ((await desk.findRecord(`role/${org}/${kid}/${role}`)) !== undefined) continue;
    await mustAct(desk, { name: 'roles.grant', body: { org, kid, role }, about: kid }, administrator);
  }
  return await takeUp(organ, desk, power);
}

/** The platform, after a look that the process stands still: it would go on signing with the key that is gone. */
async function openDesk(organ: OrganKey, args: Arguments, power: Power): Promise<NodeDesk> {
  const { org, chain, url, host, port } = organ;
  if (port !== 0 && (await answers(host === '0.0.0.0' ? '127.0.0.1' : host, port)))
    throw new CliError('department-running', { organ: org, port });
  const desk = await openNodeDesk(
    { ...args, find: (name) => args.find(name) ?? (name === 'url' ? url : undefined) },
    power,
    attester.usage,
  );
  if (desk.chain !== chain) throw new CliError('department-of-another-chain', { chain: desk.chain });
  return desk;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: KNOCK_MS });
    const end = (is: boolean) => {
      socket.destroy();
      done(is);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** Whether the ledger knows it as this organisation's: then it was done before, and only the folder did not hear of it. */
async function isRegistered(desk: NodeDesk, { org }: OrganKey, { publicKey }: Signer): Promise<boolean> {
  const record = await recordOf(desk, publicKey.kid);
  return record?.org === org && record.status === 'active';
}

async function statusOf(desk: NodeDesk, kid: string): Promise<unknown> {
  return (await recordOf(desk, kid))?.status;
}

async function recordOf(desk: NodeDesk, kid: string): Promise<{ org?: unknown; status?: unknown } | undefined> {
  const text = await desk.findRecord(`key/${kid}`);
  return text === undefined ? undefined : (JSON.parse(text) as { org?: unknown; status?: unknown });
}

/** The folder has it from here on, and what the ledger says of it is shown. */
async function takeUp({ org, key }: OrganKey, desk: NodeDesk, power: Power): Promise<number> {
  const former = key.current.publicKey.kid;
  await key.take();
  const { kid } = key.current.publicKey;
  power.print(`${org} 证明钥匙已更换 attesting key changed: ${former} → ${kid}`);
  for (const role of ROLES) {
    const has = (await desk.findRecord(`role/${org}/${kid}/${role}`)) !== undefined;
    power.print(`${has ? '+' : '·'} ${role}${has ? '' : ' 没有 is lacking'}`);
  }
  power.print('现在启动部门进程 start the department’s process now: minglu department');
  return 0;
}
