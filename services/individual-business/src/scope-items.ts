import type { LaterPermit, ScopeItem, ScopeTreatment } from './scope-item.ts';

type Row = readonly [code: string, name: string, everyday: string, english: string, laterPermit?: LaterPermit];

/** Registered at once; the last column names a permit to be had afterwards, before opening. */
const ordinary: readonly Row[] = [
  ['5211', '百货零售', '百货店 日用百货', 'General store'],
  ['5212', '超级市场零售', '超市 生鲜超市', 'Supermarket', 'food'],
  ['5213', '便利店零售', '便利店 小卖部 杂货店', 'Convenience store', 'food'],
  ['5219', '其他综合零售', '杂货 两元店', 'Other general retail'],
  ['5221', '粮油零售', '粮油店 米店', 'Grain and oil', 'food'],
  ['5222', '糕点、面包零售', '面包店 蛋糕店 烘焙', 'Bakery', 'food'],
  ['5223', '果品、蔬菜零售', '水果店 蔬菜店 菜摊', 'Fruit and vegetables'],
  ['5224', '肉、禽、蛋、奶及水产品零售', '肉铺 鱼摊 鸡蛋 牛奶', 'Meat, eggs, milk and fish', 'food'],
  ['5225', '营养和保健品零售', '保健品 营养品', 'Nutrition and health products', 'food'],
  ['5226', '酒、饮料及茶叶零售', '酒铺 茶叶店 饮料', 'Drinks and tea leaves', 'food'],
  ['5227', '烟草制品零售', '香烟 烟店', 'Tobacco', 'tobacco'],
  ['5229', '其他食品零售', '零食店 干货', 'Other food', 'food'],
  ['5231', '纺织品及针织品零售', '布店 家纺 袜子', 'Textiles'],
  ['5232', '服装零售', '服装店 衣服 童装', 'Clothes shop'],
  ['5233', '鞋帽零售', '鞋店 帽子', 'Shoes and hats'],
  ['5234', '化妆品及卫生用品零售', '化妆品店 护肤品 纸巾', 'Cosmetics'],
  ['5235', '厨具卫具及日用杂品零售', '厨具 锅碗', 'Kitchenware'],
  ['5236', '钟表、眼镜零售', '眼镜店 手表', 'Glasses and watches'],
  ['5237', '箱包零售', '包包 行李箱', 'Bags'],
  ['5238', '自行车等代步设备零售', '自行车 电动车', 'Bicycles'],
  ['5239', '其他日用品零售', '花店 礼品店 日用品', 'Other daily goods'],
  ['5241', '文具用品零售', '文具店', 'Stationery'],
  ['5242', '体育用品及器材零售', '体育用品 健身器材', 'Sports goods'],
  ['5243', '图书、报刊零售', '书店 报刊亭', 'Books and newspapers'],
  ['5245', '珠宝首饰零售', '首饰 珠宝', 'Jewellery'],
  ['5246', '工艺美术品及收藏品零售', '工艺品 古玩', 'Arts and crafts'],
  ['5247', '乐器零售', '乐器 琴行', 'Musical instruments'],
  ['5251', '西药零售', '药店 西药房', 'Pharmacy', 'medicine'],
  ['5252', '中药零售', '中药铺 药材', 'Chinese medicine shop', 'medicine'],
  ['5254', '医疗用品及器材零售', '医疗器械 口罩', 'Medical supplies', 'medicine'],
  ['5263', '汽车零配件零售', '汽配', 'Car parts'],
  ['5271', '家用视听设备零售', '电视 音响', 'Televisions and audio'],
  ['5272', '日用家电零售', '家电 冰箱 空调', 'Household appliances'],
  ['5273', '计算机、软件及辅助设备零售', '电脑店', 'Computers'],
  ['5274', '通信设备零售', '手机店', 'Mobile phones'],
  ['5281', '五金零售', '五金店', 'Hardware'],
  ['5282', '灯具零售', '灯具', 'Lamps'],
  ['5283', '家具零售', '家具店', 'Furniture'],
  ['5284', '涂料零售', '油漆 涂料', 'Paint'],
  ['5285', '卫生洁具零售', '卫浴 马桶', 'Bathroom fittings'],
  ['5292', '互联网零售', '网店 直播带货 电商', 'Online shop'],
  ['5295', '旧货零售', '二手货 旧货', 'Second-hand goods'],
  ['5297', '宠物食品用品零售', '宠物店 猫粮狗粮', 'Pet food and supplies'],
  ['5431', '普通货物道路运输', '货运 拉货', 'Road freight', 'road-freight'],
  ['5438', '搬家运输', '搬家', 'Removals', 'road-freight'],
  ['6129', '其他一般旅馆', '旅馆 招待所', 'Guest house', 'lodging'],
  ['6130', '民宿服务', '民宿', 'Homestay', 'lodging'],
  ['6210', '正餐服务', '饭店 餐馆 火锅店', 'Restaurant', 'food'],
  ['6220', '快餐服务', '快餐店 盒饭', 'Fast food', 'food'],
  ['6231', '茶馆服务', '茶馆 茶室', 'Tea house', 'food'],
  ['6232', '咖啡馆服务', '咖啡馆 咖啡店', 'Coffee shop', 'food'],
  ['6233', '酒吧服务', '酒吧', 'Bar', 'food'],
  ['6239', '其他饮料及冷饮服务', '奶茶店 冷饮', 'Bubble tea and cold drinks', 'food'],
  ['6241', '餐饮配送服务', '团餐 配餐', 'Catering delivery', 'food'],
  ['6242', '外卖送餐服务', '外卖 送餐', 'Takeaway delivery'],
  ['6291', '小吃服务', '小吃店 早点 包子铺 面馆', 'Snack bar', 'food'],
  ['6299', '其他未列明餐饮业', '其他餐饮', 'Other catering', 'food'],
  ['6513', '应用软件开发', '软件开发 做小程序', 'Software development'],
  ['7030', '房地产中介服务', '房产中介 租房中介', 'Estate agency'],
  ['7121', '休闲娱乐用品设备出租', '出租帐篷 出租玩具', 'Leisure equipment hire'],
  ['7130', '日用品出租', '出租服装 出租日用品', 'Hire of daily goods'],
  ['7249', '其他专业咨询与调查', '咨询', 'Consulting'],
  ['7259', '其他广告服务', '广告 打字复印招牌', 'Advertising'],
  ['7292', '包装服务', '包装', 'Packaging'],
  ['7293', '办公服务', '打印店 复印', 'Printing and copying'],
  ['7294', '翻译服务', '翻译', 'Translation'],
  ['8010', '家庭服务', '家政 保姆 月嫂', 'Domestic help'],
  ['8020', '托儿所服务', '托儿所 托育', 'Nursery'],
  ['8030', '洗染服务', '干洗店 洗衣店', 'Laundry'],
  ['8040', '理发及美容服务', '理发店 美发 美容院 美甲', 'Hair and beauty', 'hygiene'],
  ['8051', '洗浴服务', '澡堂 浴室', 'Bath house', 'hygiene'],
  ['8052', '足浴服务', '足疗 洗脚', 'Foot bath'],
  ['8053', '养生保健服务', '按摩 艾灸', 'Wellness'],
  ['8060', '摄影扩印服务', '照相馆 摄影', 'Photography'],
  ['8070', '婚姻服务', '婚庆 婚介', 'Wedding services'],
  ['8111', '汽车修理与维护', '修车 汽修 洗车', 'Car repair'],
  ['8113', '摩托车修理与维护', '修摩托', 'Motorcycle repair'],
  ['8114', '助动车等修理与维护', '修电动车', 'E-bike repair'],
  ['8121', '计算机和辅助设备修理', '修电脑', 'Computer repair'],
  ['8122', '通讯设备修理', '修手机', 'Phone repair'],
  ['8131', '家用电子产品修理', '修电视', 'Television repair'],
  ['8132', '日用电器修理', '修家电 修空调', 'Appliance repair'],
  ['8191', '自行车修理', '修自行车', 'Bicycle repair'],
  ['8192', '鞋和皮革修理', '修鞋 配钥匙', 'Shoe repair'],
  ['8193', '家具和相关物品修理', '修家具', 'Furniture repair'],
  ['8211', '建筑物清洁服务', '保洁 擦玻璃', 'Building cleaning'],
  ['8219', '其他清洁服务', '油烟机清洗', 'Other cleaning'],
  ['8223', '宠物美容服务', '宠物美容', 'Pet grooming'],
  ['8224', '宠物寄托收养服务', '宠物寄养', 'Pet boarding'],
  ['8930', '健身休闲活动', '健身房 瑜伽馆', 'Gym and yoga'],
  ['9011', '歌舞厅娱乐活动', 'KTV 歌厅', 'Karaoke and dance hall', 'entertainment'],
];

