import type { ModelRule, ModelWorld } from '@minglu/ledger/testing';
import { attestBatch, buildSidecar, type JsonObject, type Signer } from '@minglu/protocol';
import { accepted, issued } from '../accepted.ts';
import type { TestApp } from '../open-test-app.ts';
import {
  ATTESTER,
  attester,
  CHAIN,
  deedBy,
  ENVELOPE,
  founder,
  GENESIS_MS,
  jwkOf,
  key,
  makeCase,
  ORGAN,
  randomId,
  registrar,
  SERVICE,
  stranger,
  type TestCase,
} from '../test-chain.ts';

// A small country behind real doors: five organisations, a key of every role at each, cases of each, rules of every kind,
// a request that was given, an emergency; and beside it the same said to the reference model.

const HOUR_MS = 3_600_000;
const WEST = 'west-bureau';
const OTHER = 'other-bureau';
const CITY = 'city';
const FOOD = 'food-permit';
export const EAST_DISTRICT = '110105';
const WEST_DISTRICT = '110106';
const FAR = '310101';
export const ORGANS = [ORGAN, WEST, OTHER, ATTESTER, CITY, 'platform'];
const ROLES = ['registrar', 'head', 'administrator', 'attester'];
/** Of somebody who is all there is at a small office. */
const HATS = ['registrar', 'head', 'attester'];
const SMALL = [ORGAN, WEST, OTHER];
const OFFICES = ['administrator', 'security-administrator', 'auditor', 'calendar-editor'];
/** 10:00 in China on the first day. */
export const DAY = GENESIS_MS + 2 * HOUR_MS;
/** 02:00 of the night after: hours count, the request and the emergency are over. */
export const NIGHT = GENESIS_MS + 18 * HOUR_MS;

export interface DoorWorld {
  readonly model: ModelWorld;
  /** Thumbprints of registered keys that still sign in. */
  readonly officers: readonly string[];
  /** Thumbprints of case keys. */
  readonly holders: readonly string[];
  readonly cases: readonly { readonly id: string; readonly resource: ModelResource }[];
  readonly annulment: { readonly id: string; readonly resource: ModelResource };
}

export interface ModelResource {
  readonly org?: string;
  readonly holder?: string;
  readonly case?: string;
  readonly region?: string;
  readonly service?: string;
}

const post = (org: string, role: string): string => `${org} ${role}`;
const kidOf = (name: string): string => key(name).publicKey.kid;

const RULES: readonly (ModelRule & { readonly about?: string })[] = [
  {
    ...{ effect: 'allow', about: CITY, deeds: ['cases.read'], roles: ['head'], below: CITY },
    ...{ purposes: ['supervision'], regions: ['1101'], grades: [1, 3] },
  },
  { effect: 'allow', about: CITY, deeds: ['cases.queue', 'annulments.read'], roles: ['head'], organs: [ORGAN] },
  { effect: 'allow', about: WEST, deeds: ['cases.*'], roles: ['head'], organs: [ORGAN], services: [SERVICE] },
  {
    ...{ effect: 'allow', about: OTHER, deeds: ['cases.queue'], roles: ['registrar'] },
    ...{ organs: [ORGAN], regions: [EAST_DISTRICT] },
  },
  {
    effect: 'allow',
    about: ATTESTER,
    deeds: ['licences.*'],
    keys: [kidOf(post(ATTESTER, 'attester'))],
    organs: [WEST],
  },
  { effect: 'allow', about: ATTESTER, deeds: ['cases.read'], roles: ['head'], organs: [WEST], grades: [2, 3] },
  { effect: 'allow', about: ATTESTER, deeds: ['cases.read'], roles: ['registrar'], organs: [WEST], grades: [2, 2] },
  { effect: 'deny', deeds: ['cases.read'], grades: [4, 4], assurance: [1, 2] },
  { effect: 'deny', deeds: ['annulments.read'], purposes: ['curiosity'] },
  { effect: 'deny', deeds: ['cases.decide', 'cases.queue'], hours: [0, 359] },
  { effect: 'deny', about: OTHER, deeds: ['cases.*'], roles: ['registrar'], services: [FOOD] },
  { effect: 'deny', about: ORGAN, deeds: ['licences.revoke'], organs: [ORGAN], until: NIGHT - HOUR_MS },
  { effect: 'deny', about: CITY, deeds: ['keys.register'], from: NIGHT - HOUR_MS },
];

/** As the chain takes it: ranges have names. */
const bodyOf = ({ about: _about, grades, assurance, hours, ...rest }: ModelRule): JsonObject => {
  const range = (pair: readonly [number, number] | undefined) => pair && { least: pair[0], most: pair[1] };
  const ranges = { grades: range(grades), assurance: range(assurance), hours: range(hours) };
  return JSON.parse(JSON.stringify({ ...rest, ...ranges })) as JsonObject;
};

