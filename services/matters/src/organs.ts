import type { Words } from '@minglu/service-kit';

const all = {
  market: { 'zh-CN': '县（市、区）市场监督管理局', en: 'Market supervision bureau' },
  transport: { 'zh-CN': '县（市、区）交通运输局', en: 'Transport bureau' },
  health: { 'zh-CN': '县（市、区）卫生健康委员会', en: 'Health commission' },
  hospital: { 'zh-CN': '助产医疗机构', en: 'The hospital where the child was born' },
  tobacco: { 'zh-CN': '县（市、区）烟草专卖局', en: 'Tobacco monopoly bureau' },
  fire: { 'zh-CN': '县（市、区）消防救援机构', en: 'Fire and rescue service' },
  urban: { 'zh-CN': '县（市、区）城市管理局', en: 'Urban management bureau' },
  tax: { 'zh-CN': '县（市、区）税务局', en: 'Tax bureau' },
  labour: { 'zh-CN': '县（市、区）人力资源和社会保障局', en: 'Human resources and social security bureau' },
  medical: { 'zh-CN': '县（市、区）医疗保障局', en: 'Healthcare security bureau' },
  civil: { 'zh-CN': '县（市、区）民政局', en: 'Civil affairs bureau' },
  disabled: { 'zh-CN': '县（市、区）残疾人联合会', en: 'Disabled persons’ federation' },
  police: { 'zh-CN': '县（市、区）公安局', en: 'Public security bureau' },
  traffic: { 'zh-CN': '公安交通管理部门车辆管理所', en: 'Vehicle administration office of the traffic police' },
  immigration: { 'zh-CN': '公安出入境管理机构', en: 'Exit and entry administration' },
  fund: { 'zh-CN': '住房公积金管理中心', en: 'Housing fund management centre' },
  property: { 'zh-CN': '不动产登记机构', en: 'Real-estate registration office' },
  housing: { 'zh-CN': '县（市、区）住房和城乡建设局', en: 'Housing bureau' },
  township: { 'zh-CN': '乡镇人民政府（街道办事处）', en: 'Township or subdistrict office' },
  education: { 'zh-CN': '县（市、区）教育局', en: 'Education bureau' },
  justice: { 'zh-CN': '县（市、区）法律援助机构', en: 'Legal aid office' },
  veterans: { 'zh-CN': '县（市、区）退役军人事务局', en: 'Veterans affairs bureau' },
  any: { 'zh-CN': '掌握该信息的行政机关', en: 'The organ that holds the information' },
} as const;

export type OrganId = keyof typeof all;

/** Who handles a matter; a hospital, a fund centre and the federation are not administrative organs. */
export const organs: Readonly<Record<OrganId, Words>> = all;
