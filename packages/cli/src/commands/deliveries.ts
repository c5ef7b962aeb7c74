import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readUndelivered, type Undelivered } from '@minglu/department';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';

/** What the operator can do about it; the rest is the officer's, who has the address and the words on the case's page. */
const REMEDIES: readonly (readonly [test: RegExp, remedy: string])[] = [
  [
    /^(unreachable|timeout|(smtp-4|gateway-5)\d\d)$/,
    '连不上或对方忙：查网络、端口和服务商状态 cannot be reached, or busy: look at network, port and provider',
  ],
  [
    /^tls-refused$/,
    '没有加密通道：查证书与 messages.json 的 tls、ca no TLS: look at the certificate, and tls and ca in messages.json',
  ],
  [
    /^(login-refused|smtp-53\d|gateway-40[13])$/,
    '帐号被拒：查 messages.json 的 user、password、secret refused to sign in: look at user, password, secret',
  ],
  [
    /^(answer-lost|interrupted)$/,
    '不知是否送达，不会自动重发：请经办人电话核实 nobody knows, and it is not sent again: the officer asks by phone',
  ],
  [
    /^(smtp-5|gateway-)/,
    '对方拒收：请经办人核对地址，改用电话或邮寄送达 refused for good: the officer checks the address, and serves by phone or post',
  ],
];
const OTHERWISE =
  '请经办人电话或邮寄送达；消息一直在“我的消息”里 the officer serves by phone or post; the message stands in 我的消息';

/** Reads files only: it may run beside the department. */
export const deliveries: Command = {
  name: 'deliveries',
  usage: 'minglu deliveries DIR [--json]',
  summary: '没有送达的邮件和短信，和该怎么办 e-mail and SMS that did not arrive, and what to do',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['json'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(deliveries.usage);
    let count = 0;
    for (const folder of await foldersOf(directory)) {
      for (const one of await readUndelivered(join(directory, folder), power.clock())) {
        count += 1;
        power.print(args.has('json') ? JSON.stringify(row(one, folder)) : words(one, folder));
      }
    }
    if (!args.has('json'))
      power.print(count === 0 ? '都已送达，或在等待 nothing failed' : `${count} 条要处理 to look after`);
    return count === 0 ? 0 : 1;
  },
};

/** A process may serve several organs, each in a folder of its own. */
async function foldersOf(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => {
    throw new UsageError(`读不到 cannot read ${directory}`);
  });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.includes('messages') ? [''] : names.sort();
}

function row({ delivery, message, isLate }: Undelivered, folder: string) {
  const { channel, state, at, attempts, code } = delivery;
  return { organ: folder, case: message.case, kind: message.kind, channel, state, isLate, code, attempts, at };
}

function words(one: Undelivered, folder: string): string {
  const { delivery, message } = one;
  const { channel, state, attempts, at, code = '' } = delivery;
  const when = new Date(at).toISOString();
  const place = folder === '' ? '' : `${folder} `;
  return `${place}${message.case} ${message.kind} ${channel}: ${state} ${code} ×${attempts} ${when}\n    ${remedyOf(code)}`;
}

function remedyOf(code: string): string {
  return REMEDIES.find(([test]) => test.test(code))?.[1] ?? OTHERWISE;
}
