import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeSigner } from '@minglu/node';
import { base64urlDecode, base64urlEncode, publicJwk, utf8Decode, utf8Encode } from '@minglu/protocol';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvitationBook } from './invitation-book.ts';
import { formatInvitationAnswer, formatInvitationCode, macKeyOf, parseInvitationAnswer } from './invitation-code.ts';
import { readPlan, undoPlan, writePlan } from './organisation-plan-file.ts';
import { parseOrganisations } from './parse-organisations.ts';
import { planOrganisations } from './plan-organisations.ts';
import { makeSigningKey, readSigningKey } from './signing-key.ts';

const CHAIN = 'ledger.mingzhou.gov.cn/main';
const NOW = 1_800_000_000_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-first-day-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a list of organisations', () => {
  test('is read from CSV as RFC 4180 has it: quotation marks, commas and line ends inside them, a byte order mark', () => {
    const text = '\uFEFFid,name,kind,parent\r\nmz,"明州市""人民""政府,\n一处",government,\r\n';
    expect(parseOrganisations(text)).toEqual([
      { row: 1, id: 'mz', name: '明州市"人民"政府,\n一处', kind: 'government' },
    ]);
  });

  test('is read from JSON as well', () => {
    expect(parseOrganisations('[ {"id":"mz", "name":"明州市", "kind":"government"} ]')).toEqual([
      { row: 1, id: 'mz', name: '明州市', kind: 'government' },
    ]);
  });

  test.each([
    ['no heading', 'mz,明州市,government\n', 'heading', 0],
    ['a heading that lacks a column', 'id,name\nmz,明州市\n', 'heading', 0],
    ['a column nobody knows', 'id,name,kind,password\nmz,a,b,c\n', 'heading', 0],
    ['a column twice', 'id,name,kind,id\nmz,a,b,c\n', 'heading', 0],
    ['a row that is too short', 'id,name,kind\nmz,明州市\n', 'row', 1],
    ['a quotation mark left open', 'id,name,kind\nmz,"明州市,government\n', 'row', 1],
    ['a member twice', '[{"id":"a","id":"b","name":"c","kind":"d"}]', 'json', 0],
    ['a member nobody knows', '[{"id":"a","name":"c","kind":"dd","sealingKey":"x"}]', 'row', 1],
    ['a number for a name', '[{"id":"a","name":1,"kind":"dd"}]', 'row', 1],
  ])('with %s is refused, and the place is said', (_what, text, fault, row) => {
    expect(parseOrganisations(text)).toEqual({ fault, row });
  });

  const draft = (id: string, more: object = {}) => ({ row: 1, id, name: `${id}局`, kind: 'department', ...more });
  const nobody = async () => undefined;

  test('is put in an order in which each finds those above it, whatever order it came in', async () => {
    const chain = Array.from({ length: 8 }, (_, at) =>
      draft(`o${at}`, at === 0 ? {} : { parent: `o${at - 1}`, superior: `o${Math.floor(at / 2)}` }),
    ).map((one, at) =>
      'superior' in one && one.superior === one.id ? draft(`o${at}`, { parent: `o${at - 1}` }) : one,
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(chain, { minLength: 8 }), async (shuffled) => {
        const { register, findings } = await planOrganisations(
          shuffled.map((one, at) => ({ ...one, row: at + 1 })),
          nobody,
        );
        expect(findings).toEqual([]);
        const ids = register.map(({ id }) => id);
        for (const { id, parent } of register)
          if (parent !== undefined) expect(ids.indexOf(parent)).toBeLessThan(ids.indexOf(id));
      }),
      { numRuns: 30 },
    );
  });

  test('has each fault found before anything is done', async () => {
    const drafts = [
      draft('ok'),
      { ...draft('ok'), row: 2 },
      { ...draft('Bad Id'), row: 3 },
      { ...draft('nameless', { name: '' }), row: 4 },
      { ...draft('turned', { name: '局\u202Eevil' }), row: 5 },
      { ...draft('kindless', { kind: 'X' }), row: 6 },
      { ...draft('door', { endpoint: 'javascript:alert(1)' }), row: 7 },
      { ...draft('lost', { parent: 'nowhere', superior: 'nobody' }), row: 8 },
      { ...draft('one', { parent: 'two' }), row: 9 },
      { ...draft('two', { parent: 'one' }), row: 10 },
    ];
    const { findings } = await planOrganisations(drafts, nobody);
    expect(findings.map(({ row, code }) => `${row} ${code}`)).toEqual([
      ...['2 id-twice', '3 id-malformed', '4 name-malformed', '5 name-malformed', '6 kind-malformed'],
      ...['7 endpoint-malformed', '8 parent-unknown', '8 superior-unknown', '9 circle', '10 circle'],
    ]);
  });

  test('leaves whoever is known as they are', async () => {
    const records = new Map([
      ['org/one', '{"name":"one局","kind":"department","status":"active"}'],
      ['org/two', '{"name":"另一个局","kind":"department","status":"active"}'],
    ]);
    const plan = await planOrganisations([draft('one'), { ...draft('two'), row: 2 }], async (key) => records.get(key));
    expect(plan).toMatchObject({ register: [], known: ['one'], differing: ['two'], findings: [] });
  });

  test('can be undone until it is committed, and not after', async () => {
    const path = join(folder, 'plan.json');
    const plan = { chain: CHAIN, register: [{ id: 'a', name: 'a局', kind: 'department' }] };
    await writePlan(path, { ...plan, isCommitted: false });
    expect(await readPlan(path)).toEqual({ ...plan, isCommitted: false });
    await undoPlan(path);
    await expect(readPlan(path)).rejects.toMatchObject({ code: 'file-missing' });
    await writePlan(path, { ...plan, isCommitted: true });
    await expect(undoPlan(path)).rejects.toMatchObject({ code: 'plan-committed' });
    await writeFile(path, '{"type":"minglu-organisations-plan"}');
    await expect(readPlan(path)).rejects.toMatchObject({ code: 'plan-malformed' });
  });
});

