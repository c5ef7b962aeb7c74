import type { Words } from '@minglu/service-kit';

const rows = {
  'name-differs': ['姓名与证件不一致', 'The name differs from the document'],
  blurred: ['照片或者扫描件看不清', 'A photograph or scan cannot be read'],
  'pages-missing': ['材料缺页', 'Pages are missing'],
  unsigned: ['没有签名或者没有按要求确认', 'Not signed or confirmed'],
  expired: ['证件已过有效期', 'A document has expired'],
  'address-differs': ['地址填写与证明文件不一致', 'The address differs from the document'],
  'address-vague': ['地址没有写到门牌号', 'The address has no house number'],
  'no-consent': ['没有出租人或者产权人的同意', 'The landlord or owner has not agreed'],
  'scope-vague': ['经营项目没有按目录选择', 'Activities were not chosen from the catalogue'],
  'name-taken': ['名称与别人的重复或者含有不能用的字', 'The name is taken or has words it may not have'],
  'tax-open': ['税款、发票没有结清', 'Taxes or invoices are still open'],
  'layout-unclear': ['平面图没有标出操作区和设备', 'The layout does not show work areas and equipment'],
  'staff-missing': ['从业人员健康证明不全', 'Health certificates of staff are missing'],
  'other-absent': ['应当一起到场的另一方没有到场', 'The other party who must come was absent'],
  'bank-not-own': ['银行账户不是本人的或者已停用', 'The bank account is not one’s own, or is closed'],
  'photo-format': ['照片不符合规格', 'The photograph is not in the format asked for'],
  'not-insured': ['缴费中断，需要先核对', 'Contributions were interrupted and must be checked'],
  'list-missing': ['缺费用明细', 'The itemised list is missing'],
  'too-late': ['超过了申请期限', 'Applied after the time limit'],
  'income-part': ['家庭成员收入没有全部申报', 'Not all members’ income was declared'],
  'not-marked': ['没有说清需要哪一份信息', 'It is not clear which information is wanted'],
  'wrong-office': ['不归这里办，需要去别的机关', 'Another office is in charge'],
  'authority-missing': ['代办没有带授权委托书', 'An agent came without a letter of authority'],
  'stay-short': ['居住时间不够', 'Not yet long enough in the place'],
  'fine-open': ['有未处理的交通违法', 'Traffic fines are still open'],
  'insurance-open': ['交强险没有在有效期内', 'The compulsory insurance is not in force'],
  'contract-part': ['合同缺少关键页或者日期', 'The contract lacks key pages or dates'],
} as const;

export type FaultId = keyof typeof rows;

/** What goes wrong in applications, in words a person can act on. */
export function wordsOfFault(id: FaultId): Words {
  const [zh, en] = rows[id];
  return { 'zh-CN': zh, en };
}
