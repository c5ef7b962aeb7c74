import { resolve } from 'node:path';
import type { Finding } from '@minglu/city';
import { type Arguments, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import type { Power } from '../power.ts';
import { bundleService } from '../service/bundle-service.ts';
import { checkService } from '../service/check-service.ts';
import { findingLines } from '../service/finding-words.ts';
import { newService } from '../service/new-service.ts';

const ID = /^[a-z][a-z0-9-]{1,62}$/;

/** For developers of departments: a service is one folder, and this is all they need beside an editor. */
export const service: Command = {
  name: 'service',
  usage:
    'minglu service new ID DIR | check DIR [--json] | bundle DIR --organ ID [--attester ID ...] [--office REGION=ID ...]',
  summary: '新建、检查、打包一项政务服务 writes, checks and bundles a government service',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['json'], options: ['organ', 'attester', 'office'] });
    const [act, ...words] = args.words;
    if (act === 'new') return await create(power, words);
    if (act === 'check') return await check(power, args, words);
    if (act === 'bundle') return await bundle(power, args, words);
    throw new UsageError(service.usage);
  },
};

async function create(power: Power, [id, directory]: readonly string[]): Promise<number> {
  if (id === undefined || directory === undefined) throw new UsageError(service.usage);
  if (!ID.test(id))
    throw new UsageError('服务编号只能用小写字母、数字和连字符 an id has small letters, digits and hyphens');
  for (const name of await newService(id, resolve(directory))) power.print(`+ ${name}`);
  power.print(`下一步 next: minglu service check ${directory}`);
  return 0;
}

async function check(power: Power, args: Arguments, [directory]: readonly string[]): Promise<number> {
  if (directory === undefined) throw new UsageError(service.usage);
  const { findings, folder, contract } = await checkService(resolve(directory));
  if (args.has('json')) {
    power.print(JSON.stringify({ ok: findings.length === 0, findings }));
    return findings.length === 0 ? 0 : 1;
  }
  for (const finding of findings) for (const line of findingLines(finding)) power.print(line);
  if (findings.length > 0) {
    power.print(`${findings.length} 处需要修改 to put right`);
    return 1;
  }
  power.print(
    `✓ ${folder?.manifest.id} ${folder?.manifest.version}: 样例 2 个，故事 ${folder?.story.steps.length} 步 2 fixtures, ${folder?.story.steps.length} steps of the story`,
  );
  power.print(`✓ 合约 contract ${contract?.hash}`);
  return 0;
}

async function bundle(power: Power, args: Arguments, [directory]: readonly string[]): Promise<number> {
  const organ = args.find('organ');
  if (directory === undefined || organ === undefined) throw new UsageError(service.usage);
  const offices = args.all('office').map(officeOf);
  const { findings, folder, contract } = await checkService(resolve(directory));
  for (const finding of findings) for (const line of findingLines(finding)) power.print(line);
  if (findings.length > 0) return 1;
  const unheard = folder?.manifest.facts.filter(({ attester }) => !args.all('attester').includes(attester ?? '')) ?? [];
  for (const { name, attester = '' } of unheard) {
    const facts = { fact: name, attester };
    const finding: Finding = { code: 'fact-unattested', file: 'service.json', at: 'facts', facts };
    for (const line of findingLines(finding)) power.print(line);
  }
  if (unheard.length > 0) return 1;
  const by = { organ, attesters: args.all('attester'), ...(offices.length === 0 ? {} : { offices }) };
  const { hash, files } = await bundleService(resolve(directory), { findings, folder, contract }, by);
  for (const file of files) power.print(`+ ${file}`);
  power.print(`合约 contract ${hash}`);
  power.print('register.json 由部门签署后登记 register.json is what the department signs: services.register');
  return 0;
}

/** `REGION=ID`: the office of that district. */
function officeOf(text: string): { readonly region: string; readonly organ: string } {
  const [, region = '', organ = ''] = /^([1-9][0-9]{5})=([a-z][a-z0-9-]{1,62})$/.exec(text) ?? [];
  if (region === '') throw new UsageError('--office 写作 六位区划代码=部门编号 is a region of six digits, =, an organ');
  return { region, organ };
}
