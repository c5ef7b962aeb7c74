import { resolve } from 'node:path';
import { isJsonObject, type JsonObject, parseStrictJsonObject, publicJwk } from '@minglu/protocol';
import { readArguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { readSigningKey } from '../first-day/signing-key.ts';
import { readKey, signFounding } from '../node/founding-deeds.ts';

const TIMEOUT_MS = 15_000;

export const ceremony: Command = {
  name: 'ceremony',
  usage: 'MINGLU_SECRET=… minglu ceremony URL --key FILE',
  summary:
    '创立：凭节点显示的一次性口令，用自己的钥匙成为首位管理员 founds a node’s chain with the secret it shows, and one’s own key',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['key'] });
    const [url] = args.words;
    const file = args.find('key');
    // Not an argument: those stand in the list of processes, for every user of the machine.
    const secret = power.env.MINGLU_SECRET;
    if (url === undefined || file === undefined || secret === undefined) throw new UsageError(ceremony.usage);
    const signer = await readSigningKey(resolve(file));
    const address = `${url.replace(/\/$/, '')}/ceremony`;
    const { chain, time, recorder } = await ask(address);
    if (typeof chain !== 'string' || typeof time !== 'number') throw new CliError('ceremony-over', { url });
    const founding = { chain, time, founder: signer.publicKey, recorder: readKey(recorder, 'recorder') };
    const transactions = await signFounding(founding, signer, power.randomBytes);
    await ask(address, { secret, founder: publicJwk(signer.publicKey), founding: transactions });
    power.print(`已创立 founded: ${chain}`);
    power.print(`首位管理员 first administrator: ${signer.publicKey.kid}`);
    return 0;
  },
};

/** Throws the node's own code; `ceremony-over` where nobody holds one there. */
async function ask(address: string, body?: JsonObject): Promise<JsonObject> {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(address, { ...sent, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const said = await read(answer);
  if (answer.ok && isJsonObject(said)) return said;
  const code = said.code === 'ceremony-secret-wrong' ? said.code : undefined;
  const isMalformed = said.code === 'founding-malformed';
  throw new CliError(code ?? (isMalformed ? 'founding-malformed' : 'ceremony-over'), { url: address });
}

async function read(answer: Response): Promise<JsonObject> {
  try {
    return parseStrictJsonObject(await answer.text());
  } catch {
    return {};
  }
}
