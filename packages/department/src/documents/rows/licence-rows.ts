import { chineseDate } from '../chinese-date.ts';
import type { DocumentDraft, DocumentRow, DraftContext } from '../document-draft.ts';
import { scopeNames, text, tradeNameOf } from '../document-draft.ts';
import { nameOfScope } from '../name-of-scope.ts';
import { remedyParts } from '../remedies.ts';

/** Acts on what was issued: each has its own article and effect, and none is called by another's name. */
export const licenceRows: readonly DocumentRow[] = [
  { event: 'licence.changed', kind: 'changed', draft: changed },
  { event: 'licence.ceased', kind: 'ceased', draft: ceased },
  { event: 'licence.resumed', kind: 'resumed', draft: resumed },
  { event: 'licence.closing-announced', kind: 'closing-receipt', draft: closingReceipt },
  { event: 'licence.closing-opposed', kind: 'closing-opposed', draft: closingOpposed },
  { event: 'licence.closing-withdrawn', kind: 'closing-withdrawn', draft: closingWithdrawn },
  { event: 'licence.closed', kind: 'closed', draft: closed },
  { event: 'licence.revoked', kind: 'annulled', when: ({ facts }) => facts.kind === 'annulled', draft: annulled },
  { event: 'licence.revoked', kind: 'revoked', when: ({ facts }) => facts.kind === 'revoked', draft: revoked },
  { event: 'licence.revoked', kind: 'taken-back', when: ({ facts }) => facts.kind === 'withdrawn', draft: takenBack },
  { event: 'licence.suspended', kind: 'suspended', draft: suspended },
  { event: 'licence.restored', kind: 'undone', when: ({ facts }) => facts.status !== undefined, draft: undone },
  { event: 'licence.restored', kind: 'restored', when: ({ facts }) => facts.status === undefined, draft: restored },
  { event: 'licence.replaced', kind: 'replaced', draft: replaced },
  { event: 'licence.filed', kind: 'filed', draft: filed },
];

/** “清风茶馆”（统一社会信用代码 …）. */
function licenceOf(context: DraftContext): string {
  const name = tradeNameOf(context);
  const whose = name === '' ? `该${context.service.licence}` : `“${name}”`;
  return `${whose}（统一社会信用代码${context.event.licence ?? ''}）`;
}

function articleOf({ event }: DraftContext, otherwise: string): string {
  return typeof event.facts.article === 'string' ? event.facts.article : otherwise;
}

const ITEMS: Readonly<Record<string, string>> = {
  tradeName: '名称',
  scope: '经营范围',
  region: '经营场所（迁移）',
  premises: '经营场所',
  operator: '经营者',
  'operator-name': '经营者姓名',
  'operator-residence': '经营者住所',
};

function changed(context: DraftContext): DocumentDraft {
  const { facts } = context.event;
  const scope = Array.isArray(facts.scope) ? facts.scope.map((code) => nameOfScope(context.service, String(code))) : [];
  const items = (Array.isArray(facts.items) ? facts.items : []).map((item) => ITEMS[String(item)] ?? String(item));
  const rows = [
    ...(items.length > 0 ? [{ label: '变更事项', value: items.join('、') }] : []),
    ...(typeof facts.tradeName === 'string' ? [{ label: '变更后名称', value: facts.tradeName }] : []),
    ...(scope.length > 0 ? [{ label: '变更后经营范围', value: scope.join('；') }] : []),
  ];
  return {
    title: '准予变更登记通知书',
    parts: [
      text(
        `${licenceOf(context)}的变更登记申请，符合法定形式。依照《市场主体登记管理条例》第十九条第一款、第二十四条第一款，准予变更登记。`,
      ),
      ...(rows.length > 0 ? [{ kind: 'rows', rows } as const] : []),
      text('变更涉及营业执照记载事项的，换发营业执照（《市场主体登记管理条例》第二十八条）。'),
    ],
  };
}

function ceased(context: DraftContext): DocumentDraft {
  const until = Number(context.event.facts.until);
  return {
    title: '歇业备案通知书',
    parts: [
      text(
        `${licenceOf(context)}的歇业已经备案，歇业期限至${chineseDate(until)}`,
        '（《市场主体登记管理条例》第三十条第三款、《市场主体登记管理条例实施细则》第四十一条第一款）。',
      ),
      text(
        '歇业的期限最长不得超过3年；歇业期间开展经营活动的，视为恢复营业（条例第三十条第四款）。',
        '歇业期限届满，视为自动恢复经营；决定不再经营的，应当及时办理注销登记（实施细则第四十二条第三款）。',
      ),
    ],
  };
}

function resumed(context: DraftContext): DocumentDraft {
  const { by } = context.event.facts;
  if (by === 'officer') {
    const found = `经查，${licenceOf(context)}在歇业期间开展经营活动，视为恢复营业（《市场主体登记管理条例》第三十条第四款）。`;
    return { title: '终止歇业告知书', parts: [text(found), ...reasonParts(context), ...remedyParts(context)] };
  }
  const why = by === 'time' ? '歇业期限届满，视为自动恢复经营' : '自主决定恢复营业，歇业终止';
  const article = by === 'time' ? '第四十二条第三款' : '第四十二条第一款';
  return {
    title: '终止歇业告知书',
    parts: [text(`${licenceOf(context)}${why}（《市场主体登记管理条例实施细则》${article}）。`)],
  };
}

