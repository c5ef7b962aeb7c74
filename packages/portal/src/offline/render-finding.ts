import type { VerifiedLicence } from '@minglu/protocol';
import { formatDay, formatTime } from '../language/format-time.ts';
import type { Language } from '../language/language.ts';
import { changedPart } from '../proof/changed-part.ts';
import type { Finding } from '../proof/check-evidence.ts';
import { licenceStatusLook } from '../proof/licence-status.ts';
import { proofSteps } from '../proof/proof-steps.ts';
import { standingNow } from '../proof/standing-now.ts';
import { element, factList } from './element.ts';
import { verdict } from './verdict.ts';

export interface Reader {
  readonly language: Language;
  words(key: string, facts?: Readonly<Record<string, string | number | boolean>>): string;
}

/** The verdict as the portal gives it, in plain elements. */
export function renderFinding(finding: Finding, reader: Reader): HTMLElement {
  const { words } = reader;
  switch (finding.kind) {
    case 'licence':
      return renderLicence(finding, reader);
    case 'absent':
      return verdict('quiet', words('verdict.notFound'), [
        element('p', { class: 'lead' }, words('verdict.notFoundWords', { number: finding.licence.number })),
        ...place('absent', finding.licence, reader),
      ]);
    case 'receipt':
      return renderReceipt(finding, reader);
    case 'changed': {
      const { code } = finding.failure;
      const part = words(`part.${changedPart(code)}`);
      return verdict('bad', words('verdict.changed'), [
        element('p', { class: 'lead' }, words('verdict.changedWords')),
        element('p', {}, element('strong', {}, words('verdict.changedPart', { part }))),
        element('p', {}, words(`codes.${code}`)),
        element('p', { class: 'soft small mono' }, code),
      ]);
    }
    case 'trust':
      return verdict('good', words('verdict.trust'), [element('p', {}, words('verdict.trustWords'))]);
    case 'foreign':
      return verdict('warn', words('verdict.foreign'), [element('p', {}, words('verdict.foreignWords'))]);
    case 'unknown':
      return verdict('quiet', words('verdict.unknown'), [element('p', {}, words('verdict.unknownWords'))]);
  }
}

function renderLicence(finding: Extract<Finding, { kind: 'licence' }>, reader: Reader): HTMLElement {
  const { words, language } = reader;
  const { licence, operator } = finding;
  const record = licence.licence;
  if (record === undefined) return element('div', {});
  const until = record.until === undefined ? undefined : formatTime(record.until, language);
  const standing = standingNow(record, licence.block.time);
  return verdict(licenceStatusLook(standing).tone, words(`status.${standing}`), [
    element('p', { class: 'lead' }, words(`statusWords.${standing}`)),
    factList([
      [words('apply.name.short_label'), record.tradeName],
      [words('licence.number'), licence.number],
      [
        words('apply.operator.short_label'),
        operator === undefined ? undefined : words('licence.disclosed', { name: operator }),
      ],
      [words('licence.organ'), record.organName],
      [words('offlinePage.scopeCodes'), record.scope.join(' · ')],
      [words('apply.region.short_label'), record.region],
      [words('licence.issued'), formatDay(record.issuedAt, language)],
      [words('licence.since'), formatTime(record.since, language)],
      [words('validity.from'), record.from === undefined ? undefined : formatDay(record.from, language)],
      [words('validity.expires'), record.expiresAt === undefined ? undefined : formatTime(record.expiresAt, language)],
      [words('licence.until'), until],
      [
        words('proof.asOf'),
        words('proof.asOfWords', { time: formatTime(licence.block.time, language), height: licence.block.height }),
      ],
    ]),
    element('p', {}, words('offlinePage.statusThen')),
    ...place(operator === undefined ? 'licence' : 'licence-file', licence, reader),
  ]);
}

function renderReceipt(finding: Extract<Finding, { kind: 'receipt' }>, reader: Reader): HTMLElement {
  const { words } = reader;
  const { entry, transaction, index, checkpoint } = finding.receipt;
  const refused = 'refused' in entry.outcome ? entry.outcome.refused : undefined;
  const deed = `deeds.${transaction.deed.replace('.', '-')}`;
  return verdict('good', words('verdict.receipt'), [
    element('p', { class: 'lead' }, words('verdict.receiptWords')),
    factList([
      [words('proof.deed'), words(deed) === deed ? transaction.deed : words(deed)],
      [
        words('proof.outcome'),
        refused === undefined ? words('proof.accepted') : `${words('proof.refused')}: ${words(`codes.${refused}`)}`,
      ],
      [words('proof.transaction'), transaction.id],
      [words('proof.height'), String(entry.height)],
      [words('proof.index'), words('proof.indexWords', { index, size: checkpoint.size })],
    ]),
    ...place('receipt', finding.receipt, reader),
  ]);
}

type Place = Pick<VerifiedLicence, 'index' | 'checkpoint' | 'log' | 'policy' | 'policyMet' | 'witnesses'>;

/** Who has seen it, and what was checked. */
function place(kind: keyof typeof proofSteps, at: Place, { words, language }: Reader): HTMLElement[] {
  const { seen, known, threshold } = at.policy;
  const facts = { origin: at.checkpoint.origin, size: at.checkpoint.size, index: at.index, seen, known };
  const seenBy = at.witnesses.map(({ name, timeSeconds }) =>
    element('li', {}, `${name} · ${formatTime(timeSeconds * 1000, language)}`),
  );
  return [
    element(
      'div',
      { class: `notice ${at.policyMet ? 'tone-good' : 'tone-warn'}` },
      element(
        'div',
        { class: 'notice-body' },
        element('strong', {}, words('proof.witnesses', { seen, known })),
        at.log.known > 1 && element('p', {}, words('cluster.signed', { ...at.log })),
        element('p', {}, words(at.policyMet ? 'proof.policyMet' : 'proof.policyOpen', { threshold })),
        element('ul', {}, ...seenBy),
      ),
    ),
    element(
      'ol',
      { class: 'measure' },
      ...proofSteps[kind].map((step) => element('li', {}, words(`proof.steps.${step}`, facts))),
    ),
  ];
}
