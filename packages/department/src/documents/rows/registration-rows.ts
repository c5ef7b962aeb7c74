import { chineseDate } from '../chinese-date.ts';
import type { ContentPart } from '../document-content.ts';
import type { DocumentDraft, DocumentRow, DraftContext } from '../document-draft.ts';
import { matterOf, text } from '../document-draft.ts';
import type { CodeWords } from '../document-settings.ts';
import { remedyParts } from '../remedies.ts';
import { licenceCopy } from './licence-copy.ts';

/** Steps of 市场主体登记 from the receipt to the decision (市场主体登记管理条例 19–21, 实施细则 18–19). */
export const registrationRows: readonly DocumentRow[] = [
  { event: 'case.pending', kind: 'receipt', when: ({ facts }) => typeof facts.dueAt === 'number', draft: receipt },
  { event: 'case.returned', kind: 'returned', draft: returned },
  { event: 'case.extended', kind: 'extended', draft: extended },
  { event: 'case.due-changed', kind: 'due-changed', draft: dueChanged },
  // A grant about a licence is told by what became of the licence.
  { event: 'case.granted', kind: 'granted', when: ({ case: note }) => note.matter === undefined, draft: granted },
  { event: 'case.refused', kind: 'refused', draft: refused },
  { event: 'case.withdrawn', kind: 'withdrawn', draft: withdrawn },
  { event: 'case.review-asked', kind: 'review-receipt', draft: reviewReceipt },
  { event: 'case.review-answered', kind: 'review-answered', draft: reviewAnswered },
];

/** The last day of a term; one that reaches into a year without a notice of days off is 暂定. */
function dueDay({ event: { facts } }: DraftContext): string {
  const provisional = facts.isProvisional === true ? '（暂定，待该年度节假日安排公布后重新计算）' : '';
  return `${chineseDate(Number(facts.dueAt))}${provisional}`;
}

function receipt(context: DraftContext): DocumentDraft {
  const { event } = context;
  return {
    title: '接收申请材料凭证',
    parts: [
      text(`你于${chineseDate(event.case.submittedAt)}提交的${matterOf(context)}，本机关已接收申请材料。`),
      text(
        '该申请不予当场登记，依照《市场主体登记管理条例》第十九条第一款、《市场主体登记管理条例实施细则》第十八条第二款，',
        `本机关应当在3个工作日内对申请材料进行审查，至${dueDay(context)}止。`,
      ),
      text(
        '情形复杂的，经登记机关负责人批准，可以再延长3个工作日，并书面告知你。你可以在作出决定之前撤回申请，并可以凭案件号查询办理进度。',
      ),
    ],
  };
}

function returned(context: DraftContext): DocumentDraft {
  const { event, service } = context;
  const codes = Array.isArray(event.facts.points) ? event.facts.points.map(String) : [];
  return {
    title: '一次性告知书',
    parts: [
      text(
        `你提交的${matterOf(context)}，申请材料不齐全或者不符合法定形式。依照《市场主体登记管理条例》第十九条第二款、`,
        '《市场主体登记管理条例实施细则》第十八条第三款，现将申请材料退还，并一次性告知需要补正的材料：',
      ),
      { kind: 'list', items: codes.map((code) => wordsOf(service.points, code)) },
      ...spokenWords(context, '具体说明'),
      text('补正后，请重新提交申请材料；已经填写的内容为你保留，不必重填。'),
    ],
  };
}

function wordsOf(list: readonly CodeWords[], code: string): string {
  const known = list.find((one) => one.code === code);
  return known === undefined ? code : `${known.words}（${known.article}）`;
}

function spokenWords({ words }: DraftContext, heading: string): ContentPart[] {
  if (words.reason === undefined || words.reason === '') return [];
  return [{ kind: 'heading', text: heading }, text(words.reason)];
}

