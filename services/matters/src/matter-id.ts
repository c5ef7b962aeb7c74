/** The matters that have a guide, by theme. Only `individual-business` can be applied for here yet. */
export const matterIds = [
  // 开店办企业
  'individual-business',
  'individual-business-change',
  'individual-business-closing',
  'licence-replacement',
  'company-registration',
  'food-permit',
  'hygiene-permit',
  'tobacco-licence',
  'fire-safety-check',
  'shop-sign',
  'road-freight-permit',
  'invoice',
  'startup-loan',
  // 出生、婚姻、家庭
  'birth-certificate',
  'household-birth',
  'marriage',
  'divorce',
  'maternity-benefit',
  // 身份、户口、出入境
  'id-card',
  'residence-permit',
  'household-move',
  'household-death',
  'passport',
  'hong-kong-macau-permit',
  'no-crime-record',
  // 住房、不动产
  'housing-fund',
  'housing-fund-loan',
  'property-transfer',
  'property-mortgage',
  'public-rental',
  'rural-house',
  // 社保、医保、就业
  'social-card',
  'flexible-insurance',
  'pension-claim',
  'unemployment',
  'work-injury',
  'residents-medical',
  'medical-remote',
  'medical-reimbursement',
  // 救助、老人、残疾人
  'minimum-living',
  'elder-allowance',
  'disability-card',
  'disability-subsidy',
  'funeral-subsidy',
  'legal-aid',
  'veteran-card',
  // 教育
  'school-enrolment',
  'student-loan',
  'teacher-qualification',
  // 交通、车辆
  'driving-licence',
  'vehicle-registration',
  'vehicle-inspection',
  // 公共服务
  'government-information',
  'dog-registration',
] as const;

export type MatterId = (typeof matterIds)[number];
