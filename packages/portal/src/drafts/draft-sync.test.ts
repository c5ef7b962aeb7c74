import type { DraftKey, OwnAttachment } from '@minglu/sdk';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { PortalError } from '../server/failure.ts';
import { DraftSync, type SyncPorts } from './draft-sync.ts';
import type { SyncRecord } from './sync-record.ts';

/** The two places, as one person's devices share them. */
let keys: DraftKey[];
let slots: Map<string, { version: number; text: string }>;
let offline: boolean;
let made = 0;
beforeEach(() => {
  keys = [];
  slots = new Map();
  offline = false;
});

const reach = (): void => {
  if (offline) throw new PortalError('unreachable');
};

interface Device {
  readonly sync: DraftSync;
  readonly record: { value: SyncRecord | undefined };
  readonly pages: string[];
}

function device(person = 'police/wang', cases: readonly string[] = []): Device {
  const record: Device['record'] = { value: undefined };
  const pages: string[] = [];
  const ports: SyncPorts = {
    service: 'shop',
    person,
    record: {
      read: () => record.value,
      write: (value) => {
        record.value = value;
        return true;
      },
      clear: () => {
        record.value = undefined;
      },
    },
    newKey: () => ({ service: 'shop', slot: `slot ${made++}`, key: 'key' }),
    hasCase: async (id) => cases.includes(id),
    keys: {
      list: async () => {
        reach();
        return keys;
      },
      open: async (offered) => {
        reach();
        if (keys[0] === undefined) keys = [offered];
        return keys[0] as DraftKey;
      },
      forget: async (slot) => {
        reach();
        keys = keys.filter((one) => one.slot !== slot);
      },
    },
    slots: {
      find: async ({ slot }) => {
        reach();
        return slots.get(slot);
      },
      save: async ({ slot }, seen, text) => {
        reach();
        const version = slots.get(slot)?.version ?? 0;
        if (seen !== version) throw new PortalError('draft-behind', { version });
        slots.set(slot, { version: version + 1, text });
        return version + 1;
      },
      forget: async (slot) => {
        reach();
        slots.delete(slot);
      },
    },
    pages: {
      upload: async () => reach(),
      fetch: async (list) => void pages.push(...list.map(({ digest }) => digest)),
    },
  };
  return { sync: new DraftSync(ports), record, pages };
}

const draft = (tradeName: string, updatedAt: number, more: Partial<ApplicationDraft> = {}): ApplicationDraft => ({
  ...emptyDraft,
  tradeName,
  updatedAt,
  ...more,
});
const page: OwnAttachment = {
  kind: 'premises',
  digest: 'ab'.repeat(32),
  bytes: 9,
  mediaType: 'image/jpeg',
  key: 'k'.repeat(43),
};

test('a draft begun on one device is there on the next, its pages too', async () => {
  const [phone, desk] = [device(), device()];
  expect(await phone.sync.start(undefined)).toEqual({ kind: 'none' });
  await phone.sync.save(draft('清风', 1, { premises: [page] }));
  const start = await desk.sync.start(undefined);
  expect(start).toMatchObject({ kind: 'newer', remote: { version: 1, draft: { tradeName: '清风' } } });
  if (start.kind === 'newer') expect(await desk.sync.adopt(start.remote)).toMatchObject({ tradeName: '清风' });
  expect(desk.pages).toEqual([page.digest]);
  expect(await desk.sync.save(draft('清风茶馆', 2))).toEqual({ kind: 'saved' });
  expect(await phone.sync.start(draft('清风', 1))).toMatchObject({ kind: 'newer', remote: { version: 2 } });
});

test('a stale device does not overwrite: it is told, and nothing is lost until the person has chosen', async () => {
  const [phone, desk] = [device(), device()];
  await phone.sync.save(draft('one', 1));
  const start = await desk.sync.start(undefined);
  if (start.kind === 'newer') await desk.sync.adopt(start.remote);
  await desk.sync.save(draft('desk', 2));
  const told = await phone.sync.save(draft('phone', 3));
  expect(told).toMatchObject({ kind: 'both', remote: { draft: { tradeName: 'desk' } } });
  expect(await phone.sync.start(draft('phone', 3))).toMatchObject({ kind: 'both' });
  if (told.kind === 'both')
    expect(await phone.sync.keepMine(draft('phone', 3), told.remote)).toEqual({ kind: 'saved' });
  expect([...slots.values()].map(({ text }) => JSON.parse(text).tradeName)).toEqual(['phone']);
});

