import { mattersOf } from '../matter.ts';

export const housingMatters = mattersOf('housing', [
  {
    id: 'housing-fund',
    zh: '住房公积金提取',
    en: 'Withdrawing from the housing fund',
    about: '租房、买房、还贷、退休等提取公积金。',
    aboutEn: 'For rent, purchase, mortgage or retirement.',
    of: ['housing-fund', 'person', 'fund'],
    aliases:
      '公积金 公积金提取 提取公积金 取公积金 住房公积金 租房提取公积金 公积金取出来 提公积金 公积金怎么取 公积金销户 公积金余额 公积金取钱 公积金能取 公积金全取 离职提取公积金 销户提取 公积金转移 公积金查询 查公积金 公积金取现 公积金封存',
    hints: '租房 提取 还房贷 交房租 房租 离职 余额 离职后 辞职后 交租 还贷 装修 取钱 取现 拿出来 全部取 全取 取出',
    english:
      'housing fund, provident fund, withdraw housing fund, housing provident fund, withdraw provident fund, housing provident, withdraw fund',
  },
  {
    id: 'housing-fund-loan',
    zh: '住房公积金贷款',
    en: 'Housing fund loan',
    about: '用公积金贷款买房。',
    aboutEn: 'A loan from the housing fund to buy a home.',
    of: ['housing-fund', 'person', 'fund'],
    aliases:
      '公积金贷款 公积金买房 公积金房贷 住房公积金贷款 公积金按揭 商转公 公积金贷 贷公积金 公积金贷款买房 用公积金买房 公积金贷多少 公积金贷款额度 组合贷 公积金还款 公积金还贷 公积金首付 公积金能贷 公积金可以贷 贷款买房公积金 公积金贷款流程',
    hints: '买房 贷款 房贷 首付 按揭 贷款买房 买新房 首套房 二套房 额度 利率 贷款额度 能贷 可以贷 贷多少 贷款年限 月供',
    english:
      'housing fund loan, mortgage from housing fund, home loan, provident fund loan, housing loan, home mortgage loan',
  },
  {
    id: 'property-transfer',
    zh: '不动产转移登记',
    en: 'Transferring real estate',
    about: '房屋买卖、赠与、继承后过户，领不动产权证。',
    aboutEn: 'After a sale, gift or inheritance of a home.',
    of: ['property-registration', 'both', 'property'],
    aliases:
      '过户 房屋过户 房产过户 二手房过户 房产证 不动产证 不动产权证 房本 办房产证 房产证过户 房产证加名 房产证改名 买卖房子 二手房交易 房产继承 继承房产 房子过户 不动产登记 不动产过户 赠与房产 房产证办理 房子赠与 房产赠与 买卖过户 房子继承 房屋继承 遗产过户 房产证丢了 房屋买卖 办不动产证 新房办证 商品房办证 房子转让 房产转让 过户房子 房子改名 房屋产权 把房子给 房子转给 离婚房产 房产证补办 卖房子 买二手房',
    hints:
      '二手房 房子 房产 房屋 买房 卖房 继承 赠与 遗产 产权 改名字 父母的房子 房子给我 房子给孩子 契税 房主 加上名字 加名 除名 更名 换名字 遗嘱 老人留下的房子 网签 交房',
    english:
      'property transfer, real estate, house transfer, property deed, title deed, transfer a house, inherit a house, house ownership, house deed, sell a house, buy a house, home ownership, property ownership, inherit property',
  },
  {
    id: 'property-mortgage',
    zh: '不动产抵押登记',
    en: 'Registering a mortgage',
    about: '房子抵押给银行的登记，还清后注销。',
    aboutEn: 'Register a mortgage, or remove it when paid off.',
    of: ['property-registration', 'both', 'property'],
    aliases:
      '房屋抵押 房产抵押 抵押登记 房子抵押 解押 解除抵押 抵押注销 抵押房子 房产解押 还清房贷 房贷结清 房贷还完 解除房屋抵押 注销抵押 抵押房产 抵押贷款登记 房本拿回来 房屋解押 用房子贷款',
    hints: '抵押 银行贷款 房贷还清 房子 还清 结清 还完贷款 押给银行 他项权',
    english:
      'mortgage registration, register mortgage, release mortgage, mortgage, pay off mortgage, mortgage release, remove mortgage',
  },
  {
    id: 'public-rental',
    zh: '公共租赁住房申请',
    en: 'Public rental housing',
    about: '住房困难的家庭申请公租房或者租赁补贴。',
    aboutEn: 'For households that cannot afford a home.',
    of: ['benefit', 'person', 'housing'],
    aliases:
      '公租房 廉租房 保障房 保障性住房 公共租赁住房 租赁补贴 租房补贴 住房补贴 申请公租房 政府的房子 经济适用房 公租房申请 保租房 人才公寓 人才房 住房保障 廉租 租金补贴 租房补助 青年公寓 安置房 便宜房子 政府租房 廉价房 廉价住房 政府廉价房 便宜的房子 政府住房 低价房',
    hints:
      '没房 没有房子 租房 住房困难 补贴 买不起房 租不起 没地方住 无房 住不起 毕业生租房 房租补贴 刚毕业 人才 低价租房 政府给房 租政府 申请住房 没住房',
    english:
      'public housing, public rental housing, low rent housing, rent subsidy, affordable housing, social housing, council housing, cheap housing, subsidized housing',
  },
  {
    id: 'rural-house',
    zh: '农村村民住宅用地（宅基地）审批',
    en: 'Rural homestead approval',
    about: '村里建房、翻建，先批宅基地。',
    aboutEn: 'Building or rebuilding a house in the village.',
    of: ['permit', 'person', 'township'],
    aliases:
      '宅基地 农村建房 村里盖房 自建房 盖房子 建房审批 宅基地审批 农村盖房 翻建房屋 翻盖老房 老家盖房 农村宅基地 盖新房 建房子 建新房 起房子 盖楼 重建房子 房子重建 危房改造 老屋翻新 修房子 乡下建房 农村盖楼 村里建房 盖二层 盖楼房 自家盖房 村里盖楼 翻盖 建自建房 批地建房',
    hints:
      '农村 村里 老家 盖房 建房 翻建 翻新 老房 村委会 塌了 重建 危房 乡下 修建 地基 老屋 祖屋 自建 农民 加盖 一层 二层 楼房 院子 老宅 老院 地皮 宅地 批地 村民',
    english:
      'homestead, rural house, build a house, village house, rural home, farm house, build house, house construction',
  },
]);
