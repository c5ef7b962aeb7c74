import { readFile, rm, writeFile } from 'node:fs/promises';
import { formatStrictJson, isJsonObject, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { CliError } from '../cli-error.ts';

/** What somebody looked at and may still undo: the deeds of an import, not yet done. */
export interface OrganisationPlanFile {
  readonly chain: string;
  readonly register: readonly JsonObject[];
  readonly isCommitted: boolean;
}

const MAX_LENGTH = 8_388_608;

export async function writePlan(path: string, { chain, register, isCommitted }: OrganisationPlanFile): Promise<void> {
  const plan = { v: 0, type: 'minglu-organisations-plan', chain, register: [...register], committed: isCommitted };
  await writeFile(path, `${formatStrictJson(plan)}\n`, { mode: 0o600 });
}

/** Throws `file-missing`, `plan-malformed`. */
export async function readPlan(path: string): Promise<OrganisationPlanFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliError('file-missing', { file: path });
  });
  try {
    const { v, type, chain, register, committed } = parseStrictJsonObject(text.trim(), MAX_LENGTH);
    const isOurs = v === 0 && type === 'minglu-organisations-plan' && typeof chain === 'string';
    if (isOurs && Array.isArray(register) && register.every(isJsonObject) && typeof committed === 'boolean')
      return { chain, register, isCommitted: committed };
  } catch {
    // falls through: what cannot be read is no plan
  }
  throw new CliError('plan-malformed', { file: path });
}

/** Before anything was done there is nothing to take back but the plan; after, the ledger forgets nothing. Throws `plan-committed`. */
export async function undoPlan(path: string): Promise<void> {
  if ((await readPlan(path)).isCommitted) throw new CliError('plan-committed', { file: path });
  await rm(path);
}
