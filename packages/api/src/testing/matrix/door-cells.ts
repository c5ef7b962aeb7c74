import { type ModelQuestion, modelAllows } from '@minglu/ledger/testing';
import { type DoorWorld, type ModelResource, ORGANS } from './door-world.ts';

/** Somebody at the door: with which key, signed in how, when. */
export interface Visitor {
  readonly kid: string;
  readonly isCaseKey: boolean;
  readonly atMs: number;
}

/** One question over HTTP, and what each part of the answer has to be. */
export interface DoorQuestion {
  readonly path: string;
  readonly body?: object;
  /** By a name of the cell, whether the model has it allowed; and how the answer says it. */
  readonly cells: readonly DoorCell[];
  /** Where some of the cells can be asked for alone: the question about these. */
  readonly only?: (cells: readonly DoorCell[]) => readonly DoorQuestion[];
}

export interface DoorCell {
  readonly name: string;
  readonly allowed: boolean;
  /** What is asked of the rules, where it is one question: so that a sample of refusals has each of their reasons. */
  readonly asked?: { readonly deed: string; readonly resource: ModelResource };
  readonly told: (answer: DoorAnswer) => boolean;
}

export interface DoorAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of forty routes, read member by member
  readonly body: any;
}

const PURPOSES = [undefined, 'supervision', 'curiosity'] as const;
const GRADES = [2, 3, 4];
/** Parts of a file by the grade that opens them; a part that is there and closed is named as withheld. */
const PARTS: readonly (readonly [name: string, grade: number])[] = [
  ['attested', 3],
  ['plain', 2],
  ['operator', 3],
  ['id-number', 4],
];

type Ask = (deed: string, resource: ModelResource & { readonly grade?: number }, purpose?: string) => boolean;

/** The model asked on behalf of one visitor. */
const askFor =
  ({ model }: DoorWorld, { kid, isCaseKey, atMs }: Visitor): Ask =>
  (deed, resource, purpose) => {
    const assurance = isCaseKey ? 1 : 3;
    const why = purpose === undefined ? {} : { purpose };
    return modelAllows(model, { key: kid, isCaseKey, at: atMs, assurance, deed, ...why, ...resource } as ModelQuestion);
  };

/** Everything that is asked on behalf of one visitor. */
export const questionsOf = (world: DoorWorld, visitor: Visitor, deeds: readonly string[]): DoorQuestion[] => {
  const ask = askFor(world, visitor);
  const own = visitor.isCaseKey ? undefined : world.model.keys[visitor.kid]?.org;
  return [
    ...mayQuestions(world, ask, deeds),
    ...fileQuestions(world, ask),
    ...mandateQuestions(world, ask, visitor),
    ...annulmentQuestions(world, ask),
    ...deskQuestions(world, ask, own),
    ...rightsQuestions(world, ask, own),
    ...reachQuestions(world, visitor.kid, ask),
    ...openingQuestions(world, visitor, ask),
    ...auditQuestions(ask, own),
  ];
};

const ACCOUNT_READERS = ['keys.register', 'access.propose-rule', 'audit.read'];

/** The auditors' doors; an organ's own findings are for its officers too. */
const auditQuestions = (ask: Ask, own: string | undefined): DoorQuestion[] => {
  const isOrgans = own !== undefined && ask('audit.findings', { org: own });
  const doors: readonly (readonly [path: string, allowed: boolean, status: number])[] = [
    // Keepers of accounts, and the guarded offices, each of which keeps its own people.
    ['/api/accounts?organisation=platform', ACCOUNT_READERS.some((deed) => ask(deed, { org: 'platform' })), 200],
    ['/api/audit?limit=1', ask('audit.read', {}), 200],
    ['/api/audit/gaps', ask('audit.read', {}), 200],
    ['/api/audit/matters?kind=emergency', ask('audit.read', {}), 200],
    ['/api/audit/matters?kind=hold', ask('audit.confirm-hold', {}), 200],
    ['/api/audit/matters?kind=finding', ask('audit.findings', {}) || isOrgans, 200],
    // There is none of that name: an auditor is told so, and nobody else.
    [`/api/audit/sample/${'A'.repeat(22)}`, ask('audit.sample', {}), 404],
  ];
  return doors.map(([path, allowed, status]) => ({
    path,
    cells: [{ name: path, allowed, told: (answer: DoorAnswer) => answer.status === status }],
  }));
};

