import type { Application } from './application.ts';
import { scopeItems } from './scope-items.ts';

type PublicPart = Omit<Application, 'operator'>;

/** The smallest application there is. */
export const smallestApplication: PublicPart = {
  service: 'individual-business',
  tradeName: '小店',
  scope: ['5213'],
  region: '110105',
  fields: { composition: 'personal', 'premises-kind': 'address', premises: '示范路1号' },
  manual: false,
};

/** The largest that is still granted at once: longest name, as many activities as the ledger takes. */
export const largestApplication: PublicPart = {
  service: 'individual-business',
  tradeName:
    '清风明月山水之间老字号茶馆咖啡小吃百货服装鞋帽家电维修便民综合服务店（东城区和平里北街旗舰门店）二楼三楼四楼五楼六楼七楼',
  scope: scopeItems
    .filter(({ treatment }) => treatment === 'ordinary')
    .slice(0, 50)
    .map(({ code }) => code),
  region: '659012',
  fields: {
    composition: 'personal',
    'premises-kind': 'address',
    premises: '东城区和平里北街旗舰商业中心甲一座'.repeat(8).slice(0, 120),
  },
  manual: false,
};
