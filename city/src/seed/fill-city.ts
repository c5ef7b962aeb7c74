import { base64urlEncode, signTransaction } from '@minglu/protocol';
import { Client, DepartmentClient, submitSigned } from '@minglu/sdk';
import type { Stage } from '../actors/stage.ts';
import { CityError } from '../city-error.ts';
import type { CityRecord } from '../setup/city-record.ts';
import { writeCityRecord } from '../setup/city-record.ts';
import type { Preparation } from '../setup/prepare-city.ts';
import { CHAIN, DEPARTMENTS, type DemoDepartment } from './organisations.ts';
import { seedCases } from './seed-cases.ts';

/** Tells the register where departments are today, and on the first start makes the demonstration's cases. */
export async function fillCity(prepared: Preparation, record: CityRecord): Promise<void> {
  const { options, layout } = prepared;
  const client = new Client({ baseUrl: layout.portalUrl });
  await Promise.all(DEPARTMENTS.map(({ id }) => updateEndpoint(prepared, client, id)));
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

/** A department's address is a public record; when its port or the city's mode changed, the register must say so. */
async function updateEndpoint(prepared: Preparation, client: Client, id: DemoDepartment['id']) {
  const { layout, founder, options } = prepared;
  const endpoint = layout.departmentUrl(id);
  const { value } = await client.get('/api/state', { key: `org/${id}` });
  if ((JSON.parse(value ?? '{}') as { endpoint?: string }).endpoint === endpoint) return;
  const draft = { chain: CHAIN, id: base64urlEncode(options.randomBytes(16)), deed: 'organisations.update' };
  const notAfter = options.clock() + 600_000;
  const jws = await signTransaction({ ...draft, notAfter, body: { id, endpoint } }, founder, { embedKey: false });
  const { outcome } = await submitSigned(client, jws);
  if ('refused' in outcome) throw new CityError('seeding-refused', { code: String(outcome.refused) });
}
