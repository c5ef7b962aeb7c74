import { CHINA_OFFSET_MS, dayAt, monthsLater } from '../../calendar/civil-date.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { displayText, oneOf } from '../../shape/texts.ts';
import { licenceExists, mayActOnLicence } from './licence-rules.ts';

const UNCLOSED_MONTHS = 6;

const body = {
  number: licenceNumber,
  mark: oneOf('abnormal', 'order', 'unclosed'),
  reason: reasonCode,
  article: displayText(2, 80),
};
type Body = BodyOf<typeof body>;

/**
 * What an officer publishes beside a status, which stays what it is: 列入经营异常名录, 责令改正, and 特别标注 of a licence
 * that was taken away and not closed within six months (实施细则 67). Each by its article, and never by a machine.
 */
export const markLicence = defineDeed({
  name: 'licences.mark',
  since: 3,
  body,
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('licences.mark'), isNotClosed, isNew, isSixMonthsOver],
  effect: ({ number, mark, reason, article }, { timeMs }, draft) => {
    const licence = draft.get('licence', number);
    const marks = [...(licence.marks ?? []), { mark, reason, article, at: timeMs }];
    draft.write('licence', number, { ...licence, marks });
    return { events: [event('licence.marked', { number, organ: licence.organ, mark, reason, article })] };
  },
});

function isNotClosed({ number }: Body, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  return status === 'closed' || status === 'withdrawn' ? refuse('licence-final', { number, status }) : undefined;
}

function isNew({ number, mark, reason }: Body, { records }: DeedContext): Refusal | undefined {
  const marks = records.find('licence', number)?.marks ?? [];
  const isThere = marks.some((one) => one.mark === mark && one.reason === reason);
  return isThere ? refuse('mark-exists', { number, mark }) : undefined;
}

function isSixMonthsOver({ number, mark }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const { status = '', since = timeMs } = records.find('licence', number) ?? {};
  if (mark !== 'unclosed') return undefined;
  if (status !== 'annulled' && status !== 'revoked') return refuse('matter-unsuited', { number, status });
  const from = monthsLater(dayAt(since, CHINA_OFFSET_MS), UNCLOSED_MONTHS);
  return dayAt(timeMs, CHINA_OFFSET_MS) > from ? undefined : refuse('mark-too-early', { number, since });
}
