/** What cannot be taken back by whoever did it, or gives power to somebody: decisions, licences, rules, roles, keys. */
const GRAVE = new Set([
  'cases.decide',
  'cases.answer-review',
  'licences.issue',
  'licences.change',
  'licences.suspend',
  'licences.restore',
  'licences.close',
  'licences.revoke',
  'annulments.annul',
  'annulments.annul-partly',
  'annulments.undo',
  'annulments.bar',
  'annulments.lift-bar',
  'access.propose-rule',
  'access.propose-withdrawal',
  'access.confirm',
  'access.approve',
  'keys.register',
  'keys.rotate',
  'keys.revoke',
  'roles.grant',
  'roles.revoke',
  'services.register',
  'protocol.raise',
]);

export const isGrave = (deed: string): boolean => GRAVE.has(deed);
