import { branch } from './branch.ts';

const closing = 'town/src/browser/cessation-and-closing.test.ts';
const endings = 'town/src/browser/annulment-and-revocation.test.ts';

/** 注销、撤销 and 吊销: three different endings. A shop that closed honestly is never shown as the other two. */
export const endingBranches = {
  // 注销: 条例 31, 33; 细则 44-48.
  'closed-by-short-procedure': branch(
    '简易注销：无需公示，推送税务等部门，10 日内无异议，直接注销',
    'Short procedure: no announcement, sent to the tax office and others, no objection in 10 days',
    'applicant',
    { to: 'closed', story: closing },
  ),
  'short-procedure-objected': branch(
    '有关部门在 10 日内提出异议，简易程序终止',
    'Another organ objects within the 10 days: the short procedure ends',
    'other-organ',
    { to: 'not-closed', story: closing },
  ),
  'short-procedure-barred': branch('不适用简易注销的情形', 'A case the short procedure is not open to', 'officer', {
    to: 'told-where-to-go',
    story: closing,
  }),
  'closed-by-ordinary-procedure': branch(
    '一般注销：申请书和清税证明',
    'Ordinary procedure: application and tax clearance',
    'applicant',
    { to: 'closed', story: closing },
  ),
  'closed-at-once': branch(
    '税务局证明税款结清，当场注销登记',
    'The tax office attests that nothing is owed: closed at once',
    'machine',
    { to: 'closed', story: closing },
  ),
  'clearance-missing': branch(
    '没有清税证明，一次性告知，退回',
    'No tax clearance: sent back with the list',
    'officer',
    { to: 'returned-with-list', story: closing },
  ),
  'closing-needs-approval': branch('注销依法须经批准，先取得批准', 'Closing needs an approval first', 'officer', {
    to: 'returned-with-list',
    story: closing,
  }),
  // 撤销: 条例 40-42; 细则 50-58.
  'annulment-asked': branch(
    '被冒用身份的人申请撤销登记',
    'Somebody whose identity was used asks for annulment',
    'affected-person',
    { to: 'under-investigation', story: endings },
  ),
  'annulment-not-taken-up': branch(
    '撤销申请不予受理，书面通知',
    'The request is not taken up, told in writing',
    'officer',
    { to: 'not-annulled', story: endings },
  ),
  'annulment-of-own-motion': branch('登记机关依职权主动调查', 'The office investigates of its own motion', 'officer', {
    to: 'under-investigation',
    story: endings,
  }),
  'annulment-extended': branch(
    '调查 3 个月，情形复杂经负责人批准延长 3 个月',
    'Three months to investigate, three more by the head',
    'head-of-office',
    { to: 'extended', story: endings },
  ),
  'annulment-announced': branch(
    '无法联系或者拒不配合，公示 45 日',
    'Unreachable or unwilling: announced for 45 days',
    'officer',
    { to: 'under-investigation', story: endings },
  ),
  'annulment-stayed': branch('经申请中止调查', 'The investigation is stayed on request', 'affected-person', {
    to: 'waiting',
    story: endings,
  }),
  'registration-annulled': branch('撤销登记并公示', 'The registration is annulled and this made public', 'officer', {
    to: 'annulled',
    story: endings,
  }),
  'partly-annulled': branch('仅撤销虚假的登记事项', 'Only the false particulars are annulled', 'officer', {
    to: 'changed',
    story: endings,
  }),
  'registration-not-annulled': branch('不予撤销登记', 'The registration is not annulled', 'officer', {
    to: 'not-annulled',
    story: endings,
  }),
  'annulment-undone': branch(
    '撤销决定错误，撤销该决定，恢复原登记状态',
    'The annulment was wrong: undone, the registration restored',
    'officer',
    { to: 'restored', story: endings },
  ),
  'annulment-undone-from-above': branch(
    '上级机关认定撤销决定错误，恢复原登记状态',
    'The organ above finds the annulment wrong: the registration restored',
    'other-organ',
    { to: 'restored', story: endings },
  ),
  'responsible-person-barred': branch(
    '记录直接责任人，下次申请核验时查到',
    'Whoever is directly responsible is recorded, and found at the next application',
    'officer',
    { to: 'to-a-person', story: endings },
  ),
  'bar-lifted-with-annulment': branch(
    '撤销决定被纠正，不得再次申请的限制随之解除',
    'The annulment is undone, and the bar on registering with it',
    'other-organ',
    { to: 'restored', story: endings },
  ),
  // 吊销: 条例 44, 46, 48; 细则 64, 67.
  'revoked-for-fraud': branch(
    '以欺诈手段取得登记，情节严重，吊销营业执照',
    'Registered by fraud, serious: licence revoked',
    'officer',
    { to: 'revoked', story: endings },
  ),
  'revoked-for-unregistered-change': branch(
    '拒不办理变更登记，情节严重，吊销营业执照',
    'Changes not registered, serious: licence revoked',
    'officer',
    { to: 'revoked', story: endings },
  ),
  'revoked-for-lending-licence': branch(
    '伪造、涂改、出租、出借、转让营业执照，情节严重，吊销',
    'Licence forged, altered, let, lent or sold, serious: revoked',
    'officer',
    { to: 'revoked', story: endings },
  ),
  'marked-after-six-months': branch(
    '被撤销、吊销后 6 个月未申请注销，特别标注',
    'Annulled or revoked and not closed in six months: marked',
    'officer',
    { to: 'public', story: endings },
  ),
} as const;
