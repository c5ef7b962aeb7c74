import { chineseDate } from '../chinese-date.ts';
import type { DocumentDraft, DocumentRow, DraftContext } from '../document-draft.ts';
import { text, tradeNameOf } from '../document-draft.ts';
import { remedyParts } from '../remedies.ts';

/** What whoever asks that a registration be annulled is told in writing (实施细则 52, 53, 55). */
export const annulmentRows: readonly DocumentRow[] = [
  { event: 'annulment.taken-up', kind: 'annulment-taken-up', when: isAsked, draft: takenUp },
  { event: 'annulment.declined', kind: 'annulment-declined', when: isAsked, draft: declined },
  { event: 'annulment.extended', kind: 'annulment-extended', when: isAsked, draft: extended },
  { event: 'annulment.decided', kind: 'annulment-rejected', when: isRejected, draft: rejected },
  { event: 'annulment.decided', kind: 'annulment-granted', when: isGranted, draft: granted },
];

type Event = DraftContext['event'];

/** By somebody affected; what the organ looks into by itself is told to the holder with its decision. */
function isAsked({ case: note }: Event): boolean {
  return note.matter?.kind === 'annulment';
}

function isRejected(event: Event): boolean {
  return isAsked(event) && event.facts.outcome === 'not-annulled';
}

function isGranted(event: Event): boolean {
  return isAsked(event) && event.facts.outcome !== 'not-annulled';
}

function askedFor(context: DraftContext): string {
  const { matter, submittedAt } = context.event.case;
  return `你于${chineseDate(submittedAt)}提出的撤销“${tradeNameOf(context)}”（统一社会信用代码${matter?.licence ?? ''}）登记的申请`;
}

function takenUp(context: DraftContext): DocumentDraft {
  const due = Number(context.event.facts.dueAt);
  return {
    title: '受理通知书',
    parts: [
      text(
        `${askedFor(context)}，依照《市场主体登记管理条例实施细则》第五十二条第一款，决定受理。`,
        `本机关应当于3个月内完成调查（第五十三条第一款），至${chineseDate(due)}止。`,
      ),
    ],
  };
}

const DECLINED: Readonly<Record<string, string>> = {
  'identity-not-verified': '被冒用人未能通过身份信息核验（第五十二条第二款第一项）',
  'licence-closed': '涉嫌虚假登记的市场主体已注销（第五十二条第二款第二项）',
  'other-law': '其他依法不予受理的情形（第五十二条第二款第三项）',
};

function declined(context: DraftContext): DocumentDraft {
  const reason = String(context.event.facts.reason);
  return {
    title: '不予受理决定书',
    parts: [
      text(
        `${askedFor(context)}，依照《市场主体登记管理条例实施细则》第五十二条，决定不予受理。`,
        `理由：${DECLINED[reason] ?? reason}。`,
      ),
      ...spoken(context),
      ...remedyParts(context),
    ],
  };
}

function extended(context: DraftContext): DocumentDraft {
  const due = Number(context.event.facts.dueAt);
  return {
    title: '延长调查期限告知书',
    parts: [
      text(
        `${askedFor(context)}，情形复杂，经登记机关负责人批准，调查期限延长3个月`,
        `（《市场主体登记管理条例实施细则》第五十三条第一款），至${chineseDate(due)}止。`,
      ),
    ],
  };
}

const REJECTED: Readonly<Record<string, string>> = {
  'not-false': '经调查，未认定存在虚假市场主体登记情形',
  'public-interest': '撤销可能对社会公共利益造成重大损害（《市场主体登记管理条例》第四十一条第一项）',
  irreversible: '撤销后无法恢复到登记前的状态（《市场主体登记管理条例》第四十一条第二项）',
  'other-law': '法律、行政法规规定的其他情形（《市场主体登记管理条例》第四十一条第三项）',
};

function rejected(context: DraftContext): DocumentDraft {
  const basis = String(context.event.facts.basis);
  return {
    title: '不予撤销登记决定书',
    parts: [
      text(`${askedFor(context)}，经调查，决定不予撤销登记。理由：${REJECTED[basis] ?? basis}。`),
      ...spoken(context),
      ...remedyParts(context),
    ],
  };
}

function granted(context: DraftContext): DocumentDraft {
  const partly = context.event.facts.outcome === 'partly-annulled';
  const what = partly
    ? '撤销其中虚假的登记事项（《市场主体登记管理条例实施细则》第五十七条）'
    : '撤销该市场主体登记（《市场主体登记管理条例》第四十条第二款）';
  return { title: '撤销登记结果告知书', parts: [text(`${askedFor(context)}，经调查认定，决定${what}。`)] };
}

function spoken({ words }: DraftContext) {
  return words.reason === undefined ? [] : [{ kind: 'heading', text: '说明' } as const, text(words.reason)];
}
