import { accessRule } from '../../access/access-rule.ts';
import { CHINA_OFFSET_MS, dayAt, findIsoDay } from '../../calendar/civil-date.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed, type Effect } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { type FieldValues, findFieldProblem } from '../../shape/declared-fields.ts';
import { digest, licenceNumber, regionCode, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import { bool, listOf } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';
import type { LicenceRecord } from '../../state/licence-record.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { isoDay } from '../calendars/calendar-shapes.ts';
import { fieldValues, scope, tradeName } from '../cases/case-shapes.ts';
import { findOffice, regionIsServed } from '../services/offices.ts';
import { aboutLicence, holderOf, licenceExists, licenceHasProcedure } from './licence-rules.ts';
import {
  licenceSuits,
  matterIsAttested,
  matterIsNew,
  nothingIsOpen,
  sealedAre,
  taxesAreCleared,
} from './matter-rules.ts';
import { openMatter } from './open-matter.ts';
import { mayFollowMatter } from './refiled-matter.ts';

/** 应当自变更之日起30日内申请变更登记 (条例 24, 26). */
const IN_TIME_DAYS = 30;

const firstBody = {
  number: licenceNumber,
  tradeName: optional(tradeName),
  scope: optional(scope),
  /** The place it moves to; the office there decides (条例 27). */
  region: optional(regionCode),
  /** 变更经营者 (促进条例 13): commitment to the new operator's name. Signed by the key that the holder named. */
  operator: optional(digest),
  /** What changes and is not public; each is sealed to the organ under the same name. */
  particulars: optional(listOf(oneOf('premises', 'operator-name', 'operator-residence'), 1, 3)),
  /** Why, where the statute has a term for it: a permit behind the scope has ended (条例 26). */
  ground: optional(oneOf('permit-ended')),
  /** The day it was decided on or happened, `YYYY-MM-DD`. */
  happenedOn: optional(isoDay),
  /** The change that this one asks for anew: it was returned or withdrawn. */
  previous: optional(transactionId),
};
const body = {
  ...firstBody,
  /** Public fields of the service's own that change; the others stay as they are. */
  fields: optional(fieldValues),
  /** The holder chose to be handled by an officer. */
  manual: optional(bool),
};
type Body = BodyOf<typeof body>;

/**
 * 变更登记 (市场主体登记管理条例 24): the holder asks; what a program can see whole it grants at once (条例 19), an officer decides the
 * rest, and the licence is what it was until then.
 */
const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'licences.apply-change',
  sidecar: 'optional',
  rules: [
    licenceExists,
    accessRule<Body>('licences.apply-change', (change, records) => ({
      ...aboutLicence(records.find('licence', change.number)),
      holder: askerOf(change, records),
    })),
    licenceHasProcedure,
    ({ number }, context) => licenceSuits('change', number, context),
    matterIsNew,
    nothingIsOpen,
    mayFollowMatter,
    newFieldsFit,
    somethingChanges,
    placeIsServed,
    happenedAlready,
    papersAreThere,
    operatorIsKnown,
  ],
  effect: (change, context, draft) => apply({ change, keepsFields: true }, context, draft),
};

/** Under protocol version 3 an application did not repeat the service's own fields, and no contract was asked. */
export const applyChange: readonly Deed[] = [
  defineDeed<typeof firstBody>({
    ...spec,
    since: 3,
    body: firstBody,
    effect: (change, context, draft) => apply({ change, keepsFields: false }, context, draft),
  }),
  defineDeed({ ...spec, since: 4, body, rules: [...spec.rules, matterIsAttested] }),
];

/** Another operator asks himself, with a key that the one before him named: so both have signed. */
function askerOf({ number, operator }: Body, records: RecordFinder): string {
  if (operator === undefined) return holderOf(records, number);
  return records.find('licence', number)?.successorKid ?? '';
}

/** What the licence would have in public must be what the service declared (实施细则 23). */
function newFieldsFit(change: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', change.number);
  if (change.fields === undefined || licence === undefined) return undefined;
  const declared = records.find('service', licence.service)?.fields ?? [];
  const found = findFieldProblem(fieldsAfter(change, licence) ?? {}, declared);
  return found === undefined ? undefined : refuse('body-invalid', { member: 'fields', ...found });
}

