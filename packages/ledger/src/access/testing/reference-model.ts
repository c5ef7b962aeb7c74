// Who may do what, said a second time and as plainly as it can be said: no chain, no records, no index, and nothing of the
// code it judges. Where the two differ one of them is wrong, and it is to be found out which.

export interface ModelRule {
  readonly effect: 'allow' | 'deny';
  /** Whose keys; everybody's where it is not said. */
  readonly about?: string;
  readonly deeds: readonly string[];
  readonly roles?: readonly string[];
  readonly keys?: readonly string[];
  readonly organs?: readonly string[];
  readonly below?: string;
  readonly regions?: readonly string[];
  readonly services?: readonly string[];
  readonly grades?: readonly [number, number];
  readonly purposes?: readonly string[];
  readonly assurance?: readonly [number, number];
  readonly hours?: readonly [number, number];
  readonly from?: number;
  readonly until?: number;
}

export interface ModelWorld {
  /** Organisation to the one above it. */
  readonly parents: Readonly<Record<string, string | undefined>>;
  readonly keys: Readonly<Record<string, { readonly org: string; readonly revoked?: true }>>;
  readonly roles: readonly { readonly key: string; readonly role: string; readonly until?: number }[];
  readonly rules: readonly ModelRule[];
  readonly mandates: readonly {
    readonly holder: string;
    readonly agent: string;
    readonly deeds: readonly string[];
    readonly services?: readonly string[];
    readonly until: number;
  }[];
  readonly emergencies: readonly { readonly key: string; readonly case: string; readonly until: number }[];
}

export interface ModelQuestion {
  readonly key: string;
  readonly isCaseKey: boolean;
  readonly at: number;
  readonly assurance?: number;
  readonly purpose?: string;
  readonly deed: string;
  readonly org?: string;
  readonly holder?: string;
  readonly case?: string;
  readonly region?: string;
  readonly service?: string;
  readonly grade?: number;
}

const BY_ROLE: Readonly<Record<string, string>> = {
  registrar: `cases.decide cases.supplement cases.claim cases.hand-over cases.release cases.answer-review
    licences.object-to-closing licences.replace licences.mark licences.unmark licences.establish-resumption
    annulments.take-up annulments.decline annulments.open annulments.announce annulments.stay annulments.resume
    annulments.annul annulments.annul-partly annulments.reject annulments.undo annulments.bar annulments.lift-bar licences.issue licences.change
    licences.suspend licences.restore licences.close licences.revoke cases.read cases.queue annulments.read audit.findings`,
  head: `cases.extend cases.assign annulments.extend access.approve access.decline access.judge-emergency
    access.explain audit.answer-finding audit.findings cases.read cases.queue annulments.read`,
  attester: 'licences.object-to-closing cases.read documents.list',
  recorder: 'audit.anchor',
  administrator: `keys.register keys.revoke organisations.update roles.grant roles.revoke access.propose-rule
    access.propose-withdrawal access.approve access.decline access.explain`,
};
const BY_OFFICE: Readonly<Record<string, string>> = {
  administrator: `keys.register keys.revoke organisations.register organisations.update roles.grant roles.revoke
    services.register protocol.raise`,
  'security-administrator': `access.propose-rule access.propose-withdrawal access.confirm access.reject keys.revoke
    roles.grant roles.revoke access.explain audit.confirm-hold`,
  auditor: `keys.revoke roles.grant roles.revoke access.explain audit.read audit.sample audit.findings audit.place-hold audit.lift-hold audit.confirm-hold audit.record-finding`,
  'calendar-editor': 'calendars.propose calendars.confirm',
};
const OF_ANY_OFFICER: Readonly<Record<string, readonly string[]>> = {
  'access.declare-emergency': ['registrar', 'head'],
};
const OF_ANY_KEY = 'access.request keys.rotate';
const OF_CASE_KEYS = 'cases.submit annulments.ask';
const OF_HOLDERS = `cases.withdraw cases.refile cases.review licences.cease licences.resume licences.reissue
  licences.announce-closing licences.withdraw-closing licences.apply-change licences.apply-closing licences.hand-over
  licences.file licences.show annulments.oppose annulments.ask-stay mandates.appoint mandates.withdraw cases.read
  annulments.read access.explain`;

