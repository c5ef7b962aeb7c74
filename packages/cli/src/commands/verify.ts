import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkSignaturePure, isPdf, ProtocolError, parseTrustFile, type Trust } from '@minglu/protocol';
import { WitnessError } from '@minglu/witness';
import { readArguments, UsageError } from '../arguments.ts';
import { checkDocument, checkFile, type FileReport } from '../check-file.ts';
import type { Command } from '../command.ts';

/** Without network: the file, the trust file, and what this program computes. */
export const verify: Command = {
  name: 'verify',
  usage: 'minglu verify FILE [--trust TRUST-FILE] [--proof PROOF-FILE] [--json]',
  summary:
    '离线核验文书、回执、执照、证明、证据、导出 checks a sealed document, receipt, licence, proof, evidence or export, offline',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['json'], options: ['trust', 'proof'] });
    const [path] = args.words;
    if (path === undefined) throw new UsageError(verify.usage);
    const bytes = await readBytes(path);
    const trust = await readTrust(args.find('trust') ?? join(dirname(path), 'trust.json'));
    try {
      const report = await checkAny(bytes, trust, { path, proof: args.find('proof'), nowMs: power.clock() });
      if (args.has('json')) power.print(JSON.stringify({ verified: true, kind: report.kind, ...report.facts }));
      else {
        for (const [label, value] of report.rows) power.print(`${label}: ${value}`);
        power.print(`信任文件指纹 trust file: ${trust.fingerprint}`);
        power.print('核验通过：每一部分都已核对 verified: every part was checked');
      }
      return 0;
    } catch (error) {
      if (!(error instanceof ProtocolError) && !(error instanceof WitnessError)) throw error;
      const { code, facts } = error;
      if (args.has('json')) power.print(JSON.stringify({ verified: false, code, facts }));
      else power.print(`核验未通过 NOT verified: ${code} ${JSON.stringify(facts)}`);
      return 1;
    }
  },
};

interface Place {
  readonly path: string;
  /** Of the ledger's proof for a document; beside the file where it is left out. */
  readonly proof: string | undefined;
  readonly nowMs: number;
}

async function checkAny(bytes: Uint8Array, trust: Trust, { path, proof, nowMs }: Place): Promise<FileReport> {
  const options = { trust, checkSignature: checkSignaturePure, nowMs };
  if (!isPdf(bytes)) return await checkFile(new TextDecoder().decode(bytes), options);
  const beside = await readFile(`${path}.proof.json`, 'utf8').catch(() => undefined);
  const text = proof === undefined ? beside : await readText(proof);
  return await checkDocument(bytes, text?.trimEnd(), options);
}

async function readTrust(path: string): Promise<Trust> {
  const text = await readText(path);
  try {
    return await parseTrustFile(text.trimEnd());
  } catch (error) {
    const code = error instanceof ProtocolError ? error.code : 'unreadable';
    throw new UsageError(`信任文件无效 not a trust file: ${path} (${code})`);
  }
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(`读不到 cannot read ${path}`);
  }
}
