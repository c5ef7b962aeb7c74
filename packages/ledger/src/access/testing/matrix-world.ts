import type { ModelQuestion, ModelWorld } from './reference-model.ts';

// A small country in which each rule decides something: three levels, four kinds of organisation, keys of every role,
// some of them over, revoked, mandated or in an emergency; and rules with every condition there is.

const DAY = 86_400_000;
/** 10:00 in China. */
export const NOON = 1_780_020_000_000 - (1_780_020_000_000 % DAY) + 2 * 3_600_000;
const NIGHT = NOON + 17 * 3_600_000;
const LATER = NOON + 40 * DAY;

const parents: ModelWorld['parents'] = {
  province: 'platform',
  city: 'province',
  east: 'city',
  west: 'city',
  north: 'province',
  police: 'province',
};
const OFFICERS = ['administrator', 'registrar', 'head', 'attester'];
const DEPARTMENTS = ['province', 'city', 'east', 'west', 'north', 'police'];
const OFFICES = ['administrator', 'security-administrator', 'auditor', 'calendar-editor'];

const officers = DEPARTMENTS.flatMap((org) => OFFICERS.map((role) => ({ key: `${org}-${role}`, role, org })));
const offices = OFFICES.map((role) => ({ key: `platform-${role}`, role, org: 'platform' }));
const odd = [
  { key: 'east-clerk', org: 'east' },
  { key: 'east-revoked', org: 'east', revoked: true as const },
  { key: 'west-short', org: 'west' },
];

export const world: ModelWorld = {
  parents,
  keys: Object.fromEntries([...officers, ...offices, ...odd].map(({ key, ...rest }) => [key, rest])),
  roles: [
    ...officers.map(({ key, role }) => ({ key, role })),
    ...offices.map(({ key, role }) => ({ key, role })),
    { key: 'east-revoked', role: 'registrar' },
    { key: 'west-short', role: 'registrar', until: NOON + DAY },
  ],
  rules: [
    {
      ...{ effect: 'allow', about: 'province', deeds: ['cases.read'], roles: ['head'], below: 'city' },
      ...{ purposes: ['supervision'], regions: ['9901'], grades: [1, 3] },
    },
    {
      effect: 'allow',
      about: 'west',
      deeds: ['cases.*'],
      keys: ['west-registrar'],
      organs: ['east'],
      services: ['tea'],
    },
    {
      effect: 'allow',
      about: 'police',
      deeds: ['licences.object-to-closing'],
      roles: ['attester'],
      organs: ['east', 'west'],
    },
    { effect: 'allow', about: 'north', deeds: ['cases.queue', 'cases.read'], organs: ['west'], from: LATER - DAY },
    { effect: 'allow', about: 'city', deeds: ['licences.*'], roles: ['registrar'], below: 'city', until: NOON + DAY },
    {
      effect: 'allow',
      about: 'city',
      deeds: ['cases.decide', 'cases.claim'],
      organs: ['east'],
      regions: ['990101'],
      assurance: [3, 3],
    },
    { effect: 'allow', about: 'east', deeds: ['annulments.read'], organs: ['west'], regions: ['99'], grades: [1, 2] },
    {
      ...{
        effect: 'allow',
        about: 'police',
        deeds: ['cases.extend', 'roles.grant', 'access.approve', 'cases.withdraw'],
      },
      organs: ['north', 'east'],
    },
    { effect: 'deny', deeds: ['cases.decide', 'licences.issue'], hours: [0, 359] },
    { effect: 'deny', deeds: ['cases.read'], grades: [4, 4], assurance: [1, 2] },
    { effect: 'deny', deeds: ['cases.submit'], services: ['food'], regions: ['990102'] },
    { effect: 'deny', about: 'west', deeds: ['cases.*'], roles: ['registrar'], services: ['food'] },
    { effect: 'deny', about: 'east', deeds: ['licences.revoke'], keys: ['east-registrar'], organs: ['east'] },
    { effect: 'deny', about: 'north', deeds: ['licences.*'], until: NOON + DAY },
    { effect: 'deny', deeds: ['annulments.read'], purposes: ['curiosity'], below: 'east' },
    { effect: 'deny', about: 'city', deeds: ['keys.register'], from: LATER - DAY },
  ],
  mandates: [
    { holder: 'wang', agent: 'agent', deeds: ['cases.read', 'licences.file', 'cases.withdraw'], until: NOON + DAY },
    {
      holder: 'wang',
      agent: 'handler',
      deeds: ['licences.file', 'licences.cease'],
      services: ['tea'],
      until: LATER + DAY,
    },
  ],
  emergencies: [
    { key: 'north-registrar', case: 'case-wang', until: NOON + 3_600_000 },
    { key: 'police-head', case: 'case-other', until: LATER + DAY },
  ],
};

export const CASE_KEYS = ['wang', 'agent', 'handler', 'stranger'];
export const TIMES = [NOON, NIGHT, LATER];

const REGIONS = ['990101', '990102', '991001', undefined];
const PURPOSES = ['supervision', 'curiosity', undefined];

/** What there is to act on: a case in each organ, of either service, in one of the divisions; and nothing in particular. */
export const RESOURCES: readonly Partial<ModelQuestion>[] = [
  {},
  ...['province', 'city', 'east', 'west', 'north', 'police', 'platform'].flatMap((org, at) =>
    ['tea', 'food'].flatMap((service, turn) =>
      [0, 1].map((more) => {
        const region = REGIONS[(at + turn + more * 2) % REGIONS.length];
        const grade = 1 + ((at + turn * 2 + more) % 4);
        const holder = (at + more) % 2 === 0 ? 'wang' : 'other';
        const where = region === undefined ? {} : { region };
        return { org, service, grade, holder, case: `case-${holder}`, ...where };
      }),
    ),
  ),
];

/** How somebody comes: by which sign-in, and what for. */
export const WAYS: readonly Partial<ModelQuestion>[] = PURPOSES.flatMap((purpose) =>
  [1, 3].map((assurance) => (purpose === undefined ? { assurance } : { assurance, purpose })),
);
