import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ClusterPlan, memberFolder, memberOrdering, openClusterPlan } from '@minglu/cometbft';
import { diskFileSystem, type LedgerNode, type NodeOptions } from '@minglu/node';
import { formatVkey, signerFromSecret, vkeyOf } from '@minglu/protocol';
import { Child } from '../children/child.ts';
import { CHAIN, DEPARTMENTS } from '../seed/organisations.ts';
import { freePort } from '../setup/choose-ports.ts';
import { openCityKeys } from '../setup/city-keys.ts';
import type { CityRecord } from '../setup/city-record.ts';
import type { Preparation } from '../setup/prepare-city.ts';
import type { ClusterRequest, MemberView } from './cluster-request.ts';

export interface OtherMembers {
  members(): readonly Pick<Child, 'name' | 'state' | 'pid'>[];
  close(): Promise<void>;
}

export interface CityCluster {
  /** How the city's own node orders and signs, as the first of the members. */
  readonly member: Required<Pick<NodeOptions, 'sequencer' | 'cluster'>>;
  /** The other members, a process each; the first one is the city's own node, with the portal over it. */
  startOthers(own: LedgerNode): Promise<OtherMembers>;
}

const MEMBERS = 4;
const FIRST_PEER_PORT = 7490;
const FIRST_LINES_PORT = 7480;
const READY_TIMEOUT_MS = 60_000;
const LOOK_MS = 1_000;

/** Four departments' nodes on this machine, where that is asked for; undefined where this process orders alone. */
export async function openCityCluster(
  { options, layout, logKey }: Preparation,
  record: CityRecord,
  founding: readonly string[],
): Promise<CityCluster | undefined> {
  const { cluster } = options;
  if (cluster === undefined) return undefined;
  const directory = layout.folder('cluster');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const plan = await openClusterPlan(directory, {
    chain: CHAIN,
    genesisMs: record.foundedAt + 1,
    members: await Promise.all(
      DEPARTMENTS.slice(0, MEMBERS).map(async ({ name }, at) => ({
        name,
        logKey: at === 0 ? logKey : await memberKey(memberFolder(directory, at), options.randomBytes),
      })),
    ),
    findAddresses,
  });
  if (!record.founded) await writeFile(join(directory, 'founding.jsonl'), `${founding.join('\n')}\n`);
  const { engine: _, ...member } = memberOrdering({
    directory,
    plan,
    at: 0,
    binary: cluster.binary,
    fileSystem: diskFileSystem,
  });
  return {
    member,
    startOthers: (own) => startOthers({ directory, plan, request: cluster, own, env: options.env }),
  };
}

/** Block 0 as the first member founded it, for the others. */
export async function readFounding(directory: string): Promise<string[]> {
  const text = await readFile(join(directory, 'founding.jsonl'), 'utf8');
  return text.split('\n').filter(Boolean);
}

/** The log's key of a member on this machine; its process finds it where this made it. */
async function memberKey(folder: string, randomBytes: (length: number) => Uint8Array): Promise<string> {
  const { log } = await openCityKeys(folder, randomBytes);
  return formatVkey(vkeyOf(CHAIN, 'log', signerFromSecret('Ed25519', log).publicKey));
}

/** At the usual ports, or at any free ones. */
async function findAddresses(): Promise<{ peer: string; lines: string }[]> {
  const host = '127.0.0.1';
  const found: { peer: string; lines: string }[] = [];
  for (let at = 0; at < MEMBERS; at++) {
    const peer = `${host}:${await freePort(FIRST_PEER_PORT + at, host)}`;
    found.push({ peer, lines: `${host}:${await freePort(FIRST_LINES_PORT + at, host)}` });
  }
  return found;
}

interface OthersParts {
  readonly directory: string;
  readonly plan: ClusterPlan;
  readonly request: ClusterRequest;
  readonly own: LedgerNode;
  readonly env: NodeJS.ProcessEnv;
}

async function startOthers({ directory, plan, request, own, env }: OthersParts): Promise<OtherMembers> {
  const views: MemberView[] = plan.members.map(({ name, peer }) => ({
    name,
    peer,
    state: 'starting',
    height: 0,
    root: '',
  }));
  let isClosing = false;
  const change = (at: number, said: Partial<MemberView>) => {
    views[at] = { ...(views[at] as MemberView), ...said };
    if (!isClosing) request.show(views);
  };
  const children = plan.members
    .slice(1)
    .map((_, index) => memberChild({ directory, at: index + 1, request, env, change }));
  const looking = setInterval(() => change(0, viewOf(own)), LOOK_MS);
  const close = async () => {
    isClosing = true;
    clearInterval(looking);
    await Promise.all(children.map((child) => child.stop()));
  };
  try {
    await Promise.all(children.map((child) => child.start()));
  } catch (error) {
    await close();
    throw error;
  }
  return { members: () => children, close };
}

interface MemberParts {
  readonly directory: string;
  readonly at: number;
  readonly request: ClusterRequest;
  readonly env: NodeJS.ProcessEnv;
  readonly change: (at: number, said: Partial<MemberView>) => void;
}

function memberChild({ directory, at, request, env, change }: MemberParts): Child {
  return new Child({
    name: `member-${at}`,
    program: resolve(import.meta.dirname, 'member-main.ts'),
    args: [directory, String(at), request.binary],
    env,
    logFile: join(directory, String(at), 'member.log'),
    readyTimeoutMs: READY_TIMEOUT_MS,
    onChange: (state) => change(at, { state }),
    onReady: ({ height = '0', root = '' }) => change(at, { height: Number(height), root }),
  });
}

/** What a node shows of itself. */
export function viewOf(node: LedgerNode): Pick<MemberView, 'state' | 'height' | 'root'> {
  const { state, height, halted } = node.status();
  return {
    state: halted?.code ?? (state === 'open' ? 'running' : state),
    height,
    root: node.checkpoint().split('\n')[2] ?? '',
  };
}