function fieldsAfter({ fields }: Body, licence: LicenceRecord): LicenceRecord['fields'] {
  return fields === undefined ? licence.fields : { ...licence.fields, ...fields };
}

function changesFields(fields: FieldValues, licence: LicenceRecord): boolean {
  return Object.entries(fields).some(([name, value]) => licence.fields?.[name] !== value);
}

function somethingChanges(change: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', change.number);
  return licence !== undefined && itemsOf(change, licence).length === 0 ? refuse('nothing-changes') : undefined;
}

function placeIsServed({ number, region }: Body, context: DeedContext): Refusal | undefined {
  const service = context.records.find('licence', number)?.service ?? '';
  return region === undefined ? undefined : regionIsServed({ service, region }, context);
}

function happenedAlready({ happenedOn }: Body, { timeMs }: DeedContext): Refusal | undefined {
  const day = happenedOn === undefined ? undefined : findIsoDay(happenedOn);
  return day === undefined || day <= dayAt(timeMs, CHINA_OFFSET_MS) ? undefined : refuse('day-ahead');
}

/** 提交新的经营场所使用相关文件 (实施细则 35). */
function papersAreThere({ particulars = [], region }: Body, context: DeedContext): Refusal | undefined {
  return sealedAre(region === undefined ? particulars : [...particulars, 'premises'], context);
}

/** The new operator is somebody a department has looked at, and the one who leaves has his taxes settled. */
function operatorIsKnown(change: Body, context: DeedContext): Refusal | undefined {
  if (change.operator === undefined) return undefined;
  if (context.erased !== undefined) return undefined;
  if (context.sidecar === undefined || context.sidecar.attestations.length === 0) return refuse('identity-missing');
  return matterIsAttested(change, context) ?? taxesAreCleared(change, context);
}

function itemsOf(change: Body, licence: LicenceRecord): string[] {
  const items: string[] = [];
  if (change.tradeName !== undefined && change.tradeName !== licence.tradeName) items.push('tradeName');
  if (change.scope !== undefined && change.scope.join() !== licence.scope.join()) items.push('scope');
  if (change.region !== undefined && change.region !== licence.region) items.push('region');
  if (change.operator !== undefined && change.operator !== licence.operator) items.push('operator');
  if (change.fields !== undefined && changesFields(change.fields, licence)) items.push('fields');
  return [...items, ...(change.particulars ?? [])];
}

interface Applied {
  readonly change: Body;
  readonly keepsFields: boolean;
}

function apply({ change, keepsFields }: Applied, context: DeedContext, draft: Draft): Effect {
  const licence = draft.get('licence', change.number);
  const { tradeName: name, scope: codes, region, operator, ground, previous, manual } = change;
  const fields = keepsFields ? fieldsAfter(change, licence) : undefined;
  const wanted = {
    ...nameOf(name ?? licence.tradeName),
    scope: codes ?? licence.scope,
    region: region ?? licence.region,
    operator: operator ?? licence.operator,
    ...(fields === undefined ? {} : { fields }),
  };
  const organ =
    wanted.region === licence.region
      ? licence.organ
      : (findOffice(draft.get('service', licence.service), wanted.region) ?? licence.organ);
  const matter = {
    kind: 'change' as const,
    licence: change.number,
    items: itemsOf(change, licence),
    ...(ground === undefined ? {} : { ground }),
    ...lateness(change, context.timeMs),
  };
  const holder = askerOf(change, draft);
  return openMatter(draft, { matter, body: wanted, organ, holder, previous, manual }, context);
}

/** Where no name is used, none is written. */
function nameOf(tradeName: string | undefined): { readonly tradeName?: string } {
  return tradeName === undefined ? {} : { tradeName };
}

/** It is taken all the same; an order to put right is a person's act (条例 46). */
function lateness({ happenedOn }: Body, timeMs: number): { readonly afterDays?: number } {
  const day = happenedOn === undefined ? undefined : findIsoDay(happenedOn);
  if (day === undefined) return {};
  const days = dayAt(timeMs, CHINA_OFFSET_MS) - day;
  return days > IN_TIME_DAYS ? { afterDays: days } : {};
}
