import { join } from 'node:path';
import type { JsonObject, Signer } from '@minglu/protocol';
import { SdkError } from '@minglu/sdk';
import { AttestationBatcher } from './attest/attestation-batcher.ts';
import { BarBook } from './bars/bar-book.ts';
import { CorrectionBook } from './corrections/correction-book.ts';
import { CounterDesk } from './counter/counter-desk.ts';
import { OfficerDesk } from './counter/officer-desk.ts';
import { openRegistrarKeys, type RegistrarKeys } from './counter/registrar-keys.ts';
import { DepartmentError } from './department-error.ts';
import type { DocumentSettings } from './documents/document-settings.ts';
import { DraftKeys } from './drafts/draft-keys.ts';
import { Rounds } from './follow/rounds.ts';
import { auditRoutes } from './http/audit-routes.ts';
import { type CaseDesk, caseRoutes } from './http/case-routes.ts';
import type { Desk } from './http/desk.ts';
import { documentRoutesOf } from './http/document-routes.ts';
import { endWithAccount } from './http/end-with-account.ts';
import { type TrustedIssuer, ticketReader } from './http/read-ticket.ts';
import { pause, routesOf } from './http/routes.ts';
import type { Handler } from './http/serve.ts';
import { serve } from './http/serve.ts';
import { SessionBook } from './http/session-book.ts';
import { openDepartmentKeys } from './keys/department-keys.ts';
import { messageRoutes } from './messages/message-routes.ts';
import { type MessageChannels, openChannels } from './messages/open-channels.ts';
import { type Messages, openMessages } from './messages/open-messages.ts';
import type { Postman } from './messages/postman.ts';
import type { Following, PlatformAddress } from './open-following.ts';
import { openFollowing } from './open-following.ts';
import { CaseCounter } from './proof/case-counter.ts';
import type { Person } from './register/person.ts';
import { openRegister } from './register/register.ts';
import { SearchDesk } from './search/search-desk.ts';
import { DepartmentTrail } from './trail/department-trail.ts';
import { openAuditDesk } from './trail/open-audit-desk.ts';
import { recordedRoutes } from './trail/recorded-routes.ts';
import { TrailAnchorer } from './trail/trail-anchorer.ts';

export interface DepartmentOptions {
  /** The department's own folder: its register and its keys; nothing of the platform lies there. */
  readonly directory: string;
  readonly organisation: { readonly id: string; readonly name: string };
  /** The chain whose cases this department attests to. */
  readonly chain: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Origins of the pages that may call it, e.g. `http://127.0.0.1:7460`. */
  readonly portalOrigins: readonly string[];
  /** Sign-in without proof, officers' keys handed out, the delay switch: never with real people. */
  readonly demo: boolean;
  /** The register on the first start; later starts read the folder. */
  readonly seed: readonly Person[];
  /** Ways to reach people outside the portal; what is missing is not pretended. */
  readonly messages?: MessageChannels;
  /** The platform whose public log it follows; without one it only answers at its counter. */
  readonly platform?: PlatformAddress;
  /** Providers whose word on who somebody is counts here. */
  readonly issuers?: readonly TrustedIssuer[];
  /** What it must know to make documents; without it, or without a platform, it makes none. */
  readonly documents?: DocumentSettings;
  clock(): number;
  randomBytes(length: number): Uint8Array;
  report(line: JsonObject): void;
  /** How its own work goes, as often as that changes; for whoever watches the process. */
  health?(line: HealthLine): void;
}

export interface HealthLine {
  readonly organ: string;
  /** Reading the log and making documents, sending messages, listing documents on the ledger, or anchoring the trail. */
  readonly part: 'follow' | 'post' | 'list' | 'audit';
  /** Empty: it goes on. */
  readonly code: string;
}

export type { PlatformAddress };

export interface RunningDepartment {
  readonly url: string;
  readonly port: number;
  readonly attesterJwk: JsonObject;
  readonly sealingJwk: JsonObject;
  setDelay(delayMs: number): void;
  /** One look at the log now, where it follows one, and one round of what is to be sent; looks never overlap. */
  poll(): Promise<void>;
  close(): Promise<void>;
}

