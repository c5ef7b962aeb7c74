import { sha256 } from '@minglu/protocol';
import { hashOfRules } from '../../modules/access/rule-shapes.ts';
import type { AccessRule, StoredRule } from '../rule.ts';
import type { ModelRule, ModelWorld } from './reference-model.ts';

/** The model's world as it would stand on a chain. Reads what is there and nothing else. */
export function plantedState(world: ModelWorld): { readonly get: (key: string) => string | undefined } {
  const texts = new Map<string, string>();
  const put = (key: string, record: object): void => void texts.set(key, JSON.stringify(record));
  const rules = world.rules.map(storedRule);
  const listOf = (org: string): StoredRule[] => rules.filter((_, at) => (world.rules[at]?.about ?? '') === org);
  const orgs = new Set([...Object.keys(world.parents), ...Object.values(world.keys).map(({ org }) => org)]);
  for (const org of ['', ...orgs]) {
    const list = listOf(org);
    const named = list.length === 0 ? {} : { rules: hashOfRules(list, sha256) };
    if (list.length > 0) put(org === '' ? 'rules' : `rules/${org}`, { rules: list });
    const parent = world.parents[org];
    if (org === '') put('access', named);
    else
      put(`org/${org}`, { name: org, kind: 'department', ...(parent ? { parent } : {}), ...named, status: 'active' });
  }
  for (const [kid, { org, revoked }] of Object.entries(world.keys))
    put(`key/${kid}`, { jwk: {}, org, status: revoked ? 'revoked' : 'active', since: 1 });
  for (const { key, role, until } of world.roles)
    put(`role/${world.keys[key]?.org}/${key}/${role}`, { since: 1, ...(until === undefined ? {} : { until }) });
  for (const { holder, agent, ...mandate } of world.mandates)
    put(`mandate/${holder}/${agent}`, { form: 'handler', since: 1, ...mandate });
  for (const { key, case: id, until } of world.emergencies)
    put(`emergency/${key}/${id}`, { org: '', organ: '', reason: 'X', at: 1, dueAt: 2, until });
  return { get: (key) => texts.get(key) };
}

function storedRule({ about: _about, ...rule }: ModelRule, at: number): StoredRule {
  const range = (pair: readonly [number, number] | undefined) => pair && { least: pair[0], most: pair[1] };
  const { grades, assurance, hours, ...rest } = rule;
  const ranges = { grades: range(grades), assurance: range(assurance), hours: range(hours) };
  const text = JSON.stringify({ ...rest, ...ranges, id: `rule-${at}`, by: [] });
  return JSON.parse(text) as AccessRule & Pick<StoredRule, 'id' | 'by'>;
}
