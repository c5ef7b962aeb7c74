import { agentWords } from './agent-words.ts';
import type { MessageLanguage } from './contact.ts';
import type { Message, MessageKind } from './message.ts';

/** Name of the step, for a subject and for an SMS; and one sentence more, for an e-mail only. */
type Words = Readonly<Record<MessageKind, readonly [step: string, sentence: string]>>;

/** `{points}`, `{dueAt}`, `{until}` are the message's facts. No name, no shop, no case id: whoever sees a locked phone learns nothing. */
const CHINESE: Words = {
  pending: ['申请已收到，由工作人员办理', '法定时限至{dueAt}。'],
  granted: ['准予登记', '营业执照已签发，可在网站查看、下载和出示。'],
  returned: ['需要补正', '一次性告知需补正的内容共{points}项。补齐后可保留原内容重新提交。'],
  refused: ['不予登记', '决定的理由、依据和救济途径已载明，可在网站查看。'],
  extended: ['办理时限已延长', '经登记机关负责人批准，办理时限延长至{dueAt}。'],
  'due-changed': ['办理时限已重新计算', '工作日历有变动，办理时限为{dueAt}。'],
  overdue: ['办理已超过法定时限', '登记机关未在{dueAt}前作出决定，已记录在案。'],
  withdrawn: ['申请已撤回', '如果不是您本人撤回，请立即与登记机关联系。'],
  'review-asked': ['人工复核已受理', '答复时限至{dueAt}。'],
  'review-answered': ['人工复核已答复', '答复内容可在网站查看。'],
  'review-overdue': ['人工复核已超过时限', '登记机关未在{dueAt}前答复，已记录在案。'],
  'licence-changed': ['变更登记已办理', '新的登记事项已公示。'],
  'licence-suspended': ['营业执照已暂停', '原因和依据可在网站查看。'],
  'licence-restored': ['营业执照已恢复', '营业执照恢复为有效状态。'],
  'licence-annulled': ['登记已撤销', '撤销的理由、依据和救济途径可在网站查看。'],
  'licence-revoked': ['营业执照已吊销', '吊销的理由、依据和救济途径可在网站查看。'],
  'licence-withdrawn': ['登记已撤回', '撤回的理由、依据和救济途径可在网站查看。'],
  'licence-closed': ['注销登记已办理', '营业执照状态为已注销。'],
  'licence-ceased': ['歇业备案已办理', '歇业期限至{until}。'],
  'licence-resumed': ['已恢复营业', '营业执照恢复为有效状态。'],
  'cessation-ending': ['歇业期限即将届满', '歇业期限至{until}。需要延长的，请在期限届满前办理。'],
  'closing-announced': ['简易注销公告已发布', '异议期至{dueAt}。'],
  'closing-opposed': ['简易注销收到异议', '有关部门提出异议，简易注销程序终止，可在网站查看。'],
  'closing-ripe': ['简易注销公告期满', '登记机关将继续办理，结果另行通知。'],
  'closing-withdrawn': ['简易注销申请已撤回', '如果不是您本人撤回，请立即与登记机关联系。'],
  'licence-marked': ['营业执照有新的标注', '标注的事由和依据可在网站查看。'],
  'licence-unmarked': ['营业执照的标注已移除', '现状可在网站查看。'],
  'licence-replaced': ['营业执照已换发', '原纸质执照不再使用。'],
  'annulment-taken-up': ['已受理撤销登记申请', '登记机关正在调查，请配合；您可以说明情况。'],
  'annulment-announced': ['拟撤销登记公示', '公示期至{until}，期间可以提出异议。'],
  'annulment-rejected': ['不予撤销登记', '登记维持不变，理由可在网站查看。'],
  'annulment-declined': ['撤销登记申请不予受理', '理由和救济途径见决定书，可在网站查看。'],
  'annulment-granted': ['撤销登记的申请已有结果', '登记机关已经撤销，告知书可在网站查看。'],
  'annulment-extended': ['撤销登记的调查期限已延长', '经负责人批准，调查期限延长至{dueAt}。'],
  'annulment-undone': ['撤销登记的决定已撤销', '登记恢复原状。'],
  'correction-answered': ['更正或者补充的请求已答复', '答复内容可在网站“我的个人信息”里查看。'],
  'agent-appointed': ['已委托他人办理', '受托人的身份是{form}，期限至{until}。如果不是您本人委托，请立即在网站撤回。'],
  'agent-acted': ['受托人代您办理了一项业务', '由{form}办理：{deed}。如果您不同意，可以随时在网站撤回委托。'],
  'agent-ended': ['委托已终止', '受托人从此不能再代您办理。'],
};

