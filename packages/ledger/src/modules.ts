import type { Deed } from './deed.ts';
import { approveRequest } from './modules/access/approve-request.ts';
import { confirmRule } from './modules/access/confirm-rule.ts';
import { declareEmergency } from './modules/access/declare-emergency.ts';
import { declineRequest } from './modules/access/decline-request.ts';
import { judgeEmergency } from './modules/access/judge-emergency.ts';
import { proposeRule } from './modules/access/propose-rule.ts';
import { proposeWithdrawal } from './modules/access/propose-withdrawal.ts';
import { rejectProposal } from './modules/access/reject-proposal.ts';
import { requestAccess } from './modules/access/request-access.ts';
import { announceAnnulment } from './modules/annulments/announce-annulment.ts';
import { annulPartly } from './modules/annulments/annul-partly.ts';
import { annulRegistration } from './modules/annulments/annul-registration.ts';
import { askAnnulment } from './modules/annulments/ask-annulment.ts';
import { askStay } from './modules/annulments/ask-stay.ts';
import { barPerson } from './modules/annulments/bar-person.ts';
import { declineAnnulment } from './modules/annulments/decline-annulment.ts';
import { extendAnnulment } from './modules/annulments/extend-annulment.ts';
import { liftBar } from './modules/annulments/lift-bar.ts';
import { openAnnulment } from './modules/annulments/open-annulment.ts';
import { opposeAnnulment } from './modules/annulments/oppose-annulment.ts';
import { rejectAnnulment } from './modules/annulments/reject-annulment.ts';
import { resumeAnnulment } from './modules/annulments/resume-annulment.ts';
import { stayAnnulment } from './modules/annulments/stay-annulment.ts';
import { takeUpAnnulment } from './modules/annulments/take-up-annulment.ts';
import { undoAnnulment } from './modules/annulments/undo-annulment.ts';
import { anchorStream } from './modules/audit/anchor-stream.ts';
import { answerFinding } from './modules/audit/answer-finding.ts';
import { confirmHold } from './modules/audit/confirm-hold.ts';
import { liftHold } from './modules/audit/lift-hold.ts';
import { placeHold } from './modules/audit/place-hold.ts';
import { recordFinding } from './modules/audit/record-finding.ts';
import { confirmCalendar } from './modules/calendars/confirm-calendar.ts';
import { proposeCalendar } from './modules/calendars/propose-calendar.ts';
import { answerReview } from './modules/cases/answer-review.ts';
import { assignCase } from './modules/cases/assign-case.ts';
import { claimCase } from './modules/cases/claim-case.ts';
import { decideCase } from './modules/cases/decide-case.ts';
import { extendCase } from './modules/cases/extend-case.ts';
import { handOverCase } from './modules/cases/hand-over-case.ts';
import { refileCase } from './modules/cases/refile-case.ts';
import { releaseCase } from './modules/cases/release-case.ts';
import { reviewCase } from './modules/cases/review-case.ts';
import { submitCase } from './modules/cases/submit-case.ts';
import { supplementCase } from './modules/cases/supplement-case.ts';
import { withdrawCase } from './modules/cases/withdraw-case.ts';
import { listDocuments } from './modules/documents/list-documents.ts';
import { registerKey } from './modules/keys/register-key.ts';
import { revokeKey } from './modules/keys/revoke-key.ts';
import { rotateKey } from './modules/keys/rotate-key.ts';
import { announceClosing } from './modules/licences/announce-closing.ts';
import { applyChange } from './modules/licences/apply-change.ts';
import { applyClosing } from './modules/licences/apply-closing.ts';
import { ceaseBusiness } from './modules/licences/cease-business.ts';
import { changeLicence } from './modules/licences/change-licence.ts';
import { closeLicence } from './modules/licences/close-licence.ts';
import { establishResumption } from './modules/licences/establish-resumption.ts';
import { fileParticulars } from './modules/licences/file-particulars.ts';
import { handOverLicence } from './modules/licences/hand-over-licence.ts';
import { issueLicence } from './modules/licences/issue-licence.ts';
import { markLicence } from './modules/licences/mark-licence.ts';
import { objectToClosing } from './modules/licences/object-to-closing.ts';
import { reissueLicence } from './modules/licences/reissue-licence.ts';
import { replaceLicence } from './modules/licences/replace-licence.ts';
import { restoreLicence } from './modules/licences/restore-licence.ts';
import { resumeBusiness } from './modules/licences/resume-business.ts';
import { revokeLicence } from './modules/licences/revoke-licence.ts';
import { showLicence } from './modules/licences/show-licence.ts';
import { suspendLicence } from './modules/licences/suspend-licence.ts';
import { unmarkLicence } from './modules/licences/unmark-licence.ts';
import { withdrawClosing } from './modules/licences/withdraw-closing.ts';
import { appointAgent } from './modules/mandates/appoint-agent.ts';
import { withdrawMandate } from './modules/mandates/withdraw-mandate.ts';
import { registerOrganisation } from './modules/organisations/register-organisation.ts';
import { updateOrganisation } from './modules/organisations/update-organisation.ts';
import { raiseProtocol } from './modules/protocol/raise-protocol.ts';
import { grantRole } from './modules/roles/grant-role.ts';
import { revokeRole } from './modules/roles/revoke-role.ts';
import { registerService } from './modules/services/register-service.ts';
import { NEWEST_PROTOCOL } from './protocol-version.ts';

