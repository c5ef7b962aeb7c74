import type { MessageLanguage } from './contact.ts';

type Words = Readonly<Record<string, readonly [chinese: string, english: string]>>;

/** The four forms of representation. */
const FORMS: Words = {
  'legal-representative': ['法定代表人', 'legal representative'],
  handler: ['经办人', 'handling agent'],
  guardian: ['监护人', 'guardian'],
  'close-relative': ['近亲属', 'close relative'],
};

/** What may be done in a holder's place. */
const DEEDS: Words = {
  'cases.withdraw': ['撤回申请', 'withdrew an application'],
  'cases.refile': ['重新提交申请', 'filed an application anew'],
  'cases.review': ['请人工复核', 'asked for a review by a person'],
  'licences.cease': ['办理歇业', 'registered a rest of business'],
  'licences.resume': ['恢复营业', 'resumed business'],
  'licences.reissue': ['补领执照', 'had the licence issued again'],
  'licences.announce-closing': ['申请简易注销', 'announced a short closing'],
  'licences.withdraw-closing': ['撤回简易注销', 'withdrew a short closing'],
  'licences.apply-change': ['申请变更登记', 'applied for a change'],
  'licences.apply-closing': ['申请注销登记', 'applied for closing'],
  'licences.hand-over': ['同意由他人接手执照', 'named somebody to take the licence over'],
  'licences.show': ['向一项申请出示执照', 'showed the licence to an application'],
  'licences.file': ['办理备案', 'filed particulars'],
  'annulments.oppose': ['对拟撤销登记提出异议', 'objected to an annulment'],
  'annulments.ask-stay': ['申请中止调查', 'asked for a stay of an investigation'],
};

/** A form or a deed in words; nothing for one that this department does not know. */
export function agentWords(which: 'form' | 'deed', code: unknown, language: MessageLanguage): string | undefined {
  const table = which === 'form' ? FORMS : DEEDS;
  const words = typeof code === 'string' && Object.hasOwn(table, code) ? table[code] : undefined;
  return words?.[language === 'en' ? 1 : 0];
}