describe('an invitation', () => {
  const officer = nativeSigner('ES256', randomBytes(32));
  const thief = nativeSigner('ES256', randomBytes(32));
  const code = formatInvitationCode(Uint8Array.from({ length: 16 }, (_, at) => at * 16));
  const invitation = { id: 'one', org: 'market', roles: ['registrar'], until: NOW + 1_000, macKey: macKeyOf(code) };
  const book = async () => {
    const opened = await InvitationBook.open(join(folder, 'book.json'));
    if (opened.invitations.length === 0) await opened.add(invitation);
    return await InvitationBook.open(join(folder, 'book.json'));
  };
  const answerOf = async (signer = officer, words = code) =>
    await parseInvitationAnswer(await formatInvitationAnswer(words, CHAIN, signer));

  test('has a code of 128 bits in letters a person can read out, typed in any spelling', () => {
    expect(code).toMatch(/^([A-Z2-7]{4}-){6}[A-Z2-7]{2}$/);
    expect(macKeyOf(code.toLowerCase().replaceAll('-', ' '))).toEqual(macKeyOf(code));
    expect(macKeyOf(code.replace(/.$/, 'B'))).not.toEqual(macKeyOf(code));
  });

  test('is good once: its own key may come again, no other', async () => {
    const found = (await book()).find(await answerOf(), NOW);
    expect({ ...found, macKey: base64urlEncode(found.macKey) }).toEqual({
      ...invitation,
      macKey: base64urlEncode(invitation.macKey),
    });
    await (await book()).use(found, officer.publicKey.kid);
    expect((await book()).find(await answerOf(), NOW + 5_000).usedBy).toBe(officer.publicKey.kid);
    const late = await answerOf(thief);
    await expect(book().then((opened) => opened.find(late, NOW))).rejects.toMatchObject({ code: 'invitation-used' });
    expect((await stat(join(folder, 'book.json'))).mode & 0o077).toBe(0);
  });

  test('ends, is withdrawn, and is nobody’s with another code', async () => {
    const answer = await answerOf();
    const opened = await book();
    expect(() => opened.find(answer, NOW + 1_000)).toThrow(expect.objectContaining({ code: 'invitation-over' }));
    const other = await answerOf(officer, 'AAAA-BBBB');
    expect(() => opened.find(other, NOW)).toThrow(expect.objectContaining({ code: 'invitation-unknown' }));
    await opened.withdraw('one');
    const left = await InvitationBook.open(join(folder, 'book.json'));
    expect(() => left.find(answer, NOW)).toThrow(expect.objectContaining({ code: 'invitation-unknown' }));
    await expect(left.withdraw('one')).rejects.toMatchObject({ code: 'invitation-unknown' });
  });

  test('comes back with the key it was answered with: whoever carries the line cannot put in their own', async () => {
    const line = await formatInvitationAnswer(code, CHAIN, officer);
    const plain = JSON.parse(utf8Decode(base64urlDecode(line))) as Record<string, unknown>;
    const bend = (more: object) => base64urlEncode(utf8Encode(JSON.stringify({ ...plain, ...more })));
    const own = JSON.parse(utf8Decode(base64urlDecode(await formatInvitationAnswer('AAAA', CHAIN, thief)))) as object;
    for (const bent of [
      bend({ jwk: publicJwk(thief.publicKey) }),
      bend({ chain: 'other.cn/x' }),
      bend({ mac: 'A'.repeat(43) }),
      bend({ signature: 'A'.repeat(86) }),
      '',
      line.slice(1),
    ])
      await expect(parseInvitationAnswer(bent)).rejects.toMatchObject({ code: 'answer-malformed' });
    // The thief's own whole answer is sound in itself, and was made without the code.
    const theirs = await parseInvitationAnswer(base64urlEncode(utf8Encode(JSON.stringify(own))));
    expect(theirs.isMadeWith(macKeyOf(code))).toBe(false);
  });
});

test('a key is made once, for its user alone, and one that others could read signs nothing', async () => {
  const path = join(folder, 'own.key');
  const made = await makeSigningKey(path, (length) => randomBytes(length));
  expect((await readSigningKey(path)).publicKey.kid).toBe(made.publicKey.kid);
  await expect(makeSigningKey(path, randomBytes)).rejects.toMatchObject({ code: 'directory-not-empty' });
  await chmod(path, 0o640);
  await expect(readSigningKey(path)).rejects.toMatchObject({ code: 'key-readable' });
  await writeFile(path, 'x');
  await chmod(path, 0o600);
  await expect(readSigningKey(path)).rejects.toMatchObject({ code: 'key-malformed' });
  expect(await readFile(path, 'utf8')).toBe('x');
});
