import { nativeSigner } from '@minglu/node';
import { base64urlEncode, type JsonObject, parsePublicJwk, signTransaction } from '@minglu/protocol';
import { Client, DepartmentClient, submitSigned } from '@minglu/sdk';
import type { Stage } from '../actors/stage.ts';
import { CityError } from '../city-error.ts';
import { registerServices } from '../services/register-services.ts';
import type { ServiceBundle } from '../services/service-bundle.ts';
import type { CityRecord } from '../setup/city-record.ts';
import { writeCityRecord } from '../setup/city-record.ts';
import type { Preparation } from '../setup/prepare-city.ts';
import { introduceDepartment } from './introduce-department.ts';
import { nameAdministrators } from './name-administrators.ts';
import { nameRecorders } from './name-recorders.ts';
import { CHAIN, COUNTERS, DEPARTMENTS, type DemoDepartment } from './organisations.ts';
import { seedCases } from './seed-cases.ts';

/** Tells the register where departments are today, and on the first start makes the demonstration's cases. */
export async function fillCity(
  prepared: Preparation,
  record: CityRecord,
  services: readonly ServiceBundle[],
): Promise<void> {
  const { options, layout } = prepared;
  const client = new Client({ baseUrl: layout.portalUrl });
  await Promise.all(DEPARTMENTS.map(({ id }) => updateEndpoint(prepared, client, id)));
  await administratorsOf(prepared, client);
  await recordersOf(prepared, client);
  await registerServices(services, {
    findRecord: async (key) => (await client.get('/api/state', { key })).value ?? undefined,
    act: (deed, body) => founderActs(prepared, client, { deed, body }),
  });
  if (record.seeded) return;
  options.print('· 首次启动：提交演示案件 first start: filing the demonstration’s cases');
  const departments = Object.fromEntries(
    DEPARTMENTS.map(({ id }) => [id, new DepartmentClient(layout.departmentUrl(id))]),
  );
  const { clock, randomBytes } = options;
  const stage: Stage = { chain: CHAIN, client, departments, clock, randomBytes };
  await seedCases(stage, (line) => options.print(`  ${line}`));
  await writeCityRecord(options.directory, { ...record, seeded: true });
}

/** 三员: at the start at which there are none yet. */
async function administratorsOf({ keys, options, layout }: Preparation, client: Client): Promise<void> {
  await nameAdministrators({
    founder: keys.founder,
    url: layout.departmentUrl('platform'),
    nowMs: options.clock,
    randomBytes: options.randomBytes,
    findRecord: async (key) => (await client.get('/api/state', { key })).value ?? undefined,
    submit: (jws) => submitSigned(client, jws),
  });
}

/** Departments say their attesting keys at their doors; the register must know them as keepers of their own trail too. */
async function recordersOf({ keys, options, layout }: Preparation, client: Client): Promise<void> {
  const attesters = COUNTERS.map(async ({ id, parent }) => {
    const { attesterJwk } = await introduceDepartment(layout.departmentUrl(id), { parent });
    return [parsePublicJwk(attesterJwk).kid, id] as const;
  });
  await nameRecorders({
    founder: keys.founder,
    recorder: keys.recorder,
    attesters: new Map(await Promise.all(attesters)),
    nowMs: options.clock,
    randomBytes: options.randomBytes,
    findRecord: async (key) => (await client.get('/api/state', { key })).value ?? undefined,
    submit: (jws) => submitSigned(client, jws),
  });
}

/** A department's address is a public record; when its port or the city's mode changed, the register must say so. */
async function updateEndpoint(prepared: Preparation, client: Client, id: DemoDepartment['id']) {
  const { layout } = prepared;
  const endpoint = layout.departmentUrl(id);
  const { value } = await client.get('/api/state', { key: `org/${id}` });
  if ((JSON.parse(value ?? '{}') as { endpoint?: string }).endpoint === endpoint) return;
  const outcome = await founderActs(prepared, client, { deed: 'organisations.update', body: { id, endpoint } });
  if ('refused' in outcome) throw new CityError('seeding-refused', { code: String(outcome.refused) });
}

async function founderActs(
  { keys, options }: Preparation,
  client: Client,
  { deed, body }: { readonly deed: string; readonly body: JsonObject },
) {
  const id = base64urlEncode(options.randomBytes(16));
  const draft = { chain: CHAIN, id, deed, notAfter: options.clock() + 600_000, body };
  const { outcome } = await submitSigned(
    client,
    await signTransaction(draft, nativeSigner('ES256', keys.founder), { embedKey: false }),
  );
  return outcome;
}
