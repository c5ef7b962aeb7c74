// Opens a platform whose derived stores may be damaged, asks it what it was asked before, and prints one answer a line.
// A process of its own: a damaged page of LMDB may kill whoever reads it.
import type { Platform } from '@minglu/city';
import { nativeHash } from '@minglu/node';
import { base64urlEncode, parseCheckpoint, parseStateProof, verifyStateProof } from '@minglu/protocol';
import { openVictimPlatform } from '../open-victim-platform.ts';
import { sayLine } from '../say-line.ts';
import type { Questions } from './flip-derived.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as Questions & { home: string; nowMs: number };
const { home, keys, ids, routes } = order;

const platform = await openVictimPlatform(
  home,
  () => undefined,
  () => order.nowMs,
);
try {
  await ask(platform);
  await platform.close();
  process.exit(0);
} catch (error) {
  console.error(error);
  // Damage was seen: the node halts and closes as it does for its operator, and the next start mends.
  await platform.close();
  process.exit(1);
}

async function ask({ node, url }: Platform): Promise<void> {
  const { size, root } = parseCheckpoint(node.checkpoint());
  sayLine(`head ${size} ${base64urlEncode(root)}`);
  for (const key of keys) {
    const { value, proof, stateRoot } = node.read(key);
    const claim = { root: stateRoot, key, value: value ?? null, proof: parseStateProof(proof) };
    sayLine(`${key} ${value} ${verifyStateProof(claim, nativeHash)} ${base64urlEncode(stateRoot)}`);
  }
  for (const id of ids) {
    const found = await node.find(id);
    sayLine(`${id} ${found?.index} ${found?.height} ${JSON.stringify(found?.outcome)}`);
  }
  // A read model that is being made again answers with the height it has come to; what it says at the end is compared.
  for (;;) {
    const health = (await (await fetch(`${url}/healthz`)).json()) as { readModel: { lag: number } };
    if (health.readModel.lag === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const route of routes) {
    const answer = await fetch(`${url}${route}`);
    sayLine(`${route} ${answer.status} ${await answer.text()}`);
  }
}
