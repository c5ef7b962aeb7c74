import { buildSidecar, discloseCommitment, type JsonObject, type Signer, signTransaction } from '@minglu/protocol';
import {
  createCaseKey,
  indexedDbKeyStore,
  nameAttachments,
  type OwnAttachment,
  randomId,
  seal,
  sealContentKeys,
} from '@minglu/sdk';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { parseParticulars, publicFields } from '../forms/particulars.ts';
import { rememberForBackup } from '../keys/backup-window.ts';
import { departmentAt } from '../server/api.ts';
import type { City } from '../server/city.ts';
import { PortalError } from '../server/failure.ts';
import type { CaseBody } from '../server/ledger.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';
import { findCase, type StoredCase } from '../store/case-store.ts';
import { actAsHolder } from './act-as-holder.ts';
import { type Applicant, type Asked, attestEverywhere, signInEverywhere } from './attest-everywhere.ts';
import { filedWith } from './filed-with.ts';
import { showLicence } from './show-licence.ts';

/** What happens between pressing the button and the answer, in order. */
export const submissionStages = ['upload', 'key', 'attest', 'seal', 'send', 'check'] as const;
export type SubmissionStage = (typeof submissionStages)[number];

/** What differs where an officer fills in the form for somebody at the counter. */
export interface CounterPart {
  /** The key that goes on paper: this browser stores it nowhere. */
  readonly signer: Signer;
  /** Salt of the operator's commitment, found again from the paper alone. */
  readonly salt: string;
  /** Whoever applies for the operator, as their own document said. */
  readonly agent?: { readonly token: string; readonly name: string };
}

interface Preparation {
  readonly chain: string;
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly session: Applicant;
  readonly counter?: CounterPart;
  readonly departments: City['departments'];
  readonly attestTimeoutMs: number;
  asked(departments: readonly Asked[]): void;
  entered(stage: SubmissionStage): void;
}

const HOUR_MS = 3_600_000;

/**
 * Makes the signed transaction and its sidecar. A key of its own for each case: nothing in the public log joins two
 * applications of one person. The operator's name leaves this browser only sealed to the deciding organ.
 */
export async function prepareApplication(preparation: Preparation): Promise<StoredCase> {
  const { chain, draft, session, counter, entered } = preparation;
  const service = findServiceIn(preparation.service, draft.region);
  if (service === undefined) throw new PortalError('region-not-served');
  if (service.sealingKey === undefined) throw new PortalError('sealing-key-missing');
  entered('key');
  const { departments, attestTimeoutMs: timeoutMs, asked } = preparation;
  const signedIn = signInEverywhere(service.attesters, session, { departments, timeoutMs });
  const signer = counter?.signer ?? (await createCaseKey(indexedDbKeyStore(), rememberForBackup));
  const id = randomId();
  entered('attest');
  const holder = signer.publicKey.kid;
  const about = { chain, service: service.id, case: id, holder, sealTo: service.sealingKey };
  const needs = { ...about, attesters: service.attesters, session, departments, signedIn };
  const said = await attestEverywhere({ ...needs, timeoutMs, asked });
  const agent = counter?.agent;
  const door = departmentAt(session.endpoint, timeoutMs);
  const agents = agent === undefined ? [] : [await door.attestSealed({ ...about, token: agent.token, as: 'agent' })];
  const words = [...said, ...agents];
  if (draft.previous !== undefined) await nameSuccessor(draft.previous, holder);
  for (const number of draft.licences ?? []) await showLicence(number, holder);
  entered('seal');
  const operator = { salt: counter?.salt ?? randomId(), value: draft.operator.trim() };
  const pages = draft.premises ?? [];
  const keys = await sealKeysByKind(pages, service.sealingKey);
  const filed = await filedWith(draft, service.sealingKey);
  const answers = await sealAll(
    { ...draft.sealed, operator: operator.value, ...(agent === undefined ? {} : { agent: agent.name }) },
    service.sealingKey,
  );
  const numbers = Object.fromEntries(words.flatMap((one) => Object.entries(one.sealed)));
  const sealed = { ...answers, ...numbers, ...keys, ...filed.sealed };
  const plain: JsonObject = {
    ...(pages.length === 0 ? {} : { attachments: nameAttachments(pages) }),
    ...filed.plain,
    ...draft.counts,
    ...(counter === undefined ? {} : { channel: 'counter' }),
    // 授权委托书 (实施细则 14, 16): seen at the counter by the officer whom the attestation names.
    ...(agent === undefined ? {} : { agent: true, mandate: 'seen' }),
  };
  const attestations = words.map(({ attestation }) => attestation);
  const sidecar = buildSidecar({ salt: randomId(), attestations, sealed, plain });
  const shown = shownBy(draft);
  const commitment = discloseCommitment(operator.salt, operator.value);
  const manual = draft.path === 'manual';
  const previous = draft.previous === undefined ? {} : { previous: draft.previous };
  const body = { service: service.id, ...shown, operator: commitment, manual, ...previous };
  const createdAt = Date.now();
  const deed = { chain, id, deed: 'cases.submit', notAfter: createdAt + HOUR_MS, body, sidecar };
  const transaction = await signTransaction(deed, signer, { embedKey: true });
  const particulars = parseParticulars({ ...draft });
  const typed = draft.answers === undefined ? {} : { answers: draft.answers };
  const own = { particulars, ...typed, ...(pages.length === 0 ? {} : { attachments: pages }) };
  return { id, service: service.id, createdAt, kid: holder, body: shown, operator, ...own, transaction, sidecar };
}

/** Each question's papers have their keys under its name: whoever may open one need not open all. */
async function sealKeysByKind(pages: readonly OwnAttachment[], key: JsonObject): Promise<Record<string, string>> {
  const kinds = [...new Set(pages.map(({ kind }) => kind))];
  const sealed = kinds.map(async (kind) => {
    const own = pages.filter((page) => page.kind === kind);
    return [kind, await sealContentKeys(own, key)] as const;
  });
  return Object.fromEntries(await Promise.all(sealed));
}

/** What stands in public. */
function shownBy(draft: ApplicationDraft): CaseBody {
  const named = draft.nameless === true ? {} : { tradeName: draft.tradeName.trim() };
  const fields = { ...publicFields(draft), ...draft.fields };
  const own = Object.keys(fields).length === 0 ? {} : { fields };
  return { ...named, scope: draft.scope, region: draft.region, ...own };
}

async function sealAll(texts: Readonly<Record<string, string>>, key: JsonObject): Promise<Record<string, string>> {
  const sealed = Object.entries(texts).map(async ([name, text]) => [name, await seal(text, key)] as const);
  return Object.fromEntries(await Promise.all(sealed));
}

/** The old case's key says that the new one may refer to it; nobody else can hang an application on somebody's case. */
async function nameSuccessor(previous: string, kid: string): Promise<void> {
  const stored = await findCase(previous);
  if (stored === undefined) throw new PortalError('key-missing');
  await actAsHolder(stored, 'cases.refile', { kid });
}
