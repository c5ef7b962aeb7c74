import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Arguments, readArguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { mustAct, type NodeDesk, openNodeDesk } from '../first-day/node-desk.ts';
import { readPlan, undoPlan, writePlan } from '../first-day/organisation-plan-file.ts';
import { parseOrganisations } from '../first-day/parse-organisations.ts';
import { type OrganisationPlan, planOrganisations } from '../first-day/plan-organisations.ts';
import { readSigningKey } from '../first-day/signing-key.ts';
import type { Power } from '../power.ts';

export const organisations: Command = {
  name: 'organisations',
  usage: 'minglu organisations preview FILE --url URL --plan PLAN | commit PLAN --url URL --key FILE | undo PLAN',
  summary:
    '导入机关（CSV 或 JSON）：先预览，再登记；登记前可撤销 imports organisations: looked at first, then registered; undone before',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['url', 'plan', 'key'] });
    const [verb, file] = args.words;
    if (file === undefined) throw new UsageError(organisations.usage);
    if (verb === 'preview') return await preview(file, args, power);
    if (verb === 'commit') return await commit(file, args, power);
    if (verb !== 'undo') throw new UsageError(organisations.usage);
    await undoPlan(resolve(file));
    power.print(`- ${file}：什么也没有登记 nothing was registered`);
    return 0;
  },
};

async function preview(file: string, args: Arguments, power: Power): Promise<number> {
  const target = args.find('plan');
  if (target === undefined) throw new UsageError(organisations.usage);
  const text = await readFile(resolve(file), 'utf8').catch(() => {
    throw new CliError('file-missing', { file });
  });
  const drafts = parseOrganisations(text);
  if ('fault' in drafts) {
    power.warn(`✗ ${file}: ${drafts.fault} (row=${drafts.row})`);
    return 1;
  }
  const desk = await openNodeDesk(args, power, organisations.usage);
  const plan = await planOrganisations(drafts, desk.findRecord);
  for (const line of linesOf(plan)) power.print(line);
  if (plan.findings.length > 0) {
    power.print(`${plan.findings.length} 处需要修改，没有写计划 to put right; no plan was written`);
    return 1;
  }
  await writePlan(resolve(target), { chain: desk.chain, register: plan.register, isCommitted: false });
  power.print(`将登记 ${plan.register.length} 个，计划在 would be registered, the plan is ${target}`);
  return 0;
}

function linesOf({ register, known, differing, findings }: OrganisationPlan): string[] {
  return [
    ...register.map(({ id, name, kind, parent }) => {
      const under = parent === undefined ? '' : `  ← ${String(parent)}`;
      return `+ ${String(id)}  ${String(name)}  ${String(kind)}${under}`;
    }),
    ...known.map((id) => `= ${id}`),
    ...differing.map((id) => `~ ${id}  账本上不同，不改 differs on the ledger, left as it is`),
    ...findings.map(({ row, code, value }) => `✗ 第 ${row} 行 row ${row}  ${code} (${value})`),
  ];
}

async function commit(file: string, args: Arguments, power: Power): Promise<number> {
  const keyFile = args.find('key');
  if (keyFile === undefined) throw new UsageError(organisations.usage);
  const path = resolve(file);
  const plan = await readPlan(path);
  if (plan.isCommitted) throw new CliError('plan-committed', { file });
  const signer = await readSigningKey(resolve(keyFile));
  const desk = await openNodeDesk(args, power, organisations.usage);
  if (desk.chain !== plan.chain) throw new CliError('plan-of-another-chain', { chain: plan.chain });
  for (const body of plan.register) {
    if (await isThere(desk, String(body.id))) continue;
    await mustAct(desk, { name: 'organisations.register', body, about: String(body.id) }, signer);
  }
  await writePlan(path, { ...plan, isCommitted: true });
  power.print(`已登记 registered: ${plan.register.length}`);
  return 0;
}

/** A commit that stopped half way goes on where it stopped. */
async function isThere(desk: NodeDesk, id: string): Promise<boolean> {
  return (await desk.findRecord(`org/${id}`)) !== undefined;
}