/** Founds all of it by deeds, in the morning. */
export const foundDoorWorld = async ({ node, clock }: TestApp): Promise<DoorWorld> => {
  clock.nowMs = DAY;
  const notAfter = DAY + HOUR_MS / 2;
  let letters = 0;
  const act = async (by: Signer, deed: string, body: JsonObject, more: { id?: string; sidecar?: string } = {}) => {
    const id = more.id ?? randomId(`matrix ${letters++}`);
    return accepted(node, await deedBy(by, deed, body, { notAfter, ...more, id }), more.sidecar);
  };
  const admit = async (org: string, holder: string, by = founder) =>
    act(by, 'keys.register', { org, jwk: jwkOf(key(holder)) });
  const name = (org: string, kid: string, role: string, more: JsonObject = {}) =>
    act(founder, 'roles.grant', { org, kid, role, ...more });

  await act(founder, 'organisations.register', { id: CITY, name: '城市市场监督管理局', kind: 'registrar' });
  await act(founder, 'organisations.register', {
    id: WEST,
    name: '城西区市场监督管理局',
    kind: 'registrar',
    parent: CITY,
  });
  await serve(act);
  const departments = [ORGAN, WEST, OTHER, ATTESTER, CITY];
  for (const org of departments) {
    for (const role of ROLES) {
      await admit(org, post(org, role));
      await name(org, kidOf(post(org, role)), role);
    }
  }
  for (const role of OFFICES) {
    await admit('platform', post('platform', role));
    await name('platform', kidOf(post('platform', role)), role);
  }
  await admit('platform', 'second security');
  const second = { org: 'platform', kid: kidOf('second security'), role: 'security-administrator' };
  await act(key(post('platform', 'security-administrator')), 'roles.grant', second);
  for (const odd of ['clerk', 'asker', 'gone']) await admit(odd === 'asker' ? OTHER : ORGAN, odd);
  for (const org of SMALL) {
    await admit(org, post(org, 'hats'));
    for (const role of HATS) await name(org, kidOf(post(org, 'hats')), role);
  }
  await name(ORGAN, kidOf('gone'), 'registrar');
  await admit(WEST, 'short');
  await name(WEST, kidOf('short'), 'registrar', { until: NIGHT - HOUR_MS });

  for (const rule of RULES) {
    const proposal = randomId(`matrix rule ${letters++}`);
    const about = rule.about === undefined ? {} : { org: rule.about };
    const body = { ...about, rule: bodyOf(rule) };
    await act(key(post('platform', 'security-administrator')), 'access.propose-rule', body, { id: proposal });
    await act(key('second security'), 'access.confirm', { proposal });
  }

  const cases = [
    await filed(node, 'east', { region: EAST_DISTRICT }),
    await filed(node, 'west', { region: WEST_DISTRICT }),
    await filed(node, 'far', { region: FAR }),
    await filed(node, 'food', { region: EAST_DISTRICT, service: FOOD }),
    await filed(node, 'east again', { region: EAST_DISTRICT }),
    await filed(node, 'west again', { region: WEST_DISTRICT }),
    await filed(node, 'far again', { region: FAR }),
  ];
  const [east] = cases;
  const annulment = await asked(node);
  const request = randomId('matrix request');
  const wanted = { deed: 'cases.read', organ: ORGAN, region: EAST_DISTRICT, reason: 'JOINT-CASE' };
  await act(key('asker'), 'access.request', wanted, { id: request });
  await act(key(post(ORGAN, 'head')), 'access.approve', { request, until: NIGHT - HOUR_MS });
  const sidecar = buildSidecar({
    salt: randomId('matrix salt'),
    attestations: [],
    sealed: { reason: ENVELOPE },
    plain: {},
  });
  const emergency = { case: east?.made.id ?? '', reason: 'DANGER-TO-LIFE' };
  await act(key(post(OTHER, 'head')), 'access.declare-emergency', emergency, { sidecar });
  await act(founder, 'keys.revoke', { kid: kidOf('gone') });

  const at = (org: string, role: string) => ({ key: kidOf(post(org, role)), role });
  const model: ModelWorld = {
    parents: { [WEST]: CITY },
    keys: {
      ...Object.fromEntries(departments.flatMap((org) => ROLES.map((role) => [kidOf(post(org, role)), { org }]))),
      ...Object.fromEntries(OFFICES.map((role) => [kidOf(post('platform', role)), { org: 'platform' }])),
      [founder.publicKey.kid]: { org: 'platform' },
      [registrar.publicKey.kid]: { org: ORGAN },
      [stranger.publicKey.kid]: { org: OTHER },
      [attester.publicKey.kid]: { org: ATTESTER },
      [kidOf('second security')]: { org: 'platform' },
      ...Object.fromEntries(SMALL.map((org) => [kidOf(post(org, 'hats')), { org }])),
      [kidOf('clerk')]: { org: ORGAN },
      [kidOf('asker')]: { org: OTHER },
      [kidOf('short')]: { org: WEST },
    },
    roles: [
      ...departments.flatMap((org) => ROLES.map((role) => at(org, role))),
      ...OFFICES.map((role) => at('platform', role)),
      ...SMALL.flatMap((org) => HATS.map((role) => ({ key: kidOf(post(org, 'hats')), role }))),
      { key: founder.publicKey.kid, role: 'administrator' },
      { key: registrar.publicKey.kid, role: 'registrar' },
      { key: stranger.publicKey.kid, role: 'registrar' },
      { key: attester.publicKey.kid, role: 'attester' },
      { key: kidOf('second security'), role: 'security-administrator' },
      { key: kidOf('short'), role: 'registrar', until: NIGHT - HOUR_MS },
    ],
    rules: [
      ...RULES,
      {
        ...{ effect: 'allow', about: OTHER, deeds: ['cases.read'], keys: [kidOf('asker')], organs: [ORGAN] },
        ...{ regions: [EAST_DISTRICT], until: NIGHT - HOUR_MS },
      },
    ],
    mandates: [],
    emergencies: [{ key: kidOf(post(OTHER, 'head')), case: east?.made.id ?? '', until: DAY + 4 * HOUR_MS }],
  };
  return {
    model,
    officers: Object.keys(model.keys),
    holders: [...cases.map(({ made }) => made.holder.publicKey.kid), key('matrix nobody').publicKey.kid],
    cases: cases.map(({ made, resource }) => ({ id: made.id, resource })),
    annulment,
  };
};

