import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@minglu/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseEvent } from '../follow/case-event.ts';
import type { Channel, HandedOver, OutgoingMessage } from './channel.ts';
import type { Contact } from './contact.ts';
import { MESSAGE_KINDS } from './message.ts';
import { textsOf } from './message-texts.ts';
import { type Messages, openMessages } from './open-messages.ts';

const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const DAY_MS = 86_400_000;
const START = Date.parse('2026-06-01T10:00:00+08:00');
const PLANTED = { name: '王秀英', shop: '清风茶馆', idNumber: '110105199005010013', phone: '13800000000' };

let directory: string;
let now: number;
let sent: OutgoingMessage[];
let answers: HandedOver[];
let report: HandedOver | undefined;
let messages: Messages;

function channel(isIdempotent: boolean): Channel {
  return {
    isIdempotent,
    send: async (message) => {
      sent.push(message);
      return answers.shift() ?? { result: 'accepted' };
    },
    report: async () => report,
    close: () => undefined,
  };
}

async function open(channels: { email?: Channel; sms?: Channel } = { email: channel(false), sms: channel(true) }) {
  messages = await openMessages({
    directory,
    chain: 'minglu.example/test',
    organisation: { name: '市场监督管理局' },
    portalUrl: 'https://portal.example',
    channels,
    clock: () => now,
  });
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'messages-'));
  now = START;
  sent = [];
  answers = [];
  report = undefined;
  await open();
});
afterEach(() => rm(directory, { recursive: true }));

function step(name: string, entry: number, facts: JsonObject = {}, licence?: string): CaseEvent {
  const body = {
    tradeName: PLANTED.shop,
    operatorName: PLANTED.name,
    idNumber: PLANTED.idNumber,
    phone: PLANTED.phone,
  };
  const note = { id: CASE, holder: 'h', service: 's', version: 1, entry: 0, submittedAt: START, body };
  const concerning = licence === undefined ? {} : { licence };
  const at = { key: `${entry}-0`, entry, place: 0, time: now, height: 1 };
  return { ...at, name, facts: { case: CASE, ...facts }, case: note, together: [], ...concerning };
}

const contact = (more: Partial<Contact> = {}): Contact => ({
  phone: PLANTED.phone,
  email: 'xiuying@example.com',
  language: 'zh-CN',
  electronicService: true,
  at: now,
  ...more,
});

function withoutPhone(): Contact {
  const { phone: _, ...rest } = contact();
  return rest;
}

const states = () =>
  messages.desk
    .messagesOf(CASE)
    .flatMap(({ deliveries }) => deliveries.map(({ channel: c, state }) => `${c} ${state}`));

test('one step makes one message a channel, however often the log is read again', async () => {
  await messages.desk.keepContact(CASE, contact());
  for (let time = 0; time < 3; time++) {
    await messages.desk.onCaseEvent(step('case.returned', 7, { points: ['A', 'B'] }));
    await messages.postman.run();
    await open();
  }
  expect(sent.map(({ to }) => to).sort()).toEqual([PLANTED.phone, 'xiuying@example.com']);
  expect(sent.find(({ to }) => to.includes('@'))?.text).toContain('共2项');
  expect(states()).toEqual(['email accepted', 'sms accepted']);
});

test('after a crash between sending and writing it down, a phone gets the same id and a mailbox nothing twice', async () => {
  await messages.desk.keepContact(CASE, contact());
  await messages.desk.onCaseEvent(step('case.granted', 7));
  // What the file holds when the process dies between the two writes: `sending`, and not what came of it.
  const outbox = join(directory, 'outbox.jsonl');
  await messages.postman.run();
  const lines = (await readFile(outbox, 'utf8')).split('\n').filter((line) => !line.includes('"accepted"'));
  await rm(outbox);
  await appendFile(outbox, lines.join('\n'));
  const first = [...sent];
  sent = [];
  await open();
  await messages.postman.run();
  expect(sent).toEqual(first.filter(({ to }) => to === PLANTED.phone));
  expect(states()).toEqual(['email uncertain', 'sms accepted']);
  await messages.postman.run();
  expect(sent.length).toBe(1);
});