/** Another organ approves first (条例 14(1)): to a person, who sees the approval. The region's published list prevails. */
const priorApproval: readonly Row[] = [
  ['5265', '机动车燃油零售', '加油站 汽油', 'Fuel station'],
  ['5266', '机动车燃气零售', '加气站', 'Gas station for vehicles'],
  ['5296', '生活用燃料零售', '煤气罐 液化气', 'Household fuel'],
  ['5435', '危险货物道路运输', '危险品运输', 'Dangerous goods by road'],
  ['5942', '危险化学品仓储', '危化品仓库', 'Storage of dangerous chemicals'],
  ['6020', '快递服务', '快递 快递站', 'Courier service'],
  ['7271', '安全服务', '保安公司', 'Security guards'],
  ['8391', '职业技能培训', '技能培训学校', 'Vocational training'],
  ['9013', '网吧活动', '网吧', 'Internet café'],
];

/** Not for an individual business: to a person, who explains. */
const notOpen: readonly Row[] = [
  ['6621', '商业银行服务', '银行', 'Commercial banking'],
  ['6712', '证券经纪交易服务', '炒股经纪', 'Securities brokerage'],
  ['6811', '人寿保险', '寿险公司', 'Life insurance'],
];

function itemsOf(rows: readonly Row[], treatment: ScopeTreatment): ScopeItem[] {
  return rows.map(([code, name, everyday, english, laterPermit]) => {
    const item = { code, name, everyday: everyday.split(' '), english, treatment };
    return laterPermit === undefined ? item : { ...item, laterPermit };
  });
}

/** A part of GB/T 4754-2017: what small shops of a city mostly ask for, with the names people use. */
export const scopeItems: readonly ScopeItem[] = [
  ...itemsOf(ordinary, 'ordinary'),
  ...itemsOf(priorApproval, 'prior-approval'),
  ...itemsOf(notOpen, 'not-open'),
].sort((a, b) => (a.code < b.code ? -1 : 1));
