import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { individualBusiness } from '@minglu/individual-business';
import { base64urlDecode, utf8Decode } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { filesUnder } from './files-under.ts';
import { leavesOf, publicLog } from './public-log.ts';
import { smallShop } from './small-shop.ts';
import { unfold } from './unfold.ts';

/** Public, and planted too: what the search must find, or it is blind. */
const TRADE_NAME = '明州市东湖区望云书屋';
const PLANTED = { name: '欧阳植树', idNumber: '990101199001019179', phone: '19988877766' };

let town: Town;

beforeAll(async () => {
  town = await startTown({
    people: [
      {
        id: 'planted',
        ...PLANTED,
        birthDate: '1990-01-01',
        identityLevel: 2,
        duties: [],
        note: '故事',
      },
    ],
  });
});

afterAll(() => town?.close());

/** A value in the encodings a file may hold it in. */
function traces(value: string): Buffer[] {
  const utf8 = Buffer.from(value);
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    return Buffer.from(whole.slice(shift === 0 ? 0 : 4, -4));
  });
  const escaped = Buffer.from(JSON.stringify(value).slice(1, -1));
  const ascii = Buffer.from([...value].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
  return [
    utf8,
    Buffer.from(value, 'utf16le'),
    Buffer.from(encodeURIComponent(value)),
    Buffer.from(utf8.toString('hex')),
    escaped,
    ascii,
    ...base64,
  ];
}

/** Bundles of 256 entries are packed when they are full, and only then. */
async function fillABundle(): Promise<void> {
  for (let size = 0; size < 257; size = await logSize()) {
    const names = Array.from({ length: 24 }, (_, at) => `明州市东湖区${size}之${at}书屋`);
    await Promise.all(names.map((name) => town.citizen('wang').applyFor(smallShop(name))));
  }
}

async function logSize(): Promise<number> {
  const note = await (await fetch(`${town.url}/checkpoint`)).text();
  return Number(note.split('\n')[1]);
}

test('a planted name, ID number and phone are in no file the platform wrote', async () => {
  const citizen = town.citizen('planted');
  const granted = await citizen.applyFor({ ...smallShop(TRADE_NAME), operator: PLANTED.name });
  const waiting = await citizen.applyFor({
    ...smallShop(),
    operator: PLANTED.name,
    manual: true,
  });
  await town.officer('li').decide(waiting.id, 'refuse', 'MATERIALS-INCOMPLETE', `${PLANTED.name}，请补充材料`);
  await town.officer('li').suspend(granted.licence!, 'premises-unsafe');
  await fetch(`${town.url}/api/licences?q=${encodeURIComponent(PLANTED.name)}`);
  await fetch(`${town.url}/api/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transaction: PLANTED.idNumber, sidecar: PLANTED.phone }),
  });
  await fetch(`${town.url}/api/${encodeURIComponent(PLANTED.name)}/${PLANTED.phone}`);
  await fetch(`${town.url}/metrics`);
  await fillABundle();
  await town.cosigned();
  await town.monitor.poll();
  await town.restart();

  const places = ['platform', 'witnesses', 'monitor'].map((name) => join(town.directory, name));
  const files = (await Promise.all(places.map(filesUnder)))
    .flat()
    .map(({ path, bytes }) => ({ path, texts: unfold(path, bytes) }));
  expect(files.length).toBeGreaterThan(10);
  const hits = (wanted: readonly Buffer[]) =>
    files
      .filter(({ texts }) => texts.some((one) => wanted.some((trace) => one.includes(trace))))
      .map(({ path }) => path);
  expect(hits(Object.values(PLANTED).flatMap(traces))).toEqual([]);

  // The search sees into packed files: the first bundles and the state, where the trade name stands, are such.
  const seen = hits(traces(TRADE_NAME));
  expect(seen.some((path) => path.endsWith(join('tile', 'entries', '000')))).toBe(true);
  expect(seen.some((path) => path.endsWith(join('state', 'data.mdb')))).toBe(true);
  const packed = files.filter(({ texts }) => texts.length > 1).map(({ path }) => path);
  expect(packed.some((path) => path.endsWith(join('sidecars', '000')))).toBe(true);

  const own = await filesUnder(join(town.directory, 'departments', 'public-security'));
  expect(own.some(({ bytes }) => bytes.includes(Buffer.from(PLANTED.name)))).toBe(true);
}, 90_000);

test('no public answer holds them either', async () => {
  const metrics = await (await fetch(`${town.url}/metrics`)).text();
  const city = await (await fetch(`${town.url}/api/city`)).text();
  for (const value of Object.values(PLANTED)) {
    expect(metrics).not.toContain(value);
    expect(city).not.toContain(value);
  }
});

test('two cases of one citizen share no public value', async () => {
  // 经营场所 is public by law: whoever has two shops at one address has told everybody so.
  const at = (premises: string) => ({ composition: 'personal', 'premises-kind': 'address', premises });
  const one = await town
    .citizen('wang')
    .applyFor({ ...smallShop('明州市东湖区甲店'), region: '990101', scope: ['5243'], fields: at('东湖路1号') });
  await town.advance(60_000);
  const two = await town
    .citizen('wang')
    .applyFor({ ...smallShop('明州市西山区乙店'), region: '990102', scope: ['5213'], fields: at('西山路2号') });
  const log = await publicLog(town);
  const leaves = (id: string) => {
    const entry = log.find(({ jws }) => payloadOf(jws).includes(id));
    const [header = ''] = entry!.jws.split('.');
    const parts = [JSON.parse(text(header)), JSON.parse(payloadOf(entry!.jws)), entry!.outcome] as const;
    return new Set(parts.flatMap(leavesOf));
  };
  const shared = [...leaves(one.id)].filter((leaf) => leaves(two.id).has(leaf));
  // What every application to this service says: nothing of a person.
  const common = [
    'ES256',
    'minglu-tx+v0',
    'EC',
    'P-256',
    town.chain,
    'cases.submit',
    'individual-business',
    'false',
    String(individualBusiness.manifest.version),
    'personal',
    'address',
  ];
  const events = ['case.submitted', 'case.granted', 'licence.issued', 'market-regulation', 'contract'];
  expect(shared.filter((leaf) => !common.includes(leaf) && !events.includes(leaf))).toEqual([]);
});

test('the search finds a value in each form a file may hold it in', () => {
  const whole = traces(PLANTED.name);
  for (const form of whole) {
    const file = Buffer.concat([Buffer.from('x'), form, Buffer.from('y')]);
    expect(whole.some((trace) => file.includes(trace))).toBe(true);
    expect(
      unfold('data.mdb', deflateRawSync(Buffer.concat([file, Buffer.alloc(40)]))).some((one) => one.includes(form)),
    ).toBe(true);
  }
});

function payloadOf(jws: string): string {
  return text(jws.split('.')[1] ?? '');
}

function text(part: string): string {
  return utf8Decode(base64urlDecode(part));
}
