import type { Article } from '@minglu/service-kit';

/** An item of the 登记注册前置审批目录 (实施细则 80): another organ approves before the registration. */
export interface PriorApprovalItem {
  readonly item: string;
  readonly authority: string;
  readonly article: Article;
  /** 小类 it touches; none: no 小类 is only this. */
  readonly codes: readonly string[];
  /** The statute gives it to enterprises or institutions only: whoever asks for it as an individual is told so by the organ that approves. */
  readonly enterprisesOnly: boolean;
}

/** 企业登记前置审批事项目录, the edition of 2021, by the State Administration for Market Regulation. */
export const PRIOR_APPROVALS_EDITION = '2021';

/**
 * The items of the edition that a 小类 here can touch. Entered from memory: the official text was not at hand, and says more items for banks,
 * insurers, exchanges, airlines and publishers, which are `not-open` to an individual business whatever they need. The published list prevails.
 */
export const priorApprovals: readonly PriorApprovalItem[] = [
  {
    item: '危险化学品经营许可',
    authority: '设区的市级、县级人民政府应急管理部门',
    article: { law: '危险化学品安全管理条例', article: '第三十三条' },
    codes: ['5265', '5941', '5942'],
    enterprisesOnly: false,
  },
  {
    item: '快递业务经营许可',
    authority: '国务院邮政管理部门或者省级邮政管理机构',
    article: { law: '邮政法', article: '第五十一条' },
    codes: ['6020'],
    // 第五十二条: 符合企业法人条件; an individual may still run an end point (末端网点) that needs none.
    enterprisesOnly: true,
  },
  {
    item: '保安服务许可证核发',
    authority: '省级人民政府公安机关',
    article: { law: '保安服务管理条例', article: '第九条' },
    codes: ['7271'],
    enterprisesOnly: true,
  },
  {
    item: '营利性民办学校（营利性民办培训机构）办学许可',
    authority: '县级以上地方人民政府教育行政部门、人力资源社会保障行政部门',
    article: { law: '民办教育促进法', article: '第十二条' },
    codes: ['8391'],
    enterprisesOnly: true,
  },
  {
    item: '民用爆炸物品生产许可',
    authority: '国务院民用爆炸物品行业主管部门',
    article: { law: '民用爆炸物品安全管理条例', article: '第十条' },
    codes: ['2671'],
    enterprisesOnly: true,
  },
  {
    item: '烟花爆竹生产企业安全生产许可',
    authority: '省级人民政府应急管理部门',
    article: { law: '烟花爆竹安全管理条例', article: '第八条' },
    codes: ['2672'],
    enterprisesOnly: true,
  },
  {
    item: '爆破作业单位许可证核发',
    authority: '省级、设区的市级人民政府公安机关',
    article: { law: '民用爆炸物品安全管理条例', article: '第三十一条' },
    codes: [],
    enterprisesOnly: true,
  },
  {
    item: '民用枪支（弹药）制造、配售许可',
    authority: '国务院公安部门、省级人民政府公安机关',
    article: { law: '枪支管理法', article: '第十三条' },
    codes: [],
    enterprisesOnly: true,
  },
];