const isOk = ({ status }: DoorAnswer): boolean => status === 200;

/** `GET /api/access/may`: each deed and read on each thing there is. */
const mayQuestions = ({ cases, annulment }: DoorWorld, ask: Ask, deeds: readonly string[]): DoorQuestion[] => {
  const about: readonly (readonly [string, ModelResource])[] = [
    ...cases.map(({ id, resource }) => [`case=${id}`, resource] as const),
    [`annulment=${annulment.id}`, annulment.resource],
    ...ORGANS.map((org) => [`organ=${org}`, { org }] as const),
  ];
  return about.map(([query, resource]) =>
    mayQuestion(
      query,
      deeds.map((deed) => ({
        name: deed,
        allowed: ask(deed, resource),
        asked: { deed, resource },
        told: ({ body }: DoorAnswer) => body.answers.find((one: { deed: string }) => one.deed === deed).allow === true,
      })),
    ),
  );
};

/** The route takes forty at once. */
const MOST_DEEDS = 40;

const mayQuestion = (query: string, cells: readonly DoorCell[]): DoorQuestion => ({
  path: `/api/access/may?${query}&deeds=${cells.map(({ name }) => name).join(',')}`,
  cells,
  only: (some) =>
    Array.from({ length: Math.ceil(some.length / MOST_DEEDS) }, (_, page) =>
      mayQuestion(query, some.slice(page * MOST_DEEDS, (page + 1) * MOST_DEEDS)),
    ),
});

/** The file, part by part; its papers, which come whole; its pictures. */
const fileQuestions = ({ cases }: DoorWorld, ask: Ask): DoorQuestion[] =>
  cases.flatMap(({ id, resource }) => [
    ...PURPOSES.flatMap((purpose) => {
      const query = purpose === undefined ? '' : `?purpose=${purpose}`;
      const at = (grade: number) => ask('cases.read', { ...resource, grade }, purpose);
      const whole = { name: `papers ${id}`, allowed: GRADES.every(at), told: (answer: DoorAnswer) => isOk(answer) };
      return [
        { path: `/api/cases/${id}${query}`, cells: partsOf(id, at) },
        { path: `/api/cases/${id}/papers/${id}${query}`, cells: [whole] },
      ];
    }),
    {
      path: `/api/vault/${'0'.repeat(64)}?case=${id}`,
      cells: [
        {
          name: `pictures ${id}`,
          allowed: ask('cases.read', { ...resource, grade: 3 }),
          // There is none of that name: whoever may read is told so, and nobody else.
          told: ({ status }: DoorAnswer) => status === 404,
        },
      ],
    },
  ]);

/** Whom a case's holder lets act: told to officers who may read it; an agent of the same holder is none. */
const mandateQuestions = ({ cases }: DoorWorld, ask: Ask, { isCaseKey }: Visitor): DoorQuestion[] =>
  cases.map(({ id, resource }) => ({
    path: `/api/mandates?case=${id}`,
    cells: [{ name: `mandates of ${id}`, allowed: !isCaseKey && ask('cases.read', resource), told: isOk }],
  }));

const partsOf = (id: string, at: (grade: number) => boolean): DoorCell[] =>
  PARTS.map(([name, grade]) => ({
    name: `${name} of ${id}`,
    allowed: at(grade),
    told: ({ body }: DoorAnswer) => {
      if (body.file === undefined) return false;
      if (name === 'attested') return body.file.attested.length > 0;
      return name === 'plain' ? body.file.plain.employees === 2 : body.file.sealed[name] !== undefined;
    },
  }));

const annulmentQuestions = ({ annulment: { id, resource } }: DoorWorld, ask: Ask): DoorQuestion[] =>
  PURPOSES.map((purpose) => ({
    path: `/api/annulments/${id}${purpose === undefined ? '' : `?purpose=${purpose}`}`,
    cells: [
      {
        name: `envelopes of annulment ${id}`,
        allowed: GRADES.every((grade) => ask('annulments.read', { ...resource, grade }, purpose)),
        told: ({ body }: DoorAnswer) => body.sealed !== undefined,
      },
    ],
  }));