test('after it was handed in on one device, the draft is gone on the other', async () => {
  const [phone, desk] = [device(), device()];
  await phone.sync.save(draft('one', 1));
  const start = await desk.sync.start(undefined);
  if (start.kind === 'newer') await desk.sync.adopt(start.remote);
  await desk.sync.forget();
  expect([keys, slots.size]).toEqual([[], 0]);
  expect(await phone.sync.start(draft('one', 1))).toEqual({ kind: 'gone' });
});

test('what was written on after the other device handed it in is kept, as a draft of its own', async () => {
  const [phone, desk] = [device(), device()];
  await phone.sync.save(draft('one', 1));
  const start = await desk.sync.start(undefined);
  if (start.kind === 'newer') await desk.sync.adopt(start.remote);
  await desk.sync.forget();
  expect(await phone.sync.save(draft('two', 2))).toEqual({ kind: 'saved' });
  expect([...slots.values()].map(({ text }) => JSON.parse(text).tradeName)).toEqual(['two']);
  expect(keys).toHaveLength(1);
});

test('without a network nothing is lost, and what was handed in meanwhile is forgotten at the next start', async () => {
  const phone = device();
  await phone.sync.save(draft('one', 1));
  offline = true;
  await expect(phone.sync.save(draft('two', 2))).rejects.toMatchObject({ code: 'unreachable' });
  await expect(phone.sync.forget()).rejects.toMatchObject({ code: 'unreachable' });
  offline = false;
  expect(await phone.sync.start(undefined)).toEqual({ kind: 'none' });
  expect([keys, slots.size, phone.record.value]).toEqual([[], 0, undefined]);
});

test('on a shared machine, what one person began is not taken for the next one’s', async () => {
  const first = device();
  await first.sync.save(draft('one', 1));
  const second = device('police/chen');
  second.record.value = first.record.value;
  keys = [];
  expect(await second.sync.start(draft('one', 1))).toEqual({ kind: 'others' });
});

test('an application filed anew stays tied to its first case only where that case’s key is', async () => {
  const anew = draft('one', 1, { previous: 'case' });
  const [without, withKey] = [device(), device('police/wang', ['case'])];
  expect(await without.sync.adopt({ draft: anew, version: 1 })).not.toHaveProperty('previous');
  expect(await withKey.sync.adopt({ draft: anew, version: 1 })).toHaveProperty('previous', 'case');
});

test('whatever two devices do, no text that somebody wrote last disappears without their being asked', async () => {
  const step = fc.record({ who: fc.constantFrom(0, 1), what: fc.constantFrom('write', 'look') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      [keys, slots] = [[], new Map()];
      const devices = [device(), device()];
      const local: (ApplicationDraft | undefined)[] = [undefined, undefined];
      let at = 0;
      for (const { who, what } of steps) {
        const { sync } = devices[who] as Device;
        at += 1;
        if (what === 'write') {
          const mine = draft(`${who} at ${at}`, at);
          local[who] = mine;
          const answer = await sync.save(mine);
          const stored = JSON.parse([...slots.values()][0]?.text ?? '{}').tradeName;
          expect(stored).toBe(answer.kind === 'saved' ? mine.tradeName : answer.remote.draft.tradeName);
        } else {
          const start = await sync.start(local[who]);
          if (start.kind === 'newer') local[who] = await sync.adopt(start.remote);
          const stored = [...slots.values()][0];
          // Either this device now shows what is kept, or it has something of its own and was told of both.
          if (stored !== undefined && start.kind !== 'both')
            expect(local[who]?.tradeName).toBe(JSON.parse(stored.text).tradeName);
        }
      }
    }),
  );
});