test('an address that comes while a step is being told is written to', async () => {
  const { contacts, desk } = messages;
  const find = contacts.find.bind(contacts);
  // A slow disk: the look for an address has found none, and its answer is late.
  vi.spyOn(contacts, 'find').mockImplementationOnce(async (id) => {
    const found = await find(id);
    await pause(100);
    return found;
  });
  await Promise.all([desk.onCaseEvent(step('case.granted', 7)), desk.keepContact(CASE, contact())]);
  expect(states()).toEqual(['email queued', 'sms queued']);
});

test('a failure that may pass is tried again after growing pauses, and given up in the end', async () => {
  await open({ email: channel(false) });
  await messages.desk.keepContact(CASE, contact());
  await messages.desk.onCaseEvent(step('case.granted', 7));
  answers = Array.from({ length: 20 }, () => ({ result: 'temporary', code: 'smtp-451' }) as const);
  const pauses: number[] = [];
  for (let last = now; now - START < DAY_MS; now += 10_000) {
    const before = sent.length;
    await messages.postman.run();
    if (sent.length > before) pauses.push(now - last);
    if (sent.length > before) last = now;
  }
  expect(pauses).toEqual([0, 10_000, 60_000, 300_000, 1_800_000, 7_200_000, 14_400_000]);
  expect(states()).toEqual(['email undeliverable', 'sms not-sent']);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
});

test('a lost answer of a mail server is not followed by a second letter', async () => {
  await messages.desk.keepContact(CASE, contact());
  answers = [{ result: 'unknown', code: 'answer-lost' }];
  await open({ email: channel(false) });
  await messages.desk.onCaseEvent(step('case.granted', 7));
  await messages.postman.run();
  now += DAY_MS;
  await messages.postman.run();
  expect(sent.length).toBe(1);
  expect(states()).toContain('email uncertain');
});

test('a gateway’s report makes an accepted SMS delivered, or not', async () => {
  await messages.desk.keepContact(CASE, contact());
  await messages.desk.onCaseEvent(step('case.granted', 7));
  await messages.postman.run();
  report = { result: 'delivered' };
  await messages.postman.run();
  expect(states()).toContain('sms delivered');
});

test('without channels nothing is pretended to be sent, and the inbox has it all the same', async () => {
  await open({});
  await messages.desk.keepContact(CASE, contact());
  await messages.desk.onCaseEvent(step('case.granted', 7));
  await messages.postman.run();
  expect(states()).toEqual(['email not-sent', 'sms not-sent']);
});

test('an address that comes after the first message still gets it; one that comes days later does not', async () => {
  await messages.desk.onCaseEvent(step('case.granted', 7));
  expect(states()).toEqual(['email no-address', 'sms no-address']);
  await messages.desk.keepContact(CASE, withoutPhone());
  await messages.postman.run();
  expect(states()).toEqual(['email accepted', 'sms no-address']);
  now += 2 * DAY_MS;
  await messages.desk.keepContact(CASE, contact());
  await messages.postman.run();
  expect(states()).toEqual(['email accepted', 'sms no-address']);
});

test('an address taken back is gone from the disk, and what waited for it is not sent', async () => {
  await messages.desk.keepContact(CASE, contact());
  await messages.desk.onCaseEvent(step('case.granted', 7));
  await messages.desk.removeContact(CASE);
  await messages.postman.run();
  expect(sent).toEqual([]);
  expect(await readdir(join(directory, 'contacts'))).toEqual([]);
  const everything = await readFile(join(directory, 'outbox.jsonl'), 'utf8');
  for (const secret of [...Object.values(PLANTED), 'xiuying']) expect(everything).not.toContain(secret);
});

test('addresses lie where only the department’s own user reads them, and an old letter does not bring an old one back', async () => {
  await messages.desk.keepContact(CASE, contact());
  const { mode } = await stat(join(directory, 'contacts', `${CASE}.json`));
  expect(mode & 0o077).toBe(0);
  await expect(messages.desk.keepContact(CASE, contact({ at: now - 1 }))).rejects.toMatchObject({
    code: 'proof-refused',
  });
});

