// Opens a platform whose derived stores may be damaged, asks it what it was asked before, and prints one answer a line.
// A process of its own: a damaged page of LMDB may kill whoever reads it.
import { writeSync } from 'node:fs';
import type { Platform } from '@minglu/city';
import { nativeHash } from '@minglu/node';
import { base64urlEncode, parseCheckpoint, parseStateProof, verifyStateProof } from '@minglu/protocol';
import { openVictimPlatform } from '../open-victim-platform.ts';
import type { Questions } from './flip-derived.ts';

const { home, keys, ids, routes } = JSON.parse(process.argv[2] ?? '{}') as Questions & { home: string };
const say = (line: string): void => void writeSync(1, `${line}\n`);

const platform = await openVictimPlatform(home);
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
  say(`head ${size} ${base64urlEncode(root)}`);
  for (const key of keys) {
    const { value, proof, stateRoot } = node.read(key);
    const claim = { root: stateRoot, key, value: value ?? null, proof: parseStateProof(proof) };
    say(`${key} ${value} ${verifyStateProof(claim, nativeHash)} ${base64urlEncode(stateRoot)}`);
  }
  for (const id of ids) {
    const found = await node.find(id);
    say(`${id} ${found?.index} ${found?.height} ${JSON.stringify(found?.outcome)}`);
  }
  // A read model that is being made again answers with the height it has come to; what it says at the end is compared.
  for (;;) {
    const health = (await (await fetch(`${url}/healthz`)).json()) as { readModel: { lag: number } };
    if (health.readModel.lag === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const route of routes) {
    const answer = await fetch(`${url}${route}`);
    say(`${route} ${answer.status} ${await answer.text()}`);
  }
}
