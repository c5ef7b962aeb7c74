import type { JsonObject } from '@minglu/protocol';
import type { HeldLicence } from './held-licence.ts';

/** What may change, each with its own question; the last two are told where they are dealt with. */
export const changeKinds = [
  'name',
  'scope',
  'permit-ended',
  'premises',
  'particulars',
  'operator',
  'enterprise',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type MatterPath = 'auto' | 'manual';

export interface ChangeAnswers {
  readonly kind: ChangeKind | undefined;
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly premises: string;
  readonly residence: string;
  /** `YYYY-MM-DD`, or nothing. */
  readonly happenedOn: string;
  /** At once where the rules allow, or by an officer (个人信息保护法 24). */
  readonly path: MatterPath | undefined;
  /** The new operator's code, which names the key that may take the licence over. */
  readonly successor: string;
}

export type ChangeField =
  | 'change-kind'
  | 'change-name'
  | 'change-scope'
  | 'change-premises'
  | 'change-residence'
  | 'change-successor'
  | 'matter-path';

const KEY_ID = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** The field that still needs an answer, if any; how it is to be decided is asked last. */
export function changeProblem(answers: ChangeAnswers, held: Pick<HeldLicence, 'licence'>): ChangeField | undefined {
  const isApplication = answers.kind !== 'operator' && answers.kind !== 'enterprise';
  return contentProblem(answers, held) ?? (isApplication && answers.path === undefined ? 'matter-path' : undefined);
}

function contentProblem(answers: ChangeAnswers, { licence }: Pick<HeldLicence, 'licence'>): ChangeField | undefined {
  const { kind, tradeName, scope, premises, residence, successor } = answers;
  const name = tradeName.trim();
  switch (kind) {
    case undefined:
      return 'change-kind';
    case 'name':
      return [...name].length < 2 || name === licence.tradeName ? 'change-name' : undefined;
    case 'scope':
    case 'permit-ended':
      return scope.length === 0 || scope.join() === licence.scope.join() ? 'change-scope' : undefined;
    case 'premises':
      return premises.trim() === '' ? 'change-premises' : undefined;
    case 'particulars':
      return residence.trim() === '' ? 'change-residence' : undefined;
    case 'operator':
      return KEY_ID.test(successor.trim()) ? undefined : 'change-successor';
    default:
      return undefined;
  }
}

export interface ChangeSent {
  readonly body: JsonObject;
  readonly sealed: Readonly<Record<string, string>>;
}

/** The application as the chain takes it: only what changes, and what is not public sealed. */
export function changeSent(
  answers: ChangeAnswers,
  { number, licence }: Pick<HeldLicence, 'number' | 'licence'>,
): ChangeSent {
  const { kind, tradeName, scope, region, premises, residence, happenedOn, path } = answers;
  const day = { ...(happenedOn === '' ? {} : { happenedOn }), ...(path === 'manual' ? { manual: true } : {}) };
  if (kind === 'name') return { body: { number, tradeName: tradeName.trim(), ...day }, sealed: {} };
  if (kind === 'scope') return { body: { number, scope, ...day }, sealed: {} };
  if (kind === 'permit-ended') return { body: { number, scope, ground: 'permit-ended', ...day }, sealed: {} };
  if (kind === 'premises') {
    const moves = region === '' || region === licence.region ? {} : { region };
    // 经营场所 stands on the licence (实施细则 23): public where the service has it so, and in the file besides.
    const fields = licence.fields?.premises === undefined ? {} : { fields: newPremises(premises) };
    return { body: { number, ...moves, ...fields, particulars: ['premises'], ...day }, sealed: { premises } };
  }
  return { body: { number, particulars: ['operator-residence'], ...day }, sealed: { 'operator-residence': residence } };
}

function newPremises(premises: string): JsonObject {
  return { 'premises-kind': 'address', premises: premises.trim() };
}