function closingReceipt(context: DraftContext): DocumentDraft {
  const { facts } = context.event;
  const provisional = facts.isProvisional === true ? '（暂定）' : '';
  return {
    title: '简易注销登记申请接收凭证',
    parts: [
      text(
        `${licenceOf(context)}的简易注销登记申请已经接收，并推送至税务等有关部门。有关部门在10日内没有提出异议的，`,
        `可以直接办理注销登记（《市场主体登记管理条例》第三十三条第三款）。期限至${chineseDate(Number(facts.dueAt))}${provisional}止。`,
      ),
    ],
  };
}

function closingOpposed(context: DraftContext): DocumentDraft {
  return {
    title: '简易注销异议告知书',
    parts: [
      text(
        `有关部门对${licenceOf(context)}的简易注销登记申请提出异议（理由代码${String(context.event.facts.reason)}），`,
        '不能按照简易程序直接办理注销登记（《市场主体登记管理条例》第三十三条第三款）。',
      ),
      text(
        '异议事项处理完毕后，可以再次申请，或者按照一般程序申请注销登记（《市场主体登记管理条例》第三十一条第一款）。',
      ),
    ],
  };
}

function closingWithdrawn(context: DraftContext): DocumentDraft {
  return {
    title: '撤回简易注销登记申请确认书',
    parts: [text(`${licenceOf(context)}的简易注销登记申请已经撤回，登记状态不变。`)],
  };
}

function closed(context: DraftContext): DocumentDraft {
  const unopposed = context.event.facts.reason === 'UNOPPOSED';
  const article = unopposed ? '第三十三条第三款' : '第三十一条第一款';
  return {
    title: '准予注销登记通知书',
    parts: [
      text(
        unopposed ? '有关部门在10日内没有提出异议。' : '',
        `依照《市场主体登记管理条例》${article}，准予${licenceOf(context)}注销登记。自本机关予以注销登记之日起终止。`,
      ),
      text('持有纸质营业执照的，应当缴回（《市场主体登记管理条例》第三十七条第三款）。'),
    ],
  };
}

function annulled(context: DraftContext): DocumentDraft {
  return {
    title: '撤销登记决定书',
    parts: [
      text(
        `经查，依照${articleOf(context, '《市场主体登记管理条例》第四十条第二款')}，决定撤销${licenceOf(context)}的登记`,
        `（理由代码${String(context.event.facts.reason)}）。`,
      ),
      ...reasonParts(context),
      text(
        '应当缴回营业执照；拒不缴回或者无法缴回的，由登记机关公告营业执照作废（《市场主体登记管理条例》第三十七条第三款）。',
      ),
      ...remedyParts(context),
    ],
  };
}

function revoked(context: DraftContext): DocumentDraft {
  return {
    title: '吊销营业执照决定书',
    parts: [
      text(
        `依照${articleOf(context, '《市场主体登记管理条例》第四十四条')}，决定吊销${licenceOf(context)}的营业执照`,
        `（理由代码${String(context.event.facts.reason)}）。`,
      ),
      ...reasonParts(context),
      ...remedyParts(context),
    ],
  };
}

function takenBack(context: DraftContext): DocumentDraft {
  return {
    title: '撤回登记决定书',
    parts: [
      text(
        `依照${articleOf(context, '《行政许可法》第八条第二款')}，决定撤回${licenceOf(context)}的登记`,
        `（理由代码${String(context.event.facts.reason)}）。`,
      ),
      ...reasonParts(context),
      ...remedyParts(context),
    ],
  };
}

function reasonParts({ words }: DraftContext) {
  return words.reason === undefined ? [] : [{ kind: 'heading', text: '说明' } as const, text(words.reason)];
}

function suspended(context: DraftContext): DocumentDraft {
  const { facts } = context.event;
  const until = typeof facts.until === 'number' ? `，至${chineseDate(facts.until)}止` : '';
  return {
    title: '中止告知书',
    parts: [
      text(`${licenceOf(context)}的营业执照自本日起中止${until}（理由代码${String(facts.reason)}）。`),
      ...remedyParts(context),
    ],
  };
}

function restored(context: DraftContext): DocumentDraft {
  return {
    title: '恢复告知书',
    parts: [text(`${licenceOf(context)}的营业执照自本日起恢复有效。经营范围：${scopeNames(context)}。`)],
  };
}

function undone(context: DraftContext): DocumentDraft {
  return {
    title: '恢复登记决定书',
    parts: [
      text(
        `经认定，撤销${licenceOf(context)}登记的决定错误。依照《市场主体登记管理条例》第四十二条，撤销该决定，恢复原登记状态，并予以公示。`,
      ),
      ...reasonParts(context),
    ],
  };
}

function replaced(context: DraftContext): DocumentDraft {
  const { old, edition } = context.event.facts;
  const before = old === 'returned' ? '原营业执照已经缴回' : '原营业执照已经公告作废';
  return {
    title: '换发营业执照通知书',
    parts: [
      text(
        `${licenceOf(context)}换发营业执照（第${String(edition)}版），${before}（《市场主体登记管理条例》第二十八条、第三十七条）。`,
      ),
    ],
  };
}

function filed(context: DraftContext): DocumentDraft {
  return {
    title: '备案通知书',
    parts: [text(`${licenceOf(context)}的备案事项变更已经办理备案（《市场主体登记管理条例》第九条、第二十九条）。`)],
  };
}
