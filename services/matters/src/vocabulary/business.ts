import { mattersOf } from '../matter.ts';

export const businessMatters = mattersOf('business', [
  {
    id: 'individual-business',
    zh: '个体工商户设立登记',
    en: 'Registering an individual business',
    about: '开小店、摆摊、开网店，先登记，领营业执照。',
    aboutEn: 'Open a shop, a stall or an online store: register and get your business licence.',
    of: ['market-registration', 'person', 'market'],
    aliases:
      '个体户 个体工商户 个体户登记 营业执照 执照 办执照 办营业执照 个体户执照 工商登记 工商注册 注册个体户 开店 开小店 开网店 摆摊 摆地摊 做小生意 开店铺 开门店 办个执照 开个店 做个体 自己开店 自主创业 开工作室 个体执照 商户登记 支摊 支个摊 摆个摊 做淘宝 开淘宝店 租个门面 做买卖办证 办照',
    hints:
      '小店 店铺 门店 店面 商店 网店 地摊 摊位 小生意 生意 创业 做买卖 小卖部 便利店 超市 服装店 卖衣服 奶茶店 五金店 理发店 开张 经营 当老板 工商 注册 登记 做点小买卖 卖东西 卖水果 水果店 菜摊 夜市 练摊 路边摊 铺子 铺面 杂货店 花店 宠物店 修车铺 直播 微商 抖音小店 工作室 营业 起店名 入驻平台 夫妻店 摊子 摊儿 淘宝 拼多多 网上卖 卖货 卖菜 卖花 门面 洗车店 维修店 打印店 文具店 玩具店 家政 开厂 手工 进货 批发 夜宵摊 早市 集市 商贩 小贩 小吃车 修鞋 裁缝',
    english:
      'business license, business registration, self employed, sole trader, individual business, open a shop, start a business, small business, small store, small shop, stall, online store, open store, online shop, street vendor, shopkeeper, merchant, sell online, vendor, hawker',
    canApply: true,
  },
  {
    id: 'individual-business-change',
    zh: '个体工商户变更登记',
    en: 'Changing the registration of an individual business',
    about: '换店名、换地址、换经营范围或者换经营者，先办变更。',
    aboutEn: 'Another name, address, scope or operator: change the registration.',
    of: ['market-registration', 'person', 'market'],
    aliases:
      '个体户变更 执照变更 营业执照变更 变更执照 改执照 执照改名 执照改地址 换经营者 变更经营者 变更经营范围 增加经营范围 店铺转让 变更店名 改店名 店搬了 店搬家 店搬到 搬店铺 执照上加 执照加项 变更经营场所 换法人 转让店铺 改经营范围 店换了老板 换了老板 店盘给别人 店转给别人 执照换地址 执照换名字 营业执照信息修改 店改名 转让 加经营项目 增加项目 换营业地址 营业执照换法人 执照过给 店面转让 改经营者',
    hints:
      '变更 换地址 改地址 地址怎么改 改名 换名字 换老板 搬店 店铺搬家 搬家 搬迁 盘店 经营范围 执照 营业执照 执照上 个体户 店名 过户给别人 换个名字 店铺名 门店地址 新增项目 换门面 转给 经营者 经营项目 加一项 加个项目 新地址 过给 门店转让 执照信息',
    english:
      'change business license, change of operator, change business address, change shop name, transfer a shop, change licence details, change shop address, change of business scope, transfer business',
  },
  {
    id: 'individual-business-closing',
    zh: '个体工商户注销登记',
    en: 'Closing an individual business',
    about: '不开店了，注销登记；没有债务和欠税的走简易程序。',
    aboutEn: 'Stop trading: close the registration, by the short procedure if nothing is owed.',
    of: ['market-registration', 'person', 'market'],
    aliases:
      '个体户注销 注销个体户 执照注销 注销执照 注销营业执照 营业执照注销 简易注销 关店 关门歇业 店不开了 生意不做了 不开店了 倒闭 停业 注销店铺 注销个体 不干个体了 关掉店 店关了 撤店 停业注销 暂停营业 歇业备案 歇业 注销 执照不用了 不做生意了 生意黄了 店黄了 撤掉执照',
    hints:
      '关门 关张 不开了 不做了 停止经营 清税 执照 营业执照 小店 店铺 个体户 生意 不经营 不营业 生意不好 干不下去 不想干 做不下去 黄了 收摊 销执照 不干 关掉 店停 停店 店先停 亏本 亏钱 关了 不想做',
    english:
      'close a business, deregister, cancel business license, shut down a shop, close my shop, stop business, suspend business, cancel registration, wind up, dissolve',
  },
  {
    id: 'licence-replacement',
    zh: '营业执照遗失、毁坏补领',
    en: 'Replacing a lost business licence',
    about: '营业执照丢了或者坏了，声明作废并补领。',
    aboutEn: 'Lost or damaged: the old copy is declared void, a new one is issued.',
    of: ['market-registration', 'both', 'market'],
    aliases:
      '营业执照丢了 执照丢了 营业执照遗失 执照遗失 补办营业执照 补办执照 补执照 营业执照补办 执照补办 补领营业执照 执照补领 营业执照坏了 执照坏了 营业执照破损 执照破损 执照声明作废 营业执照作废声明 换一张执照 执照换一张 营业执照挂失 执照被偷 营业执照损毁 重新打印执照 执照副本丢了',
    hints: '丢了 遗失 补办 补领 破损 作废 副本 正本 挂失 被偷 重新打印 毁坏',
    english:
      'lost business license, replace business license, damaged business license, new copy of license, business license lost',
  },
  {
    id: 'company-registration',
    zh: '公司设立登记',
    en: 'Registering a company',
    about: '成立有限责任公司或者股份有限公司。',
    aboutEn: 'Set up a company.',
    of: ['market-registration', 'business', 'market'],
    aliases:
      '注册公司 开公司 办公司 成立公司 公司注册 公司登记 设立公司 企业注册 企业登记 有限公司 企业开办 公司执照 公司营业执照 开个公司 注册一家公司 注册企业 办企业 创办公司 一人公司 分公司 合伙企业 小微企业注册 合伙开公司 和朋友开公司 开科技公司 注册个公司',
    hints:
      '公司 企业 股东 法人 章程 注册资本 合伙 创业 营业执照 注册 核名 对公账户 公章 刻章 注资 法定代表人 出资 朋友开 办厂 工厂 开厂 创办',
    english:
      'register a company, company registration, incorporate, limited company, set up a company, new company, start a company, llc, enterprise',
  },
  {
    id: 'food-permit',
    zh: '食品经营许可',
    en: 'Food business permit',
    about: '开餐馆、卖吃的，领照之后办许可；只卖预包装食品的办备案。',
    aboutEn: 'Restaurants and food shops: the permit after the licence; prepackaged food only needs filing.',
    of: ['permit', 'both', 'market'],
    aliases:
      '食品许可 食品许可证 食品经营许可证 食品证 餐饮许可证 餐饮许可 餐饮服务许可 预包装食品备案 食品备案 开饭店 开饭馆 开餐馆 开餐厅 开面馆 开小吃店 开早餐店 开火锅店 开烧烤店 卖早点 卖早餐 卖吃的 卖小吃 开食堂 开小餐馆 开米粉店 开早餐摊 卖盒饭 卖熟食 卖蛋糕 小餐饮 食品流通许可 食品销售许可 食品经营备案 小作坊 食品摊贩 开奶茶店许可 开串串店 开烧烤摊 卖烧烤 摆摊卖吃的 卖饮料 餐饮店办证 小饭店办证 餐馆办证',
    hints:
      '食品 餐饮 饭店 饭馆 餐馆 餐厅 面馆 小吃 早点 早餐 烧烤 快餐 盒饭 外卖 熟食 蛋糕店 面包店 奶茶店 食堂 许可 卫生许可 米粉店 包子铺 饺子馆 拉面 串串 麻辣烫 火锅 奶茶 咖啡 甜品 凉菜 卤味 卤菜 饮品 零食 食物 吃食 小饭桌 酒楼 大排档 健康证 后厨 厨房 厨师 馒头 夜宵 煎饼 炸鸡 凉皮 米线 螺蛳粉 粥店 汤圆 点心 饮料 菜馆 农家乐 私房菜 做菜 吃饭的店',
    english:
      'food permit, food license, restaurant, catering, food business, open a restaurant, sell food, food stall, snack bar, cafe, coffee shop, bakery, canteen, takeaway, food safety permit, food hygiene, barbecue, eatery, bistro, bubble tea',
  },
  {
    id: 'hygiene-permit',
    zh: '公共场所卫生许可',
    en: 'Public place hygiene permit',
    about: '理发店、宾馆、浴室、游泳馆等开业前的卫生许可。',
    aboutEn: 'Hairdressers, hotels, baths and pools, before opening.',
    of: ['permit', 'business', 'health'],
    aliases:
      '卫生许可证 公共场所卫生许可证 卫生许可 卫生证 开理发店卫生许可 美容院卫生许可 宾馆卫生许可 公共卫生许可 美发店卫生许可 酒店卫生许可 浴池卫生许可 卫生检测',
    hints:
      '理发店 美发店 宾馆 旅馆 酒店 民宿 澡堂 浴室 游泳馆 足浴店 卫生 公共场所 许可证 美甲 剪头发 理发 美容 纹绣 按摩店 足疗 浴池 泡脚 健身房 泳池 电影院 KTV',
    english:
      'hygiene permit, sanitation permit, health permit, barber shop, beauty salon, hotel hygiene, hair salon, nail salon, hotel, swimming pool, spa',
  },
  {
    id: 'tobacco-licence',
    zh: '烟草专卖零售许可证核发',
    en: 'Tobacco retail licence',
    about: '店里卖烟，先办许可证。',
    aboutEn: 'Selling cigarettes in a shop.',
    of: ['permit', 'business', 'tobacco'],
    aliases:
      '烟草证 烟证 卖烟 烟草许可证 烟草专卖 烟草零售许可证 烟草专卖零售许可证 卖香烟 办烟草证 烟草经营许可 电子烟许可 卖烟许可 烟草零售',
    hints: '烟草 香烟 烟酒店 烟 零售许可证 电子烟 卷烟 便利店卖烟 售烟 进烟 烟酒',
    english: 'tobacco license, cigarette license, sell cigarettes, tobacco, vape license, cigarettes',
  },
  {
    id: 'fire-safety-check',
    zh: '公众聚集场所投入使用、营业前消防安全检查',
    en: 'Fire safety check before opening',
    about: '商场、饭店、歌厅等公众聚集场所营业前的消防安全检查。',
    aboutEn: 'Malls, restaurants, karaoke and other places where people gather.',
    of: ['permit', 'business', 'fire'],
    aliases:
      '消防检查 消防安全检查 消防证 消防手续 开业消防 消防验收 消防许可 消防合格证 消防审批 消防备案 消防查验 消防审核',
    hints: '消防 灭火器 商场 歌厅 公众聚集场所 营业前 防火 安全检查 网吧 酒吧 影院 大型',
    english: 'fire safety, fire check, fire inspection, fire permit, fire department, fire safety permit',
  },
  {
    id: 'shop-sign',
    zh: '设置大型户外广告及临街门店招牌审批',
    en: 'Shop signs and outdoor advertising',
    about: '装门头招牌、户外广告。',
    aboutEn: 'Putting up a shop sign or an outdoor advertisement.',
    of: ['permit', 'business', 'urban'],
    aliases:
      '门头招牌 店招 招牌 门头 户外广告 广告牌 挂招牌 装门头 店招备案 灯箱 换招牌 做招牌 门牌 挂牌匾 做门头 店牌 发光字 灯箱广告 横幅',
    hints: '牌匾 广告 门面 临街 标牌 霓虹灯 LED屏 大牌子 店门口 牌子',
    english: 'shop sign, signboard, outdoor advertising, billboard, storefront sign, neon sign',
  },
  {
    id: 'road-freight-permit',
    zh: '道路货物运输经营许可',
    en: 'Road freight permit',
    about: '大货车跑货运；总质量 4500 千克及以下的普通货运车辆不用办。',
    aboutEn: 'Carrying goods by lorry; ordinary vehicles up to 4,500 kg need none.',
    of: ['permit', 'both', 'transport'],
    aliases:
      '道路运输证 道路运输许可证 道路运输经营许可证 货运许可证 货运许可 跑货运 跑运输 营运证 车辆营运证 货车营运证 货运资格 运输许可证 开货车 跑大车 跑长途 拉货资格 货车营运 运输公司许可 道路经营许可 货物运输',
    hints: '货车 卡车 拉货 运输 货运 物流 司机 半挂 挂车 大车 长途 货拉拉 运货 货物 危货 厢货 车队 送货 从业资格证',
    english:
      'road transport permit, freight permit, trucking license, lorry, truck, haulage, freight, cargo, transport business, goods vehicle',
  },
  {
    id: 'invoice',
    zh: '发票领用和代开',
    en: 'Invoices',
    about: '领发票、代开发票。',
    aboutEn: 'Getting invoices, or having one issued for you.',
    of: ['public-service', 'both', 'tax'],
    aliases:
      '开发票 领发票 代开发票 发票领用 电子发票 税票 买发票 增值税发票 发票怎么开 开票 代开 数电票 开具发票 普票 专票 打发票 申领发票 开张发票 开个发票 给客户开发票 个人开发票',
    hints: '发票 税务 报税 纳税 税 客户要发票 税控 税局 增值税 税点 客户 发票丢了 抬头',
    english: 'invoice, fapiao, tax invoice, receipt, issue invoice, vat invoice, vat',
  },
  {
    id: 'startup-loan',
    zh: '创业担保贷款申请',
    en: 'Start-up loan',
    about: '创业缺资金，申请担保贷款和贴息。',
    aboutEn: 'A guaranteed loan for people starting a business.',
    of: ['benefit', 'both', 'labour'],
    aliases:
      '创业贷款 创业担保贷款 创业补贴 创业贴息 贴息贷款 小额担保贷款 创业扶持 创业资金 创业补助 创业贷 无息贷款 低息贷款 开店贷款 创业资助 青年创业 没钱创业 创业没钱 想创业 创业缺钱 贷款开店 贷款创业',
    hints: '创业 贷款 借钱 资金 缺钱 担保 大学生创业 本钱 贴息 回乡创业 返乡 利息 毕业创业 启动 扶持 借款 扶贫贷款',
    english:
      'startup loan, start up loan, business loan, entrepreneurship, entrepreneur loan, startup funding, funding',
  },
]);
