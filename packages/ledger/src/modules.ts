import type { Deed } from './deed.ts';
import { decideCase } from './modules/cases/decide-case.ts';
import { submitCase } from './modules/cases/submit-case.ts';
import { registerKey } from './modules/keys/register-key.ts';
import { revokeKey } from './modules/keys/revoke-key.ts';
import { changeLicence } from './modules/licences/change-licence.ts';
import { closeLicence } from './modules/licences/close-licence.ts';
import { issueLicence } from './modules/licences/issue-licence.ts';
import { restoreLicence } from './modules/licences/restore-licence.ts';
import { revokeLicence } from './modules/licences/revoke-licence.ts';
import { suspendLicence } from './modules/licences/suspend-licence.ts';
import { registerOrganisation } from './modules/organisations/register-organisation.ts';
import { updateOrganisation } from './modules/organisations/update-organisation.ts';
import { raiseProtocol } from './modules/protocol/raise-protocol.ts';
import { grantRole } from './modules/roles/grant-role.ts';
import { revokeRole } from './modules/roles/revoke-role.ts';
import { registerService } from './modules/services/register-service.ts';

/** Everything the chain can do. */
const deeds: readonly Deed[] = [
  registerKey,
  revokeKey,
  registerOrganisation,
  updateOrganisation,
  grantRole,
  revokeRole,
  registerService,
  submitCase,
  decideCase,
  issueLicence,
  changeLicence,
  suspendLicence,
  restoreLicence,
  closeLicence,
  revokeLicence,
  raiseProtocol,
];

const deedsByName: ReadonlyMap<string, Deed> = new Map(deeds.map((deed) => [deed.name, deed]));

export const deedNames: readonly string[] = deeds.map((deed) => deed.name);

/** The deed of this name, if the protocol version in force knows it. */
export function findDeed(name: string, protocol: number): Deed | undefined {
  const deed = deedsByName.get(name);
  return deed !== undefined && deed.since <= protocol ? deed : undefined;
}
