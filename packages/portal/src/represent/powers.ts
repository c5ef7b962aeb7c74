import type { Represented } from '../store/case-store.ts';

export type MandateForm = Represented['form'];

export const mandateForms: readonly MandateForm[] = ['handler', 'legal-representative', 'guardian', 'close-relative'];

/** What somebody may be let do, in the words of the form: each stands for deeds that are of no use apart. */
export const powers = {
  read: ['cases.read'],
  change: ['licences.apply-change'],
  file: ['licences.file'],
  rest: ['licences.cease', 'licences.resume'],
  reissue: ['licences.reissue'],
  review: ['cases.review'],
  close: ['licences.apply-closing', 'licences.announce-closing'],
  withdraw: ['cases.withdraw', 'licences.withdraw-closing'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Power = keyof typeof powers;

export const powerNames = Object.keys(powers) as readonly Power[];

/** Of a service without a register of its own, nothing is changed, filed or closed by these pages. */
const WITHOUT_REGISTER: readonly Power[] = ['read', 'review', 'withdraw'];

export function powersFor(isRegistration: boolean): readonly Power[] {
  return isRegistration ? powerNames : WITHOUT_REGISTER;
}

/** What is picked at first. A clerk submits and takes nothing back (可提交，不可撤回); whoever the law puts in somebody's place does all. */
const USUAL: Readonly<Record<MandateForm, readonly Power[]>> = {
  handler: ['read', 'change', 'file', 'review'],
  'legal-representative': powerNames,
  guardian: powerNames,
  'close-relative': ['read', 'file', 'reissue'],
};

export function usualPowers(form: MandateForm, isRegistration: boolean): readonly Power[] {
  return USUAL[form].filter((power) => powersFor(isRegistration).includes(power));
}

export function deedsOf(picked: readonly Power[]): readonly string[] {
  return powerNames.filter((power) => picked.includes(power)).flatMap((power) => powers[power]);
}

/** Powers that these deeds make up, whole or in part. */
export function powersOf(deeds: readonly string[]): readonly Power[] {
  return powerNames.filter((power) => powers[power].some((deed) => deeds.includes(deed)));
}

/** Guardians and close relatives are what they are by law: the register of persons has to say so. */
export function needsRelation(form: MandateForm | undefined): form is 'guardian' | 'close-relative' {
  return form === 'guardian' || form === 'close-relative';
}
