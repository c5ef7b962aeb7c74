import type { Role } from '../state/records.ts';

/** One way of being allowed. */
export type Grant =
  /** Any key made for a case. */
  | { readonly by: 'case-key' }
  /** The case key the resource belongs to. */
  | { readonly by: 'holder' }
  /** A role in the chain's own organisation. */
  | { readonly by: 'platform-role'; readonly role: Role }
  /** A role in the organisation in charge of the resource. */
  | { readonly by: 'role'; readonly role: Role };

const platformAdministrator: Grant = { by: 'platform-role', role: 'administrator' };
const administrator: Grant = { by: 'role', role: 'administrator' };
const registrar: Grant = { by: 'role', role: 'registrar' };
/** 登记机关负责人. */
const head: Grant = { by: 'role', role: 'head' };
/** The organ's own process, which writes its documents. */
const attester: Grant = { by: 'role', role: 'attester' };
const holder: Grant = { by: 'holder' };
/** Calendars count for every region: no department's administrator can make an editor of them. */
const calendarEditor: Grant = { by: 'platform-role', role: 'calendar-editor' };

/** Who may do what; what is not here nobody may. Deeds of the chain, then reads the API asks about. */
export const accessRules: ReadonlyMap<string, readonly Grant[]> = new Map<string, readonly Grant[]>([
  ['keys.register', [platformAdministrator, administrator]],
  ['keys.revoke', [platformAdministrator, administrator]],
  ['organisations.register', [platformAdministrator]],
  ['organisations.update', [platformAdministrator, administrator]],
  ['roles.grant', [platformAdministrator, administrator]],
  ['roles.revoke', [platformAdministrator, administrator]],
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
  ['licences.file', [holder]],
  ['licences.replace', [registrar]],
  ['licences.mark', [registrar]],
  ['licences.unmark', [registrar]],
  ['licences.establish-resumption', [registrar]],
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
  ['cases.read', [holder, registrar, head, attester]],
  ['cases.queue', [registrar, head]],
  ['annulments.read', [holder, registrar, head]],
]);