/** Everything the chain can do. */
const deeds: readonly Deed[] = [
  ...registerKey,
  ...revokeKey,
  rotateKey,
  ...registerOrganisation,
  updateOrganisation,
  ...grantRole,
  ...revokeRole,
  ...registerService,
  approveRequest,
  confirmRule,
  declareEmergency,
  declineRequest,
  judgeEmergency,
  proposeRule,
  proposeWithdrawal,
  rejectProposal,
  requestAccess,
  appointAgent,
  withdrawMandate,
  anchorStream,
  placeHold,
  liftHold,
  confirmHold,
  recordFinding,
  answerFinding,
  proposeCalendar,
  confirmCalendar,
  ...submitCase,
  decideCase,
  extendCase,
  supplementCase,
  withdrawCase,
  refileCase,
  reviewCase,
  answerReview,
  claimCase,
  assignCase,
  handOverCase,
  releaseCase,
  ...issueLicence,
  changeLicence,
  suspendLicence,
  restoreLicence,
  reissueLicence,
  ...ceaseBusiness,
  resumeBusiness,
  ...announceClosing,
  objectToClosing,
  withdrawClosing,
  closeLicence,
  ...revokeLicence,
  ...applyChange,
  ...applyClosing,
  handOverLicence,
  showLicence,
  fileParticulars,
  replaceLicence,
  markLicence,
  unmarkLicence,
  establishResumption,
  askAnnulment,
  takeUpAnnulment,
  declineAnnulment,
  openAnnulment,
  extendAnnulment,
  announceAnnulment,
  opposeAnnulment,
  askStay,
  stayAnnulment,
  resumeAnnulment,
  annulRegistration,
  annulPartly,
  rejectAnnulment,
  undoAnnulment,
  listDocuments,
  barPerson,
  liftBar,
  raiseProtocol,
];

/** A later form of a deed takes the place of the one before it, from its protocol version on. */
const deedsByVersion: readonly ReadonlyMap<string, Deed>[] = Array.from(
  { length: NEWEST_PROTOCOL + 1 },
  (_, version) =>
    new Map(
      deeds
        .filter(({ since }) => since <= version)
        .sort((a, b) => a.since - b.since)
        .map((deed) => [deed.name, deed.at(version)]),
    ),
);

export const deedNames: readonly string[] = [...new Set(deeds.map((deed) => deed.name))];

/** The deed of this name, in the form that the protocol version in force knows it by. */
export function findDeed(name: string, protocol: number): Deed | undefined {
  return deedsByVersion[Math.min(protocol, NEWEST_PROTOCOL)]?.get(name);
}