/** Lists, counts and filters of each desk: a case is in all of them or in none. */
const deskQuestions = (world: DoorWorld, ask: Ask, own: string | undefined): DoorQuestion[] =>
  [undefined, ...ORGANS].map((wanted) => {
    const organ = wanted ?? own;
    const isOfficer = own !== undefined;
    const of = world.cases.filter(({ resource }) => resource.org === organ);
    const fits = of.filter(({ resource: { org, service, region } }) =>
      ask('cases.queue', { org, service, region } as ModelResource),
    );
    const isOpen = isOfficer && (fits.length > 0 || (organ !== undefined && ask('cases.queue', { org: organ })));
    return {
      path: `/api/cases?view=open${wanted === undefined ? '' : `&organ=${wanted}`}`,
      cells: [
        { name: `desk of ${organ}`, allowed: isOpen, told: isOk },
        ...of.map(({ id }) => ({
          name: `${id} in the list of ${organ}`,
          allowed: isOfficer && fits.some((one) => one.id === id),
          told: ({ body }: DoorAnswer) => body.cases?.some((one: { id: string }) => one.id === id) === true,
        })),
        {
          name: `count of ${organ}`,
          allowed: true,
          told: ({ status, body }: DoorAnswer) =>
            status !== 200 ||
            (body.total === fits.length && body.desks.open === fits.length && lampsOf(body) === fits.length),
        },
      ],
    };
  });

const lampsOf = ({ lamps }: { readonly lamps: Readonly<Record<string, number>> }): number =>
  Object.values(lamps).reduce((sum, count) => sum + count, 0);

/** What is asked about rights themselves. */
const rightsQuestions = (world: DoorWorld, ask: Ask, own: string | undefined): DoorQuestion[] => {
  const isOfficer = own !== undefined;
  const at = (deed: string): boolean => isOfficer && ask(deed, { org: own });
  const cell = (name: string, allowed: boolean): readonly DoorCell[] => [{ name, allowed, told: isOk }];
  return [
    { path: '/api/access/requests?desk=organ', cells: cell('requests of the organ', at('access.approve')) },
    { path: '/api/access/requests?desk=mine', cells: cell('own requests', isOfficer) },
    { path: '/api/access/emergencies?desk=organ', cells: cell('emergencies', at('access.judge-emergency')) },
    { path: '/api/access/emergencies?desk=mine', cells: cell('own emergencies', isOfficer) },
    ...world.cases.map(({ id, resource }) => ({
      path: `/api/access/readers?case=${id}`,
      cells: cell(`readers of ${id}`, ask('access.explain', resource)),
    })),
    {
      path: '/api/roles',
      cells: cell('roles', ['roles.grant', 'access.explain', 'cases.queue'].some(at)),
    },
  ];
};

/** 某人能看到什么: of oneself anybody, of others whoever explains at their organisation. */
const reachQuestions = ({ officers, model }: DoorWorld, own: string, ask: Ask): DoorQuestion[] =>
  [...officers.slice(0, 4), own].flatMap((kid) => {
    const org = model.keys[kid]?.org;
    if (org === undefined) return [];
    const allowed = kid === own || ask('access.explain', { org });
    return [{ path: `/api/access/reach?kid=${kid}`, cells: [{ name: `reach of ${kid}`, allowed, told: isOk }] }];
  });

/** Leave to open an envelope, which only officers ask for and always for a purpose. */
const openingQuestions = ({ cases }: DoorWorld, { isCaseKey }: Visitor, ask: Ask): DoorQuestion[] =>
  cases.flatMap(({ id, resource }) =>
    (['operator', 'id-number'] as const).flatMap((field) =>
      ['review', 'supervise'].map((purpose) => {
        const grade = field === 'id-number' ? 4 : 3;
        const allowed = !isCaseKey && ask('cases.read', { ...resource, grade }, purpose);
        const name = `leave to open ${field} of ${id}`;
        return { path: '/api/unmask', body: { case: id, field, purpose }, cells: [{ name, allowed, told: isOk }] };
      }),
    ),
  );
