import type { JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import type { LicenceRecord } from '../../state/licence-record.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { apply, CONTRACT, DAY, foundedChain, idOf, SERVICE, type TestChain } from '../../testing/test-chain.ts';

/** A service whose licences hold for so many days, and a case of it that was granted. */
async function granted(licence: JsonObject): Promise<TestChain> {
  const chain = await foundedChain();
  const body = { id: SERVICE, version: 2, organ: 'market', contract: CONTRACT, attesters: ['police'], promiseMs: DAY };
  await accepted(chain, { by: 'founder', deed: 'services.register', body: { ...body, licence } });
  chain.block([await apply(chain, { word: 'wang' })]);
  return chain;
}

const timed = { kind: 'tea-licence', validDays: 30 };
const issue = (more: JsonObject = {}) => ({
  ...{ by: 'registrar', deed: 'licences.issue' },
  body: { case: idOf('wang'), ...more },
});

function licence(chain: TestChain): LicenceRecord | undefined {
  return chain.find('licence', chain.find('case', idOf('wang'))?.licence ?? '');
}

describe('有效期', () => {
  it('runs from the issue for the days that the service says, and is written once', async () => {
    const chain = await granted(timed);
    const record = licence(chain);
    expect(record).toMatchObject({ status: 'valid', expiresAt: (record?.issuedAt ?? 0) + 30 * DAY });
    expect(record?.from).toBeUndefined();
  });

  it('begins on the later day that the registrar names', async () => {
    const chain = await granted({ ...timed, separately: true });
    const from = chain.time + 5 * DAY;
    await accepted(chain, issue({ from }));
    expect(licence(chain)).toMatchObject({ from, expiresAt: from + 30 * DAY });
  });

  it('begins neither in the past nor more than a year on', async () => {
    const chain = await granted({ ...timed, separately: true });
    for (const from of [chain.time - DAY, chain.time + 400 * DAY])
      await refusedWithoutTrace(chain, issue({ from }), 'body-invalid');
  });

  it('is of no licence whose service says nothing of it', async () => {
    const chain = await granted({ kind: 'tea-licence' });
    expect(licence(chain)?.expiresAt).toBeUndefined();
  });

  it('is nothing that protocol version 2 knows', async () => {
    const chain = await foundedChain(undefined, 2);
    const body = {
      id: SERVICE,
      version: 2,
      organ: 'market',
      contract: CONTRACT,
      attesters: ['police'],
      promiseMs: DAY,
    };
    const letter = { by: 'founder', deed: 'services.register', body: { ...body, licence: timed } };
    await refusedWithoutTrace(chain, letter, 'body-invalid');
  });
});
