import type { Role } from '../state/role.ts';

/** One way of being allowed. */
export type Grant =
  /** Any key made for a case. */
  | { readonly by: 'case-key' }
  /** The case key the resource belongs to. */
  | { readonly by: 'holder' }
  /** A role in the chain's own organisation. */
  | { readonly by: 'platform-role'; readonly role: Role }
  /** A role in the organisation in charge of the resource. */
  | { readonly by: 'role'; readonly role: Role }
  /** A role in the actor's own organisation, whoever is in charge of the resource. */
  | { readonly by: 'any-role'; readonly role: Role }
  /** Any registered key in force. */
  | { readonly by: 'registered' }
  /** Access in an emergency that was declared on the chain and has not run out. */
  | { readonly by: 'emergency' };

const platformAdministrator: Grant = { by: 'platform-role', role: 'administrator' };
const administrator: Grant = { by: 'role', role: 'administrator' };
const registrar: Grant = { by: 'role', role: 'registrar' };
/** 登记机关负责人. */
const head: Grant = { by: 'role', role: 'head' };
/** The organ's own process, which writes its documents. */
const attester: Grant = { by: 'role', role: 'attester' };
const holder: Grant = { by: 'holder' };
/** 安全管理员: rules of access, and who else makes them. */
const security: Grant = { by: 'platform-role', role: 'security-administrator' };
/** 审计管理员: looks at everything that was seen and done, and does nothing else. */
const auditor: Grant = { by: 'platform-role', role: 'auditor' };
/** The process that writes an audit stream: it says how far the stream is, and may do nothing else. */
const recorder: Grant = { by: 'role', role: 'recorder' };
/** Calendars count for every region: no department's administrator can make an editor of them. */
const calendarEditor: Grant = { by: 'platform-role', role: 'calendar-editor' };

/** Who may do what; what is not here nobody may. Deeds of the chain, then reads the API asks about. */
export const accessRules: ReadonlyMap<string, readonly Grant[]> = new Map<string, readonly Grant[]>([
  ['keys.register', [platformAdministrator, administrator]],
  ['keys.revoke', [platformAdministrator, administrator, security, auditor]],
  ['keys.rotate', [{ by: 'registered' }]],
  ['organisations.register', [platformAdministrator]],
  ['organisations.update', [platformAdministrator, administrator]],
  ['roles.grant', [platformAdministrator, administrator, security, auditor]],
  ['roles.revoke', [platformAdministrator, administrator, security, auditor]],
  ['services.register', [platformAdministrator]],
  ['protocol.raise', [platformAdministrator]],
  ['cases.submit', [{ by: 'case-key' }]],
  ['calendars.propose', [calendarEditor]],
  ['calendars.confirm', [calendarEditor]],
  ['cases.decide', [registrar]],
  ['cases.supplement', [registrar]],
  ['cases.claim', [registrar]],
  ['cases.hand-over', [registrar]],
  ['cases.release', [registrar]],
  ['cases.answer-review', [registrar]],
  ['cases.extend', [head]],
  ['cases.assign', [head]],
  ['cases.withdraw', [holder]],
  ['cases.refile', [holder]],
  ['cases.review', [holder]],
  ['licences.cease', [holder]],
  ['licences.resume', [holder]],
  ['licences.reissue', [holder]],
  ['licences.announce-closing', [holder]],
  ['licences.withdraw-closing', [holder]],
  ['licences.object-to-closing', [registrar, attester]],
  ['licences.apply-change', [holder]],
  ['licences.apply-closing', [holder]],
  ['licences.hand-over', [holder]],
  ['licences.show', [holder]],
  ['licences.file', [holder]],
  ['licences.replace', [registrar]],
  ['licences.mark', [registrar]],
  ['licences.unmark', [registrar]],
  ['licences.establish-resumption', [registrar]],
  ['documents.list', [attester]],
  ['annulments.ask', [{ by: 'case-key' }]],
  ['annulments.take-up', [registrar]],
  ['annulments.decline', [registrar]],
  ['annulments.open', [registrar]],
  ['annulments.extend', [head]],
  ['annulments.announce', [registrar]],
  ['annulments.oppose', [holder]],
  ['annulments.ask-stay', [holder]],
  ['annulments.stay', [registrar]],
  ['annulments.resume', [registrar]],
  ['annulments.annul', [registrar]],
  ['annulments.annul-partly', [registrar]],
  ['annulments.reject', [registrar]],
  ['annulments.undo', [registrar]],
  ['annulments.bar', [registrar]],
  ['annulments.lift-bar', [registrar]],
  ['licences.issue', [registrar]],
  ['licences.change', [registrar]],
  ['licences.suspend', [registrar]],
  ['licences.restore', [registrar]],
  ['licences.close', [registrar]],
  ['licences.revoke', [registrar]],
  ['access.propose-rule', [security, administrator]],
  ['access.propose-withdrawal', [security, administrator]],
  ['access.confirm', [security]],
  ['access.reject', [security]],
  ['access.request', [{ by: 'registered' }]],
  ['access.approve', [head, administrator]],
  ['access.decline', [head, administrator]],
  [
    'access.declare-emergency',
    [
      { by: 'any-role', role: 'registrar' },
      { by: 'any-role', role: 'head' },
    ],
  ],
  ['access.judge-emergency', [head]],
  ['access.explain', [security, auditor, head, administrator, holder]],
  ['audit.anchor', [recorder]],
  ['audit.place-hold', [auditor]],
  ['audit.lift-hold', [auditor]],
  ['audit.confirm-hold', [auditor, security]],
  ['audit.record-finding', [auditor]],
  ['audit.answer-finding', [head]],
  ['mandates.appoint', [holder]],
  ['mandates.withdraw', [holder]],
  ['cases.read', [holder, registrar, head, attester, { by: 'emergency' }]],
  ['cases.queue', [registrar, head]],
  ['annulments.read', [holder, registrar, head]],
  ['audit.read', [auditor]],
  ['audit.sample', [auditor]],
  ['audit.findings', [auditor, registrar, head]],
]);

/** Names of everything there is to be allowed, deeds of the chain first. */
export const accessNames: readonly string[] = [...accessRules.keys()];

/**
 * Deeds and reads that a rule or an approved request may give to more people: those an officer does by a role. Whoever
 * names keys and roles is named by roles alone, or one approved request would open everything.
 */
export function canBeAllowed(deed: string): boolean {
  return !deed.startsWith('access.') && !deed.startsWith('audit.') && (accessRules.get(deed) ?? []).some(isOfficers);
}

/** Roles whose deeds no rule and no request gives to others. */
const PROCESSES: ReadonlySet<Role> = new Set(['administrator', 'recorder']);

function isOfficers(grant: Grant): boolean {
  return (grant.by === 'role' || grant.by === 'any-role') && !PROCESSES.has(grant.role);
}

/** Deeds and reads that somebody may do for the holder. */
export function canBeMandated(deed: string): boolean {
  return !deed.startsWith('mandates.') && (accessRules.get(deed) ?? []).some(({ by }) => by === 'holder');
}