const ENGLISH: Words = {
  pending: ['application received, an officer decides', 'The statutory time limit runs until {dueAt}.'],
  granted: ['registration granted', 'The licence was issued and can be seen, downloaded and shown on the site.'],
  returned: [
    'supplements needed',
    'All that is missing was told at once: {points} in all. File anew with everything kept.',
  ],
  refused: ['registration refused', 'Reasons, legal basis and remedies can be read on the site.'],
  extended: ['time limit extended', 'Approved by the head of the authority; the time limit now runs until {dueAt}.'],
  'due-changed': [
    'time limit counted anew',
    'The calendar of working days changed; the time limit runs until {dueAt}.',
  ],
  overdue: ['statutory time limit passed', 'The authority did not decide by {dueAt}; this was put on record.'],
  withdrawn: ['application withdrawn', 'If it was not you, contact the authority at once.'],
  'review-asked': ['review by a person asked for', 'It is to be answered by {dueAt}.'],
  'review-answered': ['review by a person answered', 'The answer can be read on the site.'],
  'review-overdue': ['review is late', 'The authority did not answer by {dueAt}; this was put on record.'],
  'licence-changed': ['change of particulars registered', 'The new particulars are public.'],
  'licence-suspended': ['licence suspended', 'Reason and legal basis can be read on the site.'],
  'licence-restored': ['licence restored', 'The licence is valid again.'],
  'licence-annulled': ['registration annulled', 'Reasons, legal basis and remedies can be read on the site.'],
  'licence-revoked': ['licence revoked', 'Reasons, legal basis and remedies can be read on the site.'],
  'licence-withdrawn': [
    'registration withdrawn by the authority',
    'Reasons, legal basis and remedies are on the site.',
  ],
  'licence-closed': ['closing registered', 'The licence is closed.'],
  'licence-ceased': ['rest of business registered', 'It lasts until {until}.'],
  'licence-resumed': ['business resumed', 'The licence is valid again.'],
  'cessation-ending': [
    'rest of business ends soon',
    'It lasts until {until}. If it shall last longer, apply before that day.',
  ],
  'closing-announced': ['short closing announced', 'Objections may be raised until {dueAt}.'],
  'closing-opposed': [
    'objection to the short closing',
    'A department objected and the short closing ended; see the site.',
  ],
  'closing-ripe': [
    'announcement of the short closing ended',
    'The authority goes on; you will be told of the outcome.',
  ],
  'closing-withdrawn': ['short closing withdrawn', 'If it was not you, contact the authority at once.'],
  'licence-marked': ['a mark was set beside the licence', 'Ground and legal basis can be read on the site.'],
  'licence-unmarked': ['a mark beside the licence was removed', 'Its standing can be read on the site.'],
  'licence-replaced': ['licence reissued', 'The paper before it is no longer used.'],
  'annulment-taken-up': [
    'an application to annul the registration was taken up',
    'The authority looks into it; you may explain your side.',
  ],
  'annulment-announced': ['annulment of the registration announced', 'Objections may be raised until {until}.'],
  'annulment-rejected': ['registration not annulled', 'It stays as it is; the reasons can be read on the site.'],
  'annulment-declined': ['annulment not taken up', 'Reasons and remedies stand in the decision on the site.'],
  'annulment-granted': ['your request for annulment was decided', 'The authority annulled; its letter is on the site.'],
  'annulment-extended': ['investigation extended', 'Approved by the head of the authority; it runs until {dueAt}.'],
  'annulment-undone': ['the annulment was undone', 'The registration is as it was before.'],
  'correction-answered': [
    'your request about your data was answered',
    'The answer can be read on the site under “My data”.',
  ],
  'agent-appointed': [
    'somebody was appointed to act for you',
    'As your {form}, until {until}. If it was not you, withdraw it on the site at once.',
  ],
  'agent-acted': [
    'somebody acted for you',
    'Your {form} did this: {deed}. If you do not agree, withdraw the mandate on the site at any time.',
  ],
  'agent-ended': ['a mandate ended', 'Nobody acts for you under it any more.'],
};