test('the end of a rest is announced thirty days ahead, unless business was resumed', async () => {
  await messages.desk.keepContact(CASE, contact());
  const until = START + 100 * DAY_MS;
  await messages.desk.onCaseEvent(step('licence.ceased', 7, { until }, '91'));
  await messages.postman.run();
  expect(states().length).toBe(2);
  sent = [];
  now = until - 30 * DAY_MS;
  await messages.postman.run();
  expect(sent.map(({ text }) => text).join()).toContain('歇业期限即将届满');
  expect(messages.desk.messagesOf(CASE).map(({ message }) => message.kind)).toContain('cessation-ending');
});

test('a rest that ended brings no reminder', async () => {
  await messages.desk.keepContact(CASE, contact());
  await messages.desk.onCaseEvent(step('licence.ceased', 7, { until: START + 100 * DAY_MS }, '91'));
  await messages.desk.onCaseEvent(step('licence.resumed', 9, {}, '91'));
  await messages.postman.run();
  sent = [];
  now = START + 99 * DAY_MS;
  await messages.postman.run();
  expect(sent).toEqual([]);
  expect(messages.desk.messagesOf(CASE).map(({ message }) => message.kind)).toEqual([
    'licence-ceased',
    'licence-resumed',
  ]);
});

test('no SMS and no subject says anything about a person: every kind, both languages', () => {
  const facts = { points: 3, dueAt: START, until: START, outcome: 'upheld', form: 'guardian', deed: 'licences.file' };
  const sender = { organisation: '市场监督管理局', portalUrl: 'https://portal.example' };
  for (const kind of MESSAGE_KINDS) {
    for (const language of ['zh-CN', 'en'] as const) {
      const { subject, email, sms } = textsOf({ id: '7-0', kind, case: CASE, time: START, facts }, language, sender);
      for (const secret of [...Object.values(PLANTED), CASE, '7-0']) {
        expect(`${subject}${sms}${email}`, kind).not.toContain(secret);
      }
      expect(sms, kind).toMatch(/市场监督管理局.+https:\/\/portal\.example\/messages/);
      expect(sms.replace('https://portal.example/messages', '')).not.toMatch(/\d/);
      expect(email).toContain('https://portal.example/messages');
      expect(email + sms).not.toMatch(/undefined|NaN|\{|\}/);
    }
  }
});

test('what leaves for a phone holds none of what stands on the form', async () => {
  await messages.desk.keepContact(CASE, contact());
  const names = ['case.pending', 'case.granted', 'case.returned', 'case.refused', 'licence.changed', 'licence.closed'];
  for (const [at, name] of names.entries())
    await messages.desk.onCaseEvent(step(name, 10 + at, { ...PLANTED, points: ['X'] }));
  await messages.postman.run();
  expect(sent.length).toBe(2 * names.length);
  for (const { subject, text } of sent)
    for (const secret of Object.values(PLANTED)) expect(subject + text).not.toContain(secret);
});

test('a granted change or closing is one message, said by what came of it', async () => {
  await messages.desk.keepContact(CASE, contact());
  const together = [
    ['case.granted', { case: CASE }],
    ['licence.changed', { number: '91', case: CASE }],
  ] as const;
  await messages.desk.onCaseEvent({ ...step('case.granted', 7, {}, '91'), together });
  await messages.desk.onCaseEvent({ ...step('licence.changed', 7, {}, '91'), key: '7-1', place: 1, together });
  expect(messages.desk.messagesOf(CASE).map(({ message }) => message.kind)).toEqual(['licence-changed']);
});

test('the holder hears that an annulment was taken up, announced and not done, and of 撤销 once', async () => {
  const decided = (outcome: string) => step('annulment.decided', 9, { outcome }, '91');
  await messages.desk.onCaseEvent(step('annulment.taken-up', 7, {}, '91'));
  await messages.desk.onCaseEvent(step('annulment.announced', 8, { until: START + DAY_MS }, '91'));
  await messages.desk.onCaseEvent(decided('annulled'));
  await messages.desk.onCaseEvent(step('licence.revoked', 10, { kind: 'annulled' }, '91'));
  await messages.desk.onCaseEvent({ ...decided('not-annulled'), key: '11-0', entry: 11 });
  expect(messages.desk.messagesOf(CASE).map(({ message }) => message.kind)).toEqual([
    'annulment-taken-up',
    'annulment-announced',
    'licence-annulled',
    'annulment-rejected',
  ]);
});

