// Written by packages/api/src/openapi/write-openapi.ts from openapi.json; change the routes, not this file.

export interface Operations {
  /** Submit a signed transaction with its sidecar */
  'POST /api/transactions': {
    values: {  };
    body: { readonly transaction: string; readonly sidecar?: string };
    answer: { readonly id: string; readonly height: number; readonly index: number; readonly outcome: { readonly events?: readonly (readonly unknown[])[]; readonly trace?: string; readonly refused?: string; readonly facts?: { readonly [name: string]: unknown } }; readonly receipt: string };
  };
  /** Outcome and receipt of a transaction, with the witnesses so far */
  'GET /api/transactions/{id}': {
    values: { readonly id: string };
    body: undefined;
    answer: { readonly id: string; readonly height: number; readonly index: number; readonly outcome: { readonly events?: readonly (readonly unknown[])[]; readonly trace?: string; readonly refused?: string; readonly facts?: { readonly [name: string]: unknown } }; readonly receipt: string };
  };
  /** A state value or its absence, with the whole proof */
  'GET /api/state': {
    values: { readonly key: string };
    body: undefined;
    answer: { readonly key: string; readonly value: string | null; readonly state: { readonly [name: string]: unknown }; readonly height: number; readonly block: string };
  };
  /** Search the public register by name, number, region, kind or month */
  'GET /api/licences': {
    values: { readonly q?: string | undefined; readonly region?: string | undefined; readonly kind?: string | undefined; readonly month?: string | undefined; readonly after?: number | undefined; readonly fromHeight?: number | undefined; readonly limit?: number | undefined };
    body: undefined;
    answer: { readonly licences: readonly { readonly number: string; readonly kind: string; readonly organ: string; readonly tradeName: string; readonly region: string; readonly status: string; readonly issuedAt: number }[]; readonly next?: number; readonly height: number };
  };
  /** A licence as it stands now */
  'GET /api/licences/{number}': {
    values: { readonly number: string };
    body: undefined;
    answer: { readonly number: string; readonly licence: { readonly [name: string]: unknown }; readonly height: number };
  };
  /** Licence proof: a file that verifies without this server */
  'GET /api/licences/{number}/proof': {
    values: { readonly number: string };
    body: undefined;
    answer: { readonly [name: string]: unknown };
  };
  /** The public register as a table (csv) or with proofs that count it (jsonl) */
  'GET /api/register/export': {
    values: { readonly format: "csv" | "jsonl"; readonly region?: string | undefined; readonly month?: string | undefined; readonly service?: string | undefined };
    body: undefined;
    answer: string;
  };
  /** Cases of the officer’s own organ, or of one whose desk was opened to them: theirs, all open ones, reviews to answer, those they decided */
  'GET /api/cases': {
    values: { readonly view: "mine" | "open" | "reviews" | "decided"; readonly lamp?: "red" | "yellow" | "green" | "none" | undefined; readonly region?: string | undefined; readonly organ?: string | undefined; readonly service?: string | undefined; readonly text?: string | undefined; readonly offset?: number | undefined; readonly limit?: number | undefined; readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly cases: readonly { readonly id: string; readonly service: string; readonly tradeName: string; readonly region: string; readonly status: string; readonly lamp: "red" | "yellow" | "green" | "none"; readonly submittedAt: number; readonly promisedAt?: number; readonly dueAt?: number; readonly reviewDueAt?: number; readonly decidedAt?: number; readonly officer?: string; readonly licence?: string; readonly overdue: boolean; readonly late: boolean; readonly provisional: boolean; readonly extended: boolean }[]; readonly total: number; readonly lamps: { readonly red: number; readonly yellow: number; readonly green: number; readonly none: number }; readonly desks: { readonly mine: number; readonly open: number; readonly reviews: number }; readonly regions: readonly string[]; readonly height: number };
  };
  /** Closings by the short procedure that run at the officer’s own organ */
  'GET /api/closings': {
    values: { readonly offset?: number | undefined; readonly limit?: number | undefined };
    body: undefined;
    answer: { readonly closings: readonly { readonly number: string; readonly tradeName: string; readonly region: string; readonly status: string; readonly dueAt: number; readonly ripe: boolean }[]; readonly total: number; readonly height: number };
  };
  /** A case: public status; with a session of its holder or organ also trace, facts and envelopes */
  'GET /api/cases/{id}': {
    values: { readonly purpose?: string | undefined; readonly id: string };
    body: undefined;
    answer: { readonly id: string; readonly case: { readonly [name: string]: unknown }; readonly file?: { readonly trace?: unknown; readonly attested: readonly { readonly issuer: string; readonly facts: { readonly [name: string]: unknown }; readonly issuedAt: number }[]; readonly sealed: { readonly [name: string]: unknown }; readonly plain: { readonly [name: string]: unknown }; readonly erased: boolean; readonly withheld: readonly string[] }; readonly lacking?: { readonly deed: string; readonly org?: string; readonly roles: readonly string[]; readonly requestable: boolean } };
  };
  /** What happened to a case, in order, with the log entry of each event */
  'GET /api/cases/{id}/events': {
    values: { readonly fromHeight?: number | undefined; readonly id: string };
    body: undefined;
    answer: { readonly events: readonly { readonly name: string; readonly facts: { readonly [name: string]: unknown }; readonly time: number; readonly height: number; readonly index: number }[]; readonly height: number };
  };
  /** The private part of a transaction of a case, as it was signed */
  'GET /api/cases/{id}/papers/{transaction}': {
    values: { readonly purpose?: string | undefined; readonly id: string; readonly transaction: string };
    body: undefined;
    answer: { readonly sidecar: string | null };
  };
  /** Leave for an officer to open one envelope of a case, for a purpose; good once, for a minute */
  'POST /api/unmask': {
    values: {  };
    body: { readonly case: string; readonly field: string; readonly purpose: "review" | "verify" | "contact" | "supervise" | "complaint" };
    answer: { readonly opening: string; readonly expiresAt: number };
  };
  /** Leave for an officer to see the masks of a case’s envelopes; good once, for a minute */
  'POST /api/unmask/masks': {
    values: {  };
    body: { readonly case: string };
    answer: { readonly opening: string; readonly expiresAt: number; readonly fields: readonly string[] };
  };
  /** What a leave to open an envelope is for, told once to the process of the organ that holds the key */
  'POST /api/unmask/redeem': {
    values: {  };
    body: { readonly opening: string };
    answer: { readonly kid: string; readonly case: string; readonly fields: readonly string[]; readonly purpose: string };
  };
  /** Who did and saw what about a case, for the holder of its key; newest first, never a value */
  'GET /api/footprint': {
    values: { readonly case: string; readonly before?: number | undefined; readonly limit?: number | undefined };
    body: undefined;
    answer: { readonly lines: readonly { readonly seq: number; readonly at: number; readonly kind: "deed" | "read" | "denied" | "sign-in" | "sign-out" | "export" | "key-use" | "unmask"; readonly action: string; readonly case?: string; readonly field?: string; readonly who: "you" | "representative" | "officer" | "office" | "other"; readonly organ?: string; readonly number?: string; readonly purpose?: string; readonly article?: string; readonly result: string; readonly via: string }[]; readonly next?: number };
  };
  /** Mandates that a case key of the session gave or was given, with everything done by them; for an officer, with `case`, those of its holder */
  'GET /api/mandates': {
    values: { readonly case?: string | undefined; readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly mandates: readonly { readonly principal: string; readonly agent: string; readonly case: string; readonly form: "legal-representative" | "handler" | "guardian" | "close-relative"; readonly deeds: readonly string[]; readonly services?: readonly string[]; readonly since: number; readonly until: number; readonly transaction: string; readonly inForce: boolean; readonly ended?: { readonly how: "withdrawn" | "expired"; readonly time: number; readonly by?: string }; readonly acts: readonly { readonly deed: string; readonly time: number; readonly transaction: string }[] }[]; readonly height: number };
  };
  /** Whether another business of the region has a name that is compared the same */
  'GET /api/names': {
    values: { readonly region: string; readonly name: string };
    body: undefined;
    answer: { readonly taken: boolean };
  };
  /** Annulments: of the officer’s own organ, what was annulled by those under it, or those announced about a licence */
  'GET /api/annulments': {
    values: { readonly licence?: string | undefined; readonly organ?: string | undefined; readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly annulments: readonly { readonly id: string; readonly licence: string; readonly status: string; readonly askedAt: number; readonly dueAt?: number; readonly announced: boolean }[]; readonly height: number };
  };
  /** An annulment: public status and history; with a session of its asker or organ also the envelopes */
  'GET /api/annulments/{id}': {
    values: { readonly purpose?: string | undefined; readonly id: string };
    body: undefined;
    answer: { readonly id: string; readonly annulment: { readonly [name: string]: unknown }; readonly events: readonly { readonly name: string; readonly facts: { readonly [name: string]: unknown }; readonly time: number; readonly height: number; readonly index: number }[]; readonly sealed?: { readonly [name: string]: unknown } };
  };
  /** Cases and licences by region and month */
  'GET /api/counts': {
    values: { readonly service?: string | undefined };
    body: undefined;
    answer: { readonly counts: readonly { readonly region: string; readonly month: string; readonly service: string; readonly submitted: number; readonly granted: number; readonly issued: number }[]; readonly height: number };
  };
  /** The newest anchor of each audit stream */
  'GET /api/audit/anchors': {
    values: {  };
    body: undefined;
    answer: { readonly anchors: readonly { readonly stream: string; readonly size: number; readonly root: string; readonly at: number; readonly by: string }[]; readonly height: number };
  };
  /** Lines of the door’s audit stream, the newest first unless `after` is given; for auditors */
  'GET /api/audit': {
    values: { readonly actor?: string | undefined; readonly org?: string | undefined; readonly object?: string | undefined; readonly case?: string | undefined; readonly kind?: "deed" | "read" | "denied" | "sign-in" | "sign-out" | "export" | "key-use" | "unmask" | undefined; readonly action?: string | undefined; readonly result?: string | undefined; readonly from?: number | undefined; readonly until?: number | undefined; readonly before?: number | undefined; readonly after?: number | undefined; readonly limit?: number | undefined };
    body: undefined;
    answer: { readonly stream: string; readonly lines: readonly { readonly seq: number; readonly at: number; readonly kind: string; readonly actor: { readonly kid?: string; readonly account?: string; readonly org?: string }; readonly action: string; readonly object?: string; readonly case?: string; readonly organ?: string; readonly purpose?: string; readonly article?: string; readonly result: string; readonly assurance?: number; readonly via: string; readonly correlation?: string; readonly previous: string }[]; readonly next?: number; readonly size: number; readonly anchored: number };
  };
  /** The door’s stream held against its newest anchors, and how far the ledger vouches for each stream */
  'GET /api/audit/gaps': {
    values: {  };
    body: undefined;
    answer: { readonly size: number; readonly anchored: number; readonly waitingMs: number; readonly anchors: number; readonly findings: readonly { readonly code: string; readonly seq?: number; readonly at?: number; readonly waitedMs?: number }[] };
  };
  /** Lines of the door’s audit stream with the proof that each stood in it; for auditors */
  'POST /api/audit/export': {
    values: {  };
    body: { readonly actor?: string; readonly org?: string; readonly object?: string; readonly case?: string; readonly kind?: "deed" | "read" | "denied" | "sign-in" | "sign-out" | "export" | "key-use" | "unmask"; readonly action?: string; readonly result?: string; readonly from?: number; readonly until?: number };
    answer: string;
  };
  /** Findings, holds and emergencies, the newest first: all for auditors, its own findings for an organ */
  'GET /api/audit/matters': {
    values: { readonly kind: "finding" | "hold" | "emergency"; readonly case?: string | undefined; readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly matters: readonly { readonly id: string; readonly organ: string; readonly case?: string; readonly at: number; readonly record?: { readonly [name: string]: unknown }; readonly sealed?: { readonly words?: string; readonly answer?: string } }[]; readonly height: number };
  };
  /** Draws decided cases by the newest checkpoint’s root and decides them again; for auditors */
  'POST /api/audit/sample': {
    values: {  };
    body: { readonly cases: number };
    answer: { readonly id: string; readonly size: number; readonly root: string; readonly population: number; readonly state: "running" | "done" | "failed"; readonly done: number; readonly of: number; readonly cases: readonly { readonly case: string; readonly entries: readonly { readonly index: number; readonly receipt: string; readonly outcome?: "same" | "differs" | "erased" }[] }[] };
  };
  /** How far a sample is, and what came of it */
  'GET /api/audit/sample/{id}': {
    values: { readonly id: string };
    body: undefined;
    answer: { readonly id: string; readonly size: number; readonly root: string; readonly population: number; readonly state: "running" | "done" | "failed"; readonly done: number; readonly of: number; readonly cases: readonly { readonly case: string; readonly entries: readonly { readonly index: number; readonly receipt: string; readonly outcome?: "same" | "differs" | "erased" }[] }[] };
  };
  /** History of checkpoints with their witnesses, newest first */
  'GET /api/checkpoints': {
    values: { readonly before?: number | undefined; readonly limit?: number | undefined };
    body: undefined;
    answer: { readonly checkpoints: readonly { readonly size: number; readonly root: string; readonly checkpoint: string; readonly witnesses: readonly { readonly name: string; readonly time: number }[] }[]; readonly next?: number };
  };
  /** RFC 6962 consistency proof between two sizes of the log */
  'GET /api/consistency': {
    values: { readonly from: number; readonly to: number };
    body: undefined;
    answer: { readonly from: number; readonly to: number; readonly proof: readonly string[] };
  };
  /** Inconsistencies that monitors have kept; empty is what it should be */
  'GET /api/evidence': {
    values: {  };
    body: undefined;
    answer: { readonly evidence: readonly { readonly name: string; readonly evidence: unknown }[]; readonly monitor: string };
  };
  /** Organisations on the chain, with their endpoints and sealing keys */
  'GET /api/organisations': {
    values: {  };
    body: undefined;
    answer: { readonly organisations: readonly { readonly id: string; readonly organisation: { readonly [name: string]: unknown } }[]; readonly height: number };
  };
  /** Roles at the officer’s own organ: those in force, and what was granted, withdrawn and ended */
  'GET /api/roles': {
    values: { readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly roles: readonly { readonly kid: string; readonly role: string; readonly since: number; readonly until?: number; readonly for?: string }[]; readonly history: readonly { readonly name: "granted" | "revoked" | "expired"; readonly kid: string; readonly role: string; readonly time: number; readonly until?: number; readonly for?: string; readonly signer?: string }[]; readonly mayGrant: boolean; readonly height: number };
  };
  /** Which of some deeds and reads the session may do, on a case, an annulment or at an organisation, and why not */
  'GET /api/access/may': {
    values: { readonly deeds: string; readonly case?: string | undefined; readonly annulment?: string | undefined; readonly organ?: string | undefined };
    body: undefined;
    answer: { readonly answers: readonly { readonly deed: string; readonly allow: boolean; readonly because?: { readonly [name: string]: unknown }; readonly lacking?: { readonly deed: string; readonly org?: string; readonly roles: readonly string[]; readonly requestable: boolean } }[] };
  };
  /** Requests for rights: one’s own, or those that the own organisation answers */
  'GET /api/access/requests': {
    values: { readonly desk: "mine" | "organ"; readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly requests: readonly { readonly id: string; readonly kid: string; readonly org: string; readonly organ: string; readonly deed: string; readonly region?: string; readonly service?: string; readonly reason: string; readonly at: number; readonly until: number; readonly status: string; readonly answeredBy?: string; readonly answeredAt?: number; readonly code?: string; readonly given?: number; readonly sealed?: string }[]; readonly height: number };
  };
  /** Files opened in an emergency: at the own organisation, or by oneself */
  'GET /api/access/emergencies': {
    values: { readonly desk: "mine" | "organ"; readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly emergencies: readonly { readonly kid: string; readonly case: string; readonly org: string; readonly organ: string; readonly reason: string; readonly at: number; readonly until: number; readonly dueAt: number; readonly isProvisional?: boolean; readonly late?: boolean; readonly outcome?: string; readonly judgedBy?: string; readonly judgedAt?: number; readonly sealed?: string }[]; readonly height: number };
  };
  /** Rules of access in force, proposals that wait for a second person, and how the rules came about */
  'GET /api/access/rules': {
    values: { readonly fromHeight?: number | undefined };
    body: undefined;
    answer: { readonly rules: readonly { readonly id: string; readonly org?: string; readonly rule: { readonly effect: "allow" | "deny"; readonly deeds: readonly string[]; readonly roles?: readonly string[]; readonly keys?: readonly string[]; readonly organs?: readonly string[]; readonly below?: string; readonly regions?: readonly string[]; readonly services?: readonly string[]; readonly grades?: { readonly least: number; readonly most: number }; readonly purposes?: readonly string[]; readonly assurance?: { readonly least: number; readonly most: number }; readonly hours?: { readonly least: number; readonly most: number }; readonly from?: number; readonly until?: number }; readonly by: readonly string[]; readonly requested: boolean }[]; readonly proposals: readonly { readonly id: string; readonly org?: string; readonly rule?: { readonly effect: "allow" | "deny"; readonly deeds: readonly string[]; readonly roles?: readonly string[]; readonly keys?: readonly string[]; readonly organs?: readonly string[]; readonly below?: string; readonly regions?: readonly string[]; readonly services?: readonly string[]; readonly grades?: { readonly least: number; readonly most: number }; readonly purposes?: readonly string[]; readonly assurance?: { readonly least: number; readonly most: number }; readonly hours?: { readonly least: number; readonly most: number }; readonly from?: number; readonly until?: number }; readonly withdraw?: string; readonly by: string; readonly at: number; readonly until: number }[]; readonly history: readonly { readonly name: string; readonly subject: string; readonly org?: string; readonly signer?: string; readonly time: number }[]; readonly deeds: readonly { readonly name: string; readonly allowable: boolean }[]; readonly height: number };
  };
  /** Who would gain and who would lose by a rule, or by one’s going, among the keys there are */
  'POST /api/access/preview': {
    values: {  };
    body: { readonly org?: string; readonly rule?: { readonly effect: "allow" | "deny"; readonly deeds: readonly string[]; readonly roles?: readonly string[]; readonly keys?: readonly string[]; readonly organs?: readonly string[]; readonly below?: string; readonly regions?: readonly string[]; readonly services?: readonly string[]; readonly grades?: { readonly least: number; readonly most: number }; readonly purposes?: readonly string[]; readonly assurance?: { readonly least: number; readonly most: number }; readonly hours?: { readonly least: number; readonly most: number }; readonly from?: number; readonly until?: number }; readonly withdraw?: string };
    answer: { readonly problem?: string; readonly gains: readonly { readonly kid: string; readonly org: string; readonly deeds: readonly string[] }[]; readonly loses: readonly { readonly kid: string; readonly org: string; readonly deeds: readonly string[] }[]; readonly holders: boolean; readonly partial: boolean };
  };
  /** Who can read the file of a case now, and by what */
  'GET /api/access/readers': {
    values: { readonly case: string };
    body: undefined;
    answer: { readonly readers: readonly { readonly kid: string; readonly org: string; readonly because: { readonly [name: string]: unknown }; readonly grades: readonly number[] }[]; readonly holder: boolean; readonly partial: boolean };
  };
  /** What a registered key may do and read, at which organisation, service and district, and by what */
  'GET /api/access/reach': {
    values: { readonly kid: string };
    body: undefined;
    answer: { readonly org: string; readonly status: string; readonly rights: readonly { readonly deed: string; readonly organ: string; readonly whole: boolean; readonly places: readonly { readonly service?: string; readonly region?: string }[]; readonly because: { readonly [name: string]: unknown } }[] };
  };
  /** Whether an officer’s key may do something at the asking organ, and about which of its cases */
  'POST /api/access/check': {
    values: {  };
    body: { readonly kid: string; readonly deed: "cases.queue" | "cases.read" | "access.approve" | "access.judge-emergency" | "audit.findings"; readonly assurance: number; readonly purpose?: string; readonly cases?: readonly string[] };
    answer: { readonly allowed: boolean; readonly cases: readonly string[] };
  };
  /** Services on the chain: contract, attesters, promised time */
  'GET /api/services': {
    values: {  };
    body: undefined;
    answer: { readonly services: readonly { readonly id: string; readonly service: { readonly [name: string]: unknown } }[]; readonly height: number };
  };
  /** A ciphertext of a case, for its holder and its organ’s officers; or of a draft */
  'GET /api/vault/{digest}': {
    values: { readonly case?: string | undefined; readonly draft?: string | undefined; readonly digest: string };
    body: undefined;
    answer: string;
  };
  /** Save a sealed draft over the version that was seen; kept thirty days from its last save */
  'POST /api/drafts': {
    values: {  };
    body: { readonly slot: string; readonly seen: number; readonly sealed: string; readonly objects: readonly string[] };
    answer: { readonly version: number; readonly savedAt: number };
  };
  /** A sealed draft by its secret name */
  'GET /api/drafts/{slot}': {
    values: { readonly slot: string };
    body: undefined;
    answer: { readonly version: number; readonly savedAt: number; readonly sealed: string };
  };
  /** Drop a draft: it was handed in, or its owner no longer wants it */
  'POST /api/drafts/forget': {
    values: {  };
    body: { readonly slot: string };
    answer: { readonly slot: string };
  };
  /** With whom one can sign in here, and with whom one has */
  'GET /api/sign-in': {
    values: {  };
    body: undefined;
    answer: { readonly providers: readonly { readonly id: string; readonly name: string; readonly english: string }[]; readonly certificate: boolean; readonly signedIn?: { readonly provider: string; readonly organisation?: string } };
  };
  /** Begin to sign in with a provider, or to prove once more who one is (`raise`) */
  'POST /api/sign-in': {
    values: {  };
    body: { readonly provider: string; readonly level: 1 | 2 | 3; readonly returnTo: string; readonly raise?: boolean };
    answer: { readonly location: string };
  };
  /** Begin to sign in with a client certificate: the page sends the browser to the door that asks for one */
  'POST /api/sign-in/certificate': {
    values: {  };
    body: { readonly returnTo: string };
    answer: { readonly location: string };
  };
  /** Where a browser shows its client certificate; leads back to the page that began it */
  'GET /api/sign-in/certificate': {
    values: {  };
    body: undefined;
    answer: unknown;
  };
  /** Where a provider sends the browser back to */
  'GET /api/sign-in/callback/{provider}': {
    values: { readonly type?: unknown | undefined; readonly additionalProperties?: unknown | undefined; readonly provider: string };
    body: undefined;
    answer: unknown;
  };
  /** A ticket of the provider that tells one organisation who is signed in */
  'POST /api/sign-in/ticket': {
    values: {  };
    body: { readonly organisation: string };
    answer: { readonly ticket: string };
  };
  /** SHA-256 of tickets whose bearers were disabled: what was opened with them is over */
  'GET /api/sign-in/ended': {
    values: {  };
    body: undefined;
    answer: { readonly tickets: readonly string[] };
  };
  /** What a browser makes a passkey of one’s own by (WebAuthn PublicKeyCredentialCreationOptionsJSON) */
  'POST /api/passkeys/creation-options': {
    values: {  };
    body: undefined;
    answer: { readonly rp: { readonly id: string; readonly name: string }; readonly user: { readonly id: string; readonly name: string; readonly displayName: string }; readonly challenge: string; readonly pubKeyCredParams: readonly { readonly type: "public-key"; readonly alg: number }[]; readonly timeout: number; readonly excludeCredentials: readonly { readonly id: string; readonly type: "public-key"; readonly transports: readonly string[] }[]; readonly authenticatorSelection: { readonly residentKey: "required"; readonly requireResidentKey: true; readonly userVerification: "required" }; readonly attestation: "none" };
  };
  /** What a browser asks a passkey by, to sign in or to prove once more who one is (`raise`) */
  'POST /api/passkeys/request-options': {
    values: {  };
    body: { readonly raise: boolean };
    answer: { readonly challenge: string; readonly rpId: string; readonly timeout: number; readonly userVerification: "required"; readonly allowCredentials: readonly { readonly id: string; readonly type: "public-key"; readonly transports: readonly string[] }[] };
  };
  /** One’s own passkeys */
  'GET /api/passkeys': {
    values: {  };
    body: undefined;
    answer: { readonly passkeys: readonly { readonly id: string; readonly name: string; readonly assurance: number; readonly createdAt: number; readonly lastUsedAt?: number; readonly isBackedUp: boolean }[] };
  };
  /** Add a passkey to one’s own account */
  'POST /api/passkeys': {
    values: {  };
    body: { readonly name: string; readonly credential: { readonly id: string; readonly rawId: string; readonly type: "public-key"; readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports?: readonly string[] } } };
    answer: { readonly id: string; readonly name: string; readonly assurance: number; readonly createdAt: number; readonly lastUsedAt?: number; readonly isBackedUp: boolean };
  };
  /** Sign in with a passkey, or prove once more who one is (`raise`) */
  'POST /api/passkeys/sign-in': {
    values: {  };
    body: { readonly raise: boolean; readonly credential: { readonly id: string; readonly rawId: string; readonly type: "public-key"; readonly response: { readonly clientDataJSON: string; readonly authenticatorData: string; readonly signature: string; readonly userHandle?: string | null } } };
    answer: { readonly assurance: number; readonly expiresAt: number; readonly idleUntil: number };
  };
  /** Call one of one’s own passkeys something else */
  'POST /api/passkeys/rename': {
    values: {  };
    body: { readonly id: string; readonly name: string };
    answer: { readonly id: string; readonly name: string; readonly assurance: number; readonly createdAt: number; readonly lastUsedAt?: number; readonly isBackedUp: boolean };
  };
  /** Take one of one’s own passkeys away; what it opened before stays open until it is ended */
  'DELETE /api/passkeys/{id}': {
    values: { readonly id: string };
    body: undefined;
    answer: { readonly left: number };
  };
  /** An administrator of the platform disables a person’s accounts: their sign-ins end at once, on every door */
  'POST /api/accounts/disable': {
    values: {  };
    body: { readonly account: string; readonly reason: "left" | "lost" | "stolen" | "misuse" | "order" };
    answer: { readonly ended: number };
  };
  /** An administrator of the platform lets a person’s disabled accounts in again */
  'POST /api/accounts/enable': {
    values: {  };
    body: { readonly account: string };
    answer: { readonly enabled: boolean };
  };
  /** Those who work at an organisation, or the person of an account or a registered key, with their sign-ins */
  'GET /api/accounts': {
    values: { readonly organisation?: string | undefined; readonly of?: string | undefined };
    body: undefined;
    answer: { readonly people: readonly { readonly name: string; readonly kid?: string; readonly organisation?: string; readonly office?: string; readonly own: boolean; readonly disabled: boolean; readonly accounts: readonly { readonly id: string; readonly provider: string; readonly lastSignInAt?: number; readonly disabledAt?: number; readonly disabledFor?: "left" | "lost" | "stolen" | "misuse" | "order" }[]; readonly sessions: readonly { readonly method: string; readonly assurance: number; readonly device: string; readonly createdAt: number; readonly lastSeenAt: number }[] }[] };
  };
  /** A challenge to sign, good for two minutes */
  'POST /api/sessions/challenge': {
    values: {  };
    body: undefined;
    answer: { readonly chain: string; readonly challenge: string; readonly expiresAt: number };
  };
  /** Sign in, or add to the session, by signing the challenge with a registered key or a case key */
  'POST /api/sessions': {
    values: {  };
    body: { readonly jws: string };
    answer: { readonly token?: string; readonly expiresAt: number; readonly idleUntil: number; readonly kid: string; readonly organisation?: string };
  };
  /** One’s own sign-ins that are open, on every device; none for a stranger. Looking keeps nobody signed in */
  'GET /api/sessions': {
    values: {  };
    body: undefined;
    answer: { readonly sessions: readonly { readonly id: string; readonly createdAt: number; readonly lastSeenAt: number; readonly expiresAt: number; readonly idleUntil: number; readonly method: string; readonly assurance: number; readonly account?: string; readonly organisation?: string; readonly caseKeys: number; readonly stepUpAt?: number; readonly device: string; readonly current: boolean }[] };
  };
  /** Sign in with the client certificate of this TLS connection, at level 3 */
  'POST /api/sessions/certificate': {
    values: {  };
    body: undefined;
    answer: { readonly token?: string; readonly expiresAt: number; readonly idleUntil: number };
  };
  /** Stay signed in for another half hour, within the session’s eight hours */
  'POST /api/sessions/extend': {
    values: {  };
    body: undefined;
    answer: { readonly idleUntil: number; readonly expiresAt: number };
  };
  /** End one of one’s own sign-ins; `current` is this one */
  'DELETE /api/sessions/{id}': {
    values: { readonly id: string };
    body: undefined;
    answer: { readonly ended: number };
  };
  /** An administrator ends every sign-in of an account or a registered key */
  'POST /api/sessions/end': {
    values: {  };
    body: { readonly account: string } | { readonly kid: string };
    answer: { readonly ended: number };
  };
  /** What this installation is: name, chain, witnesses with their state, departments */
  'GET /api/city': {
    values: {  };
    body: undefined;
    answer: { readonly chain: string; readonly name: string; readonly demo: boolean; readonly height: number; readonly size: number; readonly witnesses: readonly { readonly name: string; readonly vkey: string; readonly url: string; readonly lastCosignedSize: number; readonly lastCosignedTime: number; readonly state: string }[]; readonly regions: readonly { readonly code: string; readonly name: string; readonly english: string }[]; readonly departments: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly endpoint: string }[]; readonly processes: readonly { readonly name: string; readonly kind: "department" | "witness" | "monitor" | "time-stamp" | "identity"; readonly organs: readonly string[]; readonly state: "starting" | "running" | "restarting" | "stopped"; readonly since: number; readonly restarts: number; readonly lastEnd?: string; readonly troubles: readonly { readonly organ: string; readonly part: "follow" | "post" | "list" | "audit"; readonly code: string; readonly since: number }[] }[] };
  };
  /** Signed trust file: log keys, witness keys, policy */
  'GET /trust.json': {
    values: {  };
    body: undefined;
    answer: { readonly [name: string]: unknown };
  };
  /** Latest checkpoint (C2SP tlog-checkpoint) */
  'GET /checkpoint': {
    values: {  };
    body: undefined;
    answer: string;
  };
  /** A tile or entry bundle of the log (C2SP tlog-tiles) */
  'GET /tile/{*}': {
    values: { readonly '*': string };
    body: undefined;
    answer: string;
  };
  /** Whether the node lives, and why not */
  'GET /healthz': {
    values: {  };
    body: undefined;
    answer: { readonly live: boolean; readonly halted?: string; readonly height: number; readonly size: number; readonly readModel: { readonly state: string; readonly height: number; readonly lag: number }; readonly audit: { readonly state: string; readonly size: number; readonly anchored: number; readonly waitingMs: number }; readonly witnesses: readonly { readonly name: string; readonly state: string; readonly lastCosignedSize: number; readonly ageMs?: number }[] };
  };
  /** Figures for a monitoring system (OpenMetrics text) */
  'GET /metrics': {
    values: {  };
    body: undefined;
    answer: string;
  };
  /** Leave a ciphertext for a case to name; the answer is its SHA-256 */
  'POST /api/vault': {
    values: {  };
    body: undefined;
    answer: { readonly digest: string; readonly bytes: number };
  };
  /** A provider ends sign-ins that were made with it */
  'POST /api/sign-in/logout/{provider}': {
    values: { readonly provider: string };
    body: undefined;
    answer: { readonly ended: number };
  };
  /** A token for a system whose key is registered, good for five minutes and for its sender alone */
  'POST /api/token': {
    values: {  };
    body: undefined;
    answer: { readonly access_token: string; readonly token_type: "Bearer"; readonly expires_in: number };
  };
}