/** What services say in words of their own: by service, language and kind of step. */
export type ServiceMessages = Readonly<
  Record<string, Readonly<Record<MessageLanguage, Readonly<Record<string, string>>>>>
>;

export interface Sender {
  readonly organisation: string;
  /** The portal's address; every message leads there, and nowhere else. */
  readonly portalUrl: string;
  readonly services?: ServiceMessages;
}

export interface MessageText {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

/** The exact words that go out. */
export function textsOf(message: Message, language: MessageLanguage, sender: Sender): MessageText {
  const { organisation, portalUrl } = sender;
  const [step, sentence] = wordsOf(message, language, sender);
  const more = `${fill(sentence, message, language)}${byAgent(message, language)}`;
  const when = shanghaiTime(message.time);
  if (language === 'en')
    return {
      subject: `${organisation}: ${step}`,
      email: `${organisation} informs you (${when}, Beijing time): ${step}. ${more}\n\nRead it under “My messages”: ${portalUrl}/messages\n\nThis message was sent by a machine; do not reply. It asks for no password, no payment and no verification code.\n`,
      sms: `[${organisation}] ${step}. See ${portalUrl}/messages`,
    };
  return {
    subject: `${organisation}：${step}`,
    email: `${organisation}告知您（${when}）：${step}。${more}\n\n请在“我的消息”中查看：${portalUrl}/messages\n\n本邮件由系统发出，请勿回复；不会向您索要密码、付款或验证码。\n`,
    sms: `【${organisation}】${step}。请在 ${portalUrl}/messages 查看`,
  };
}

/** A service's own template stands whole or not at all: with a hole in it, the common words are said. */
function wordsOf(message: Message, language: MessageLanguage, { services }: Sender): readonly [string, string] {
  const { kind, service = '' } = message;
  const own = services?.[service]?.[language][kind] ?? '';
  const filled = fill(own, message, language);
  return filled === '' ? (language === 'en' ? ENGLISH : CHINESE)[kind] : [filled, ''];
}

/** Said with every step that an agent brought about; those about agents themselves say it in their own sentence. */
function byAgent(message: Message, language: MessageLanguage): string {
  if (message.kind.startsWith('agent-')) return '';
  return fill(language === 'en' ? ' Your {form} did it.' : '由您委托的{form}办理。', message, language);
}

/** A sentence whose fact is not there is left out rather than sent with a hole. */
function fill(sentence: string, { facts }: Message, language: MessageLanguage): string {
  let isWhole = true;
  const text = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name];
    if (name === 'form' || name === 'deed') {
      const words = agentWords(name, value, language);
      if (words === undefined) isWhole = false;
      return words ?? '';
    }
    if (typeof value !== 'number') isWhole = false;
    return name === 'points' ? String(value) : dayWords(Number(value), language);
  });
  return isWhole ? text : '';
}

const OFFSET_MS = 8 * 3_600_000;

/** A day in Shanghai; a time limit's last millisecond is still that day. */
function dayWords(timeMs: number, language: MessageLanguage): string {
  if (!Number.isFinite(timeMs)) return '';
  const [year, month, day] = new Date(timeMs + OFFSET_MS).toISOString().slice(0, 10).split('-').map(Number);
  const pad = (part: number | undefined) => String(part).padStart(2, '0');
  return language === 'en' ? `${year}-${pad(month)}-${pad(day)}` : `${year}年${month}月${day}日`;
}

function shanghaiTime(timeMs: number): string {
  return new Date(timeMs + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
