import type { Route } from './route.ts';
import { checkAccess } from './routes/access/check.ts';
import { listEmergencies } from './routes/access/emergencies.ts';
import { mayI } from './routes/access/may.ts';
import { previewRule } from './routes/access/preview.ts';
import { readReach } from './routes/access/reach.ts';
import { listReaders } from './routes/access/readers.ts';
import { listAccessRequests } from './routes/access/requests.ts';
import { listRules } from './routes/access/rules.ts';
import { disableAccount } from './routes/accounts/disable.ts';
import { enableAccount } from './routes/accounts/enable.ts';
import { listAccounts } from './routes/accounts/list.ts';
import { findAnnulment } from './routes/annulments/find.ts';
import { listAnnulmentsRoute } from './routes/annulments/list.ts';
import { listAnchors } from './routes/audit/anchors.ts';
import { exportAudit } from './routes/audit/export.ts';
import { listGaps } from './routes/audit/gaps.ts';
import { listAuditMatters } from './routes/audit/matters.ts';
import { readAudit } from './routes/audit/read.ts';
import { beginSample } from './routes/audit/sample-begin.ts';
import { readSample } from './routes/audit/sample-read.ts';
import { listCaseEventsRoute } from './routes/cases/events.ts';
import { findCase } from './routes/cases/find.ts';
import { listCases } from './routes/cases/list.ts';
import { findCasePapers } from './routes/cases/papers.ts';
import { listCheckpointsRoute } from './routes/checkpoints/list.ts';
import { readCity } from './routes/city/read.ts';
import { proveConsistencyRoute } from './routes/consistency/prove.ts';
import { listCounts } from './routes/counts/list.ts';
import { forgetDraft } from './routes/drafts/forget.ts';
import { readDraft } from './routes/drafts/read.ts';
import { saveDraft } from './routes/drafts/save.ts';
import { listEvidence } from './routes/evidence/list.ts';
import { readFootprint } from './routes/footprint/read.ts';
import { readHealth } from './routes/health/health.ts';
import { readMetrics } from './routes/health/metrics.ts';
import { listClosingsRoute } from './routes/licences/closings.ts';
import { findLicence } from './routes/licences/find.ts';
import { proveLicence } from './routes/licences/prove.ts';
import { searchLicencesRoute } from './routes/licences/search.ts';
import { readCheckpoint } from './routes/log/checkpoint.ts';
import { readTile } from './routes/log/tile.ts';
import { listMandates } from './routes/mandates/list.ts';
import { findName } from './routes/names/find.ts';
import { listOrganisationsRoute } from './routes/organisations/list.ts';
import { creationOptions } from './routes/passkeys/creation-options.ts';
import { listPasskeys } from './routes/passkeys/list.ts';
import { registerPasskey } from './routes/passkeys/register.ts';
import { removePasskey } from './routes/passkeys/remove.ts';
import { renamePasskey } from './routes/passkeys/rename.ts';
import { requestOptions } from './routes/passkeys/request-options.ts';
import { signInWithPasskey } from './routes/passkeys/sign-in.ts';
import { exportRegister } from './routes/register/export.ts';
import { listRoles } from './routes/roles/list.ts';
import { listServicesRoute } from './routes/services/list.ts';
import { openByCertificate } from './routes/sessions/certificate.ts';
import { issueChallenge } from './routes/sessions/challenge.ts';
import { endSession } from './routes/sessions/end.ts';
import { endOthersSessions } from './routes/sessions/end-others.ts';
import { extendSession } from './routes/sessions/extend.ts';
import { listSessions } from './routes/sessions/list.ts';
import { openSession } from './routes/sessions/open.ts';
import { beginSignIn } from './routes/sign-in/begin.ts';
import { beginByCertificate } from './routes/sign-in/certificate-begin.ts';
import { finishByCertificate } from './routes/sign-in/certificate-finish.ts';
import { listEnded } from './routes/sign-in/ended.ts';
import { finishSignIn } from './routes/sign-in/finish.ts';
import { hearLogout } from './routes/sign-in/logout.ts';
import { readSignIn } from './routes/sign-in/read.ts';
import { writeTicket } from './routes/sign-in/ticket.ts';
import { readState } from './routes/state/read.ts';
import { issueToken } from './routes/token/issue.ts';
import { findTransaction } from './routes/transactions/find.ts';
import { submitTransaction } from './routes/transactions/submit.ts';
import { readTrust } from './routes/trust/read.ts';
import { askOpening } from './routes/unmask/ask.ts';
import { askMasks } from './routes/unmask/masks.ts';
import { redeemOpening } from './routes/unmask/redeem.ts';
import { readObject } from './routes/vault/read.ts';
import { storeObject } from './routes/vault/store.ts';

/** Everything the server answers, besides the portal's files. */
export const routes: readonly Route[] = [
  submitTransaction,
  findTransaction,
  readState,
  searchLicencesRoute,
  findLicence,
  proveLicence,
  exportRegister,
  listCases,
  listClosingsRoute,
  findCase,
  listCaseEventsRoute,
  findCasePapers,
  askOpening,
  askMasks,
  redeemOpening,
  readFootprint,
  listMandates,
  findName,
  listAnnulmentsRoute,
  findAnnulment,
  listCounts,
  listAnchors,
  readAudit,
  listGaps,
  exportAudit,
  listAuditMatters,
  beginSample,
  readSample,
  listCheckpointsRoute,
  proveConsistencyRoute,
  listEvidence,
  listOrganisationsRoute,
  listRoles,
  mayI,
  listAccessRequests,
  listEmergencies,
  listRules,
  previewRule,
  listReaders,
  readReach,
  checkAccess,
  listServicesRoute,
  storeObject,
  readObject,
  saveDraft,
  readDraft,
  forgetDraft,
  readSignIn,
  beginSignIn,
  beginByCertificate,
  finishByCertificate,
  finishSignIn,
  writeTicket,
  hearLogout,
  listEnded,
  creationOptions,
  requestOptions,
  listPasskeys,
  registerPasskey,
  signInWithPasskey,
  renamePasskey,
  removePasskey,
  disableAccount,
  enableAccount,
  listAccounts,
  issueToken,
  issueChallenge,
  openSession,
  openByCertificate,
  listSessions,
  extendSession,
  endSession,
  endOthersSessions,
  readCity,
  readTrust,
  readCheckpoint,
  readTile,
  readHealth,
  readMetrics,
];