describe('a service with words of its own', () => {
  const services = { food: { 'zh-CN': { granted: '准予食品经营许可', extended: '延长至{dueAt}' }, en: {} } };
  const own = { organisation: '东湖区市场监督管理局', portalUrl: 'https://portal.example', services };
  const message = { id: '7-0', case: CASE, time: START, service: 'food', facts: {} } as const;
  const sms = (change: object) => textsOf({ ...message, kind: 'granted', ...change }, 'zh-CN', own).sms;

  test('has them sent, and the common words where it has none or a fact is missing', () => {
    expect(sms({})).toBe('【东湖区市场监督管理局】准予食品经营许可。请在 https://portal.example/messages 查看');
    expect(sms({ service: 'other' })).toContain('】准予登记。');
    expect(sms({ kind: 'refused' })).toContain('】不予登记。');
    expect(sms({ kind: 'extended', facts: { dueAt: START } })).toContain('】延长至20');
    expect(sms({ kind: 'extended' })).toContain('】办理时限已延长。');
    expect(textsOf({ ...message, kind: 'granted' }, 'en', own).sms).toContain('registration granted');
  });
});

test('whoever asked for an annulment hears how it ended, and the shop hears of its licence alone', async () => {
  const asked = { matter: { kind: 'annulment', licence: '91' } };
  const toAsker = (name: string, entry: number, facts = {}) => {
    const plain = step(name, entry, facts, '91');
    return { ...plain, case: { ...plain.case, ...asked } };
  };
  await messages.desk.onCaseEvent(toAsker('annulment.extended', 7, { dueAt: START }));
  await messages.desk.onCaseEvent(toAsker('annulment.declined', 8));
  await messages.desk.onCaseEvent(toAsker('annulment.decided', 9, { outcome: 'annulled' }));
  await messages.desk.onCaseEvent(step('annulment.declined', 10, {}, '91'));
  expect(messages.desk.messagesOf(CASE).map(({ message }) => message.kind)).toEqual([
    'annulment-extended',
    'annulment-declined',
    'annulment-granted',
  ]);
});

const used = (deed: string) =>
  ['mandate.used', { case: CASE, principal: 'p', agent: 'a', form: 'handler', deed }] as const;

test('what an agent did is one message: what came of it, with who by', async () => {
  await messages.desk.keepContact(CASE, contact());
  const together = [['licence.ceased', { number: '91', until: START }], used('licences.cease')] as const;
  await messages.desk.onCaseEvent({ ...step('licence.ceased', 7, { until: START }, '91'), together });
  await messages.desk.onCaseEvent({
    ...step('mandate.used', 7, used('licences.cease')[1]),
    key: '7-1',
    place: 1,
    together,
  });
  const told = messages.desk.messagesOf(CASE).map(({ message }) => message);
  expect(told.filter(({ kind }) => kind !== 'cessation-ending').map(({ kind }) => kind)).toEqual(['licence-ceased']);
  await messages.postman.run();
  expect(sent.find(({ to }) => to.includes('@'))?.text).toContain('由您委托的经办人办理');
});

test('what an agent filed under a case of its own, or what comes with no other message, is told by itself', async () => {
  await messages.desk.keepContact(CASE, contact());
  const filed = [['licence.filed', { number: '91' }], used('licences.file')] as const;
  const applied = [['case.pending', { case: 'another' }], used('licences.apply-change')] as const;
  for (const [at, together] of [filed, applied].entries()) {
    const { 1: facts } = together[1];
    await messages.desk.onCaseEvent({ ...step('mandate.used', 7 + at, facts), together });
  }
  await messages.postman.run();
  const mails = sent.filter(({ to }) => to.includes('@')).map(({ text }) => text);
  expect(mails[0]).toContain('由经办人办理：办理备案');
  expect(mails[1]).toContain('由经办人办理：申请变更登记');
});

test('that somebody was appointed and that it ended is told, also where a day ended it', async () => {
  await messages.desk.onCaseEvent(step('mandate.appointed', 7, { form: 'guardian', until: START }));
  await messages.desk.onCaseEvent(step('mandate.expired', 9));
  const told = messages.desk.messagesOf(CASE).map(({ message: { kind, facts } }) => ({ kind, facts }));
  expect(told).toEqual([
    { kind: 'agent-appointed', facts: { form: 'guardian', until: START } },
    { kind: 'agent-ended', facts: {} },
  ]);
});