function extended(context: DraftContext): DocumentDraft {
  const { facts } = context.event;
  const reason = facts.reason === 'COMPLEX' ? '情形复杂' : `情形复杂（${String(facts.reason)}）`;
  return {
    title: '延长办理期限告知书',
    parts: [
      text(
        `你提交的${matterOf(context)}，因${reason}，不能在${chineseDate(Number(facts.from))}前作出决定。`,
        '依照《市场主体登记管理条例》第十九条第一款、《市场主体登记管理条例实施细则》第十八条第二款，',
        `经登记机关负责人批准，延长3个工作日，至${dueDay(context)}止。`,
      ),
      ...spokenWords(context, '说明'),
    ],
  };
}

function dueChanged(context: DraftContext): DocumentDraft {
  const { facts } = context.event;
  return {
    title: '办理期限重新计算告知书',
    parts: [
      text(
        `因节假日安排公布或者调整，${matterOf(context)}的${facts.clock === 'review' ? '人工复核' : '办理'}期限`,
        `由${chineseDate(Number(facts.from))}重新计算为${dueDay(context)}。`,
      ),
    ],
  };
}

function granted(context: DraftContext): DocumentDraft {
  const { event } = context;
  const byMachine = event.facts.by === 'contract';
  const how = byMachine
    ? '本登记由自动化审查当场作出。你有权要求予以说明，并可以请求人工复核（《个人信息保护法》第二十四条第三款）。'
    : '本登记由登记机关工作人员审查后作出。';
  const licence = event.licence === undefined ? [] : [text(`统一社会信用代码：${event.licence}。`)];
  return {
    title: '准予登记通知书',
    parts: [
      text(
        `你于${chineseDate(event.case.submittedAt)}提交的${matterOf(context)}，申请材料齐全、符合法定形式。`,
        '依照《市场主体登记管理条例》第十九条第一款、《市场主体登记管理条例实施细则》第十八条第一款，准予登记。',
      ),
      ...licence,
      text(
        '依照《市场主体登记管理条例》第二十一条第一款，签发营业执照，营业执照签发日期为成立日期；',
        '电子营业执照与纸质营业执照具有同等法律效力（第二十二条第二款）。',
      ),
      text(how),
    ],
    ...(event.licence === undefined ? {} : { attachment: licenceCopy(context, event.licence) }),
  };
}

function refused(context: DraftContext): DocumentDraft {
  const { event, service } = context;
  return {
    title: '不予登记通知书',
    parts: [
      text(
        `你于${chineseDate(event.case.submittedAt)}提交的${matterOf(context)}，经审查，依照《市场主体登记管理条例》第二十条、`,
        '《市场主体登记管理条例实施细则》第十九条第一款，决定不予登记。',
      ),
      { kind: 'heading', text: '理由' },
      text(`${wordsOf(service.refusals, String(event.facts.reason))}。`),
      ...(context.words.reason === undefined ? [] : [text(context.words.reason)]),
      ...remedyParts(context),
    ],
  };
}

function withdrawn(context: DraftContext): DocumentDraft {
  return {
    title: '撤回申请确认书',
    parts: [
      text(`你已于${chineseDate(context.event.time)}撤回${matterOf(context)}，本机关不再审查该申请。`),
      text('撤回不影响你另行申请；已经填写的内容为你保留。'),
    ],
  };
}

function reviewReceipt(context: DraftContext): DocumentDraft {
  return {
    title: '人工复核申请接收凭证',
    parts: [
      text(
        `你就${matterOf(context)}的自动化审查结果请求人工复核（《个人信息保护法》第二十四条第三款），本机关已接收。`,
        `本机关工作人员将至迟于${dueDay(context)}答复。`,
      ),
    ],
  };
}

function reviewAnswered(context: DraftContext): DocumentDraft {
  const outcome =
    context.event.facts.outcome === 'upheld' ? '经逐项复核，维持原结果。' : '经逐项复核，原结果应当改正。';
  return {
    title: '人工复核答复书',
    parts: [
      text(
        `你就${matterOf(context)}请求人工复核。依照《个人信息保护法》第二十四条第三款，本机关工作人员已进行复核：${outcome}`,
      ),
      ...spokenWords(context, '说明'),
    ],
  };
}