const has = (words: string | undefined, word: string): boolean => (words ?? '').split(/\s+/).includes(word);

export function modelAllows(world: ModelWorld, question: ModelQuestion): boolean {
  const { key, deed, isCaseKey } = question;
  if (world.rules.some((rule) => rule.effect === 'deny' && applies(world, rule, question))) return false;
  if (isCaseKey) return has(OF_CASE_KEYS, deed) || (has(OF_HOLDERS, deed) && standsFor(world, question));
  const registered = world.keys[key];
  if (registered === undefined || registered.revoked) return false;
  const { org } = registered;
  const words = (table: Readonly<Record<string, string>>) =>
    Object.keys(table).some((role) => has(table[role], deed) && holds(world, question, role));
  if (org === question.org && words(BY_ROLE)) return true;
  if (org === 'platform' && words(BY_OFFICE)) return true;
  if ((OF_ANY_OFFICER[deed] ?? []).some((role) => holds(world, question, role))) return true;
  if (has(OF_ANY_KEY, deed)) return true;
  const open = (one: ModelWorld['emergencies'][number]) =>
    one.key === key && one.case === question.case && question.at < one.until;
  if (deed === 'cases.read' && world.emergencies.some(open)) return true;
  const isOfficers = ['registrar', 'head', 'attester'].some((role) => has(BY_ROLE[role], deed));
  if (!isOfficers || /^(access|audit)\./.test(deed)) return false;
  return world.rules.some((rule) => rule.effect === 'allow' && applies(world, rule, question));
}

function standsFor(world: ModelWorld, { key, holder, at, deed, service }: ModelQuestion): boolean {
  if (holder === key) return true;
  return world.mandates.some(
    (one) =>
      one.holder === holder &&
      one.agent === key &&
      at < one.until &&
      one.deeds.includes(deed) &&
      (one.services === undefined || (service !== undefined && one.services.includes(service))),
  );
}

function holds(world: ModelWorld, { key, at }: ModelQuestion, role: string): boolean {
  return world.roles.some((one) => one.key === key && one.role === role && (one.until === undefined || at < one.until));
}

function applies(world: ModelWorld, rule: ModelRule, question: ModelQuestion): boolean {
  if (rule.about !== undefined && (question.isCaseKey || world.keys[question.key]?.org !== rule.about)) return false;
  if (rule.effect === 'allow' && rule.about === undefined) return false;
  const family = `${question.deed.split('.')[0]}.*`;
  const among = (list: readonly string[] | undefined, value?: string) =>
    !list || (value !== undefined && list.includes(value));
  const within = (range: readonly [number, number] | undefined, value?: number) =>
    !range || (value !== undefined && range[0] <= value && value <= range[1]);
  const ancestors: (string | undefined)[] = [];
  for (let org = question.org; org !== undefined && ancestors.length < 8; org = world.parents[org]) ancestors.push(org);
  const minute = new Date(question.at + 8 * 3_600_000);
  return (
    (rule.deeds.includes(question.deed) || rule.deeds.includes(family)) &&
    (rule.from === undefined || rule.from <= question.at) &&
    (rule.until === undefined || question.at < rule.until) &&
    among(rule.keys, question.key) &&
    among(rule.organs, question.org) &&
    among(rule.services, question.service) &&
    among(rule.purposes, question.purpose) &&
    (!rule.regions || rule.regions.some((one) => question.region?.slice(0, one.length) === one)) &&
    within(rule.grades, question.grade) &&
    within(rule.assurance, question.assurance ?? (question.isCaseKey ? 1 : 3)) &&
    within(rule.hours, minute.getUTCHours() * 60 + minute.getUTCMinutes()) &&
    (rule.below === undefined || ancestors.includes(rule.below)) &&
    (!rule.roles || (!question.isCaseKey && rule.roles.some((role) => holds(world, question, role))))
  );
}