type Act = (by: Signer, deed: string, body: JsonObject, more?: { id?: string; sidecar?: string }) => Promise<unknown>;

/** The service at three offices, and another that one organ decides alone. */
const serve = async (act: Act): Promise<void> => {
  const rest = { contract: '0'.repeat(64), attesters: [ATTESTER], promiseMs: 86_400_000 };
  const procedure = {
    kind: 'registration',
    days: 3,
    extensionDays: 3,
    reviewDays: 3,
    closingDays: 10,
    reconsideration: ATTESTER,
  };
  const offices = [
    { region: EAST_DISTRICT, organ: ORGAN },
    { region: WEST_DISTRICT, organ: WEST },
    { region: FAR, organ: OTHER },
  ];
  const first = { id: SERVICE, version: 2, organ: ORGAN, licence: { kind: 'individual-business' }, procedure, offices };
  await act(founder, 'services.register', { ...first, ...rest });
  const second = { id: FOOD, version: 1, organ: OTHER, licence: { kind: 'food-permit' } };
  await act(founder, 'services.register', { ...second, ...rest });
};

interface Filed {
  readonly made: TestCase;
  readonly resource: ModelResource;
}

const ORGAN_OF: Readonly<Record<string, string>> = { [EAST_DISTRICT]: ORGAN, [WEST_DISTRICT]: WEST, [FAR]: OTHER };

/** A case that waits, with an envelope of each grade. */
const filed = async (
  node: TestApp['node'],
  seed: string,
  { region, service = SERVICE }: { readonly region: string; readonly service?: string },
): Promise<Filed> => {
  const sealed = { 'id-number': ENVELOPE };
  const made = await makeCase(`matrix ${seed}`, {
    ...{ manual: true, region, service, sealed, notAfter: DAY + HOUR_MS / 2 },
  });
  await accepted(node, made.jws, made.sidecar);
  const holder = made.holder.publicKey.kid;
  const org = service === FOOD ? OTHER : (ORGAN_OF[region] ?? '');
  return { made, resource: { org, holder, case: made.id, region, service } };
};

/** Somebody asks that a licence of the first organ be annulled. */
const asked = async (node: TestApp['node']): Promise<DoorWorld['annulment']> => {
  const number = await issued(node, await makeCase('matrix licensed', { notAfter: DAY + HOUR_MS / 2 }));
  const id = randomId('matrix annulment');
  const asker = key('matrix asker of an annulment');
  const statement = {
    ...{ chain: CHAIN, issuer: ATTESTER, case: id, holder: asker.publicKey.kid, service: SERVICE },
    ...{ facts: { 'identity-level': 2 }, issuedAt: DAY, expiresAt: DAY + HOUR_MS, nonce: randomId('matrix nonce') },
  };
  const attestations = await attestBatch([statement], attester);
  const sidecar = buildSidecar({
    salt: randomId('matrix salt 2'),
    attestations,
    sealed: { statement: ENVELOPE },
    plain: {},
  });
  const body = { number, ground: 'identity-used' };
  const letter = await deedBy(asker, 'annulments.ask', body, {
    id,
    sidecar,
    embedKey: true,
    notAfter: DAY + HOUR_MS / 2,
  });
  await accepted(node, letter, sidecar);
  const holder = asker.publicKey.kid;
  return { id, resource: { org: ORGAN, holder, region: EAST_DISTRICT, service: SERVICE } };
};