const BATCH_WINDOW_MS = 5;
const WAITING_LIMIT = 1_024;

/** Starts one department: its register and keys from its own folder, its counter over HTTP. */
export async function startDepartment(options: DepartmentOptions): Promise<RunningDepartment> {
  const { directory, organisation, chain, demo, clock, randomBytes } = options;
  const register = await openRegister(directory, options.seed);
  const staff = register.people.filter((person) => person.duties.length > 0).map((person) => person.id);
  const keys = await openDepartmentKeys({ directory, officers: demo ? staff : [], randomBytes });
  const trail = await DepartmentTrail.open({ directory, organisation: organisation.id, secret: keys.index, clock });
  const sessions = new SessionBook({ clock, randomBytes });
  const limits = { windowMs: BATCH_WINDOW_MS, waitingLimit: WAITING_LIMIT };
  const batcher = new AttestationBatcher({ signer: keys.attester.signer, ...limits });
  const bars = await BarBook.open(join(directory, 'bars.jsonl'), keys.index);
  const registrars = openRegistrarKeys(options);
  const desk: Desk = {
    ...{ organisation, chain, demo, register, keys, sessions, batcher },
    ...(options.issuers === undefined ? {} : { readTicket: ticketReader(organisation.id, options.issuers) }),
    search: await SearchDesk.open(directory, keys.index),
    ...counterOf(options, register.people, registrars),
    bars,
    drafts: new DraftKeys(directory, clock),
    delayMs: 0,
    clock,
    randomBytes,
    pause: () => pause(desk),
  };
  const channels = await openChannels(options.messages ?? {}, clock);
  const messages = await openMessages({
    ...{ directory: join(directory, 'messages'), chain, organisation, channels, clock },
    portalUrl: options.portalOrigins[0] ?? '',
    ...(options.documents?.messages === undefined ? {} : { services: options.documents.messages }),
  });
  const following = await openFollowing(options, keys, {
    ...{ index: desk.search.index, bars, trail },
    others: [messages.listener],
  });
  const rounds = startRounds(options, {
    ...{ following, postman: messages.postman },
    anchorer: anchorerOf(options, trail, keys.attester.signer),
    sessions,
  });
  const counter = proofsOf(options, following, () => rounds.look());
  const officers = officersOf(desk, registrars, following);
  const corrections = await CorrectionBook.open(directory);
  const asked = { desk, counter, officers, following, trail, corrections, look: () => rounds.look() };
  const routes = recordedRoutes({ ...desk, officers }, trail, {
    ...allRoutes(messages, asked),
    ...auditRoutes(keys, officers, openAuditDesk({ ...options, trail, keys, registrars })),
  });
  const { port, host, tls, portalOrigins, report } = options;
  const server = await serve({ port, host, tls, portalOrigins, report, routes });
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host === '0.0.0.0' ? '127.0.0.1' : host}:${server.port}`,
    port: server.port,
    attesterJwk: keys.attester.publicJwk,
    sealingJwk: keys.sealing.publicJwk,
    setDelay: (delayMs) => {
      desk.delayMs = delayMs;
    },
    poll: () => rounds.all(),
    close: async () => {
      await rounds.stop();
      for (const channel of Object.values(channels)) channel.close();
      await server.close();
      await trail.close();
    },
  };
}

/** Whoever comes with a case's key. */
function proofsOf(
  { chain, clock, organisation }: DepartmentOptions,
  following: Following | undefined,
  look: () => Promise<void>,
): CaseCounter {
  return new CaseCounter({
    ...{ chain, clock, organisation: organisation.id, look },
    findCase: (id) => following?.follower.cases.find(id),
    actsFor: ({ holder, service }, agent, deed) =>
      following?.follower.mandates.allows({ principal: holder, agent, deed, service, nowMs: clock() }) ?? false,
  });
}

interface RoundsOfWork {
  readonly following: Following | undefined;
  readonly postman: Postman;
  readonly anchorer: TrailAnchorer | undefined;
  readonly sessions: SessionBook;
}

function anchorerOf(options: DepartmentOptions, trail: DepartmentTrail, signer: Signer): TrailAnchorer | undefined {
  const { platform, chain, clock } = options;
  return platform === undefined
    ? undefined
    : new TrailAnchorer({ trail, platformUrl: platform.url, chain, signer, clock });
}

/** What the department does again and again: it reads the log, sends what is to be sent, and lists what it made. */
function startRounds(options: DepartmentOptions, { following, postman, anchorer, sessions }: RoundsOfWork) {
  const never = () => Promise.resolve();
  const reading = watchedRounds(options, 'follow', () => following?.follower.poll() ?? never());
  const posting = watchedRounds(options, 'post', () => postman.run());
  const listing = watchedRounds(options, 'list', () => following?.lister?.run() ?? never());
  const anchoring = watchedRounds(options, 'audit', () => anchorer?.run() ?? never());
  const { platform } = options;
  const ending = platform === undefined ? [] : [endWithAccount(platform, sessions)];
  const all = [reading, posting, listing, anchoring, ...ending];
  for (const one of all) one.start();
  return {
    look: () => reading.run(),
    all: async () => {
      for (const one of all) await one.run();
    },
    stop: async () => {
      for (const one of all) await one.stop();
    },
  };
}

/** Without a platform there is nobody to ask what an officer may have, and nobody has anything. */
function officersOf(desk: Desk, registrars: RegistrarKeys | undefined, following: Following | undefined): OfficerDesk {
  const papers = following?.papers;
  return new OfficerDesk({
    desk,
    keyOf: registrars === undefined ? undefined : (kid) => registrars.findOfficer(kid),
    check: papers === undefined ? undefined : (question) => papers.check(question),
  });
}

/** Without a platform there is no telling a registrar from a stranger, and so no counter. */
function counterOf(
  { chain, organisation, clock }: DepartmentOptions,
  people: readonly Person[],
  keys: RegistrarKeys | undefined,
): { counter?: CounterDesk } {
  if (keys === undefined) return {};
  const keyOf = (kid: string, nowMs: number) => keys.find(kid, nowMs);
  return { counter: new CounterDesk({ chain, organisation: organisation.id, people, clock, keyOf }) };
}

function allRoutes(messages: Messages, asked: Omit<CaseDesk, 'messages'>): Record<string, Handler> {
  const { desk, counter, officers } = asked;
  const requireReader = async (body: JsonObject, id: string) =>
    officers.requireCase(await officers.officerOf(body, ''), id);
  return {
    ...routesOf(desk, officers),
    ...messageRoutes({ ...messages, counter, requireReader }),
    ...documentRoutes(asked, requireReader),
    ...caseRoutes({ ...asked, messages: messages.desk }),
  };
}

function documentRoutes(
  { desk, counter, following }: Pick<CaseDesk, 'desk' | 'counter' | 'following'>,
  requireReader: (body: JsonObject, caseId: string) => Promise<void>,
): Record<string, Handler> {
  if (following?.documents === undefined) return {};
  const { follower, documents } = following;
  return documentRoutesOf({
    documents: documents.register,
    certificate: documents.certificate,
    cases: follower.cases,
    counter,
    requireReader,
    readTo: () => follower.size,
    pause: () => pause(desk),
  });
}

/** Work that is done again and again. A platform that is down for a night is one line, not a line each second. */
function watchedRounds(options: DepartmentOptions, part: HealthLine['part'], work: () => Promise<void>): Rounds {
  const { report, health, organisation, platform } = options;
  let last = '';
  const tell = (code: string) => {
    if (code === last) return;
    last = code;
    health?.({ organ: organisation.id, part, code });
    if (code !== '') report({ event: part, code });
  };
  const codeOf = (error: unknown) =>
    error instanceof DepartmentError || error instanceof SdkError ? error.code : 'internal';
  return new Rounds(
    () => work().then(() => tell('')),
    platform?.pollMs ?? 0,
    (error) => tell(codeOf(error)),
  );
}
