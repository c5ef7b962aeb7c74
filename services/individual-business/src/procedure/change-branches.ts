import { branch } from './branch.ts';

const change = 'town/src/browser/changes.test.ts';
const rest = 'town/src/browser/cessation-and-closing.test.ts';

/** 变更登记、备案 and 歇业: what happens to a business that goes on. */
export const changeBranches = {
  // 条例 24-29; 细则 31-35, 39; 促进条例 13.
  'name-changed': branch('变更名称', 'The name changes', 'applicant', { to: 'changed', story: change }),
  'changed-at-once': branch(
    '变更的事项能够全部核对，当场变更登记',
    'What changes can be checked whole: changed at once',
    'machine',
    { to: 'changed', story: change },
  ),
  'scope-changed': branch('变更经营范围', 'The scope changes', 'applicant', { to: 'changed', story: change }),
  'scope-approval-lapsed': branch(
    '许可被吊销、撤销或者到期，30 日内变更或者注销',
    'A permit behind the scope has ended: change or close within 30 days',
    'applicant',
    { to: 'changed', story: change },
  ),
  'premises-moved-same-office': branch(
    '变更经营场所，仍在本辖区',
    'The premises move within the office’s area',
    'applicant',
    { to: 'changed', story: change },
  ),
  'premises-moved-other-office': branch(
    '变更经营场所跨辖区，向迁入地申请，档案移交',
    'The premises move to another office, and the file with them',
    'applicant',
    { to: 'changed', story: change },
  ),
  'operator-changed': branch(
    '变更经营者，直接申请变更登记，税款结清',
    'Another operator, by a change of registration, taxes settled',
    'applicant',
    { to: 'changed', story: change },
  ),
  'operator-particulars-changed': branch(
    '变更经营者住所等其他登记事项',
    'The operator’s residence and other particulars change',
    'applicant',
    { to: 'changed', story: change },
  ),
  'filed-particulars-changed': branch(
    '变更备案事项：家庭成员、联络员',
    'Filed particulars change: family members, contact',
    'applicant',
    { to: 'filed', story: change },
  ),
  'change-filed-late': branch(
    '逾期申请变更：照办，责令改正由工作人员作出',
    'A late change is taken; an order to put right is a person’s act',
    'officer',
    { to: 'changed', story: change },
  ),
  'unreachable-premises-first': branch(
    '因失联列入异常名录，办其他变更时一并变更经营场所',
    'Listed as unreachable: the premises are changed along with the rest',
    'officer',
    { to: 'returned-with-list', story: change },
  ),
  'licence-replaced': branch(
    '换发营业执照，旧照缴回或者公告作废',
    'A new licence; the old one returned or declared void',
    'officer',
    { to: 'changed', story: change },
  ),
  'turned-into-enterprise': branch(
    '转为企业：按拟变更的企业类型申请',
    'Turning into an enterprise: applied for as that kind',
    'applicant',
    { to: 'told-where-to-go', story: change },
  ),
  // 歇业: 条例 30; 细则 40-43, 74.
  'suspension-filed': branch('歇业备案，公示歇业期限', 'Temporary cessation filed and made public', 'applicant', {
    to: 'suspended',
    story: rest,
  }),
  'suspension-with-service-address': branch(
    '歇业期间以法律文书送达地址代替经营场所',
    'An address for service instead of the premises',
    'applicant',
    { to: 'suspended', story: rest },
  ),
  'suspension-extended': branch(
    '期限届满前 30 日内办理延长',
    'Extended within the 30 days before its end',
    'applicant',
    { to: 'suspended', story: rest },
  ),
  'suspension-over-three-years': branch(
    '歇业期限超过 3 年，不予备案该期限',
    'Longer than three years: not taken',
    'applicant',
    { to: 'told-where-to-go', story: rest },
  ),
  'resumed-by-announcement': branch(
    '恢复营业，30 日内公示终止歇业',
    'Open again, announced within 30 days',
    'applicant',
    { to: 'resumed', story: rest },
  ),
  'resumed-by-time': branch(
    '备案期限届满或者累计满 3 年，视为自动恢复经营',
    'The filed term ends, or three years in all: deemed open again',
    'time',
    { to: 'resumed', story: rest },
  ),
  'resumed-unannounced': branch(
    '未公示终止歇业，责令改正由工作人员作出',
    'Open again without announcing it: a person orders it put right',
    'officer',
    { to: 'resumed', story: rest },
  ),
} as const;
