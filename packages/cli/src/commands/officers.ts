import { resolve } from 'node:path';
import { base64urlEncode, publicJwk, type Signer } from '@minglu/protocol';
import { type Arguments, numberOption, readArguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { InvitationBook } from '../first-day/invitation-book.ts';
import {
  formatInvitationAnswer,
  formatInvitationCode,
  macKeyOf,
  parseInvitationAnswer,
} from '../first-day/invitation-code.ts';
import { mustAct, type NodeDesk, openNodeDesk } from '../first-day/node-desk.ts';
import { readSigningKey } from '../first-day/signing-key.ts';
import type { Power } from '../power.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 7;

export const officers: Command = {
  name: 'officers',
  usage: `minglu officers invite --org ORG --role ROLE [--role …] --book BOOK [--days N]
  minglu officers list|withdraw [ID] --book BOOK
  MINGLU_INVITATION=… minglu officers answer --chain NAME --key FILE
  minglu officers admit ANSWER --book BOOK --url URL --key FILE
  minglu officers grant THUMBPRINT --org ORG --role ROLE --url URL --key FILE`,
  summary:
    '工作人员入职：邀请码（只用一次）、本人的钥匙、角色 onboards officers: single-use codes, their own keys, their roles',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['org', 'role', 'book', 'days', 'chain', 'key', 'url'] });
    const [verb = '', word] = args.words;
    const acts: Readonly<Record<string, () => Promise<number>>> = {
      invite: () => invite(args, power),
      list: () => list(args, power),
      withdraw: () => withdraw(word, args, power),
      answer: () => answer(args, power),
      admit: () => admit(word, args, power),
      grant: () => grant(word, args, power),
    };
    const act = Object.hasOwn(acts, verb) ? acts[verb] : undefined;
    if (act === undefined) throw new UsageError(officers.usage);
    return await act();
  },
};

function needed(args: Arguments, option: string): string {
  const value = args.find(option);
  if (value === undefined) throw new UsageError(officers.usage);
  return value;
}

const bookOf = (args: Arguments) => InvitationBook.open(resolve(needed(args, 'book')));
const keyOf = (args: Arguments): Promise<Signer> => readSigningKey(resolve(needed(args, 'key')));

async function invite(args: Arguments, power: Power): Promise<number> {
  const roles = args.all('role');
  if (roles.length === 0) throw new UsageError(officers.usage);
  const code = formatInvitationCode(power.randomBytes(16));
  const id = base64urlEncode(power.randomBytes(6));
  const until = power.clock() + numberOption(args, 'days', USUAL_DAYS) * DAY_MS;
  const book = await bookOf(args);
  await book.add({ id, org: needed(args, 'org'), roles, until, macKey: macKeyOf(code) });
  power.print(`邀请 invitation ${id}: ${needed(args, 'org')} ${roles.join('、')}`);
  power.print(`邀请码，只显示这一次，只用一次 code, shown once, good once: ${code}`);
  return 0;
}

async function list(args: Arguments, power: Power): Promise<number> {
  for (const { id, org, roles, until, usedBy } of (await bookOf(args)).invitations) {
    const standing =
      usedBy === undefined ? (until <= power.clock() ? '已过期 over' : '未使用 open') : `已使用 used by ${usedBy}`;
    power.print(`${id}  ${org}  ${roles.join('、')}  ${standing}`);
  }
  return 0;
}

async function withdraw(id: string | undefined, args: Arguments, power: Power): Promise<number> {
  if (id === undefined) throw new UsageError(officers.usage);
  await (await bookOf(args)).withdraw(id);
  power.print(`- ${id}`);
  return 0;
}

async function answer(args: Arguments, power: Power): Promise<number> {
  // Not an argument: those stand in the list of processes, for every user of the machine.
  const code = power.env.MINGLU_INVITATION;
  if (code === undefined) throw new UsageError(officers.usage);
  power.print(await formatInvitationAnswer(code, needed(args, 'chain'), await keyOf(args)));
  return 0;
}

async function admit(text: string | undefined, args: Arguments, power: Power): Promise<number> {
  if (text === undefined) throw new UsageError(officers.usage);
  const parsed = await parseInvitationAnswer(text);
  const book = await bookOf(args);
  const invitation = book.find(parsed, power.clock());
  const signer = await keyOf(args);
  const desk = await openNodeDesk(args, power, officers.usage);
  if (desk.chain !== parsed.chain) throw new CliError('answer-malformed', { chain: parsed.chain });
  const { kid } = parsed.key;
  const { org, roles } = invitation;
  await book.use(invitation, kid);
  if ((await desk.findRecord(`key/${kid}`)) === undefined)
    await mustAct(desk, { name: 'keys.register', body: { org, jwk: publicJwk(parsed.key) }, about: kid }, signer);
  power.print(`钥匙已登记 key registered: ${kid}`);
  for (const role of roles) await give(desk, { org, kid, role }, { signer, power });
  return 0;
}

interface Post {
  readonly org: string;
  readonly kid: string;
  readonly role: string;
}

/** An office that is filled is given by its own holders: then the key is registered, and one of them does the rest. */
async function give(
  desk: NodeDesk,
  { org, kid, role }: Post,
  { signer, power }: { readonly signer: Signer; readonly power: Power },
): Promise<void> {
  if ((await desk.findRecord(`role/${org}/${kid}/${role}`)) !== undefined) return;
  const refused = await desk.act('roles.grant', { org, kid, role }, signer);
  if (refused === 'office-of-others') {
    power.print(`· ${role} 由已任此职的人授予 is given by somebody who holds it: minglu officers grant`);
    return;
  }
  if (refused !== undefined) throw new CliError('deed-refused', { deed: 'roles.grant', about: kid, code: refused });
  power.print(`已任 appointed: ${org} ${role}`);
}

async function grant(kid: string | undefined, args: Arguments, power: Power): Promise<number> {
  if (kid === undefined) throw new UsageError(officers.usage);
  const [org, role] = [needed(args, 'org'), needed(args, 'role')];
  const signer = await keyOf(args);
  const desk = await openNodeDesk(args, power, officers.usage);
  await mustAct(desk, { name: 'roles.grant', body: { org, kid, role }, about: kid }, signer);
  power.print(`已任 appointed: ${org} ${role}`);
  return 0;
}
