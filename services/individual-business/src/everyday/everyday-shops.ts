/** What people call shops and wholesalers, as `scope-items.ts` reads it: code, English name, words. */
export const everydayShops = `
5111 Grain wholesale: 粮食批发 大米批发 豆子批发
5113 Feed wholesale: 饲料批发 卖饲料 鱼饲料
5116 Livestock wholesale: 贩牛 贩猪 卖牛羊
5117 Fishery wholesale: 水产批发 海鲜批发 鱼批发
5121 Rice, flour and oil wholesale: 米面批发 食用油批发
5122 Cakes and sweets wholesale: 糖果批发 糕点批发
5123 Fruit and vegetable wholesale: 水果批发 蔬菜批发 菜贩
5124 Meat, eggs and milk wholesale: 猪肉批发 鸡蛋批发 冻品批发 牛奶批发
5125 Salt and seasoning wholesale: 调料批发 盐批发 干调
5126 Health food wholesale: 保健品批发
5127 Drinks and tea wholesale: 白酒批发 啤酒批发 饮料批发 茶叶批发 水站
5129 Other food wholesale: 零食批发 食品批发 干货批发
5131 Textile wholesale: 布匹批发 面料批发
5132 Clothes wholesale: 服装批发 衣服批发
5133 Shoe and hat wholesale: 鞋子批发
5134 Cosmetics wholesale: 化妆品批发 纸巾批发
5135 Kitchenware wholesale: 日用品批发 锅碗批发 一次性餐具
5136 Lamp and decoration wholesale: 灯具批发 装饰品批发
5141 Stationery wholesale: 文具批发 办公用品批发
5142 Sports goods wholesale: 体育用品批发
5146 Jewellery and craft wholesale: 饰品批发 工艺品批发
5153 Animal medicine wholesale: 兽药批发
5154 Medical supplies wholesale: 医疗器械批发 口罩批发
5165 Building materials wholesale: 建材批发 水泥 沙石 卖砖 钢筋
5166 Fertiliser wholesale: 卖化肥 化肥店 农资店
5167 Pesticide wholesale: 卖农药 农药店
5168 Farm film wholesale: 卖地膜 大棚膜
5171 Farm machinery wholesale: 农机店 卖拖拉机
5172 Car parts wholesale: 汽配批发 轮胎批发
5174 Hardware wholesale: 五金批发 螺丝批发
5175 Electrical goods wholesale: 电线批发 开关批发 电工材料
5176 Computer wholesale: 电脑批发 电脑配件批发
5177 Communication equipment wholesale: 手机批发 对讲机
5179 Other machinery wholesale: 机械设备批发 监控批发
5181 Trading agency: 代理商 贸易代理 代销
5191 Scrap recycling: 废品回收 收废品 收旧家电 废品站
5192 Pet goods wholesale: 宠物用品批发
5193 Online wholesale: 网上批发 线上批发
5199 Other wholesale: 批发部 杂货批发
5211 General store: 百货店 日用百货 小商品店 杂货铺
5212 Supermarket: 超市 生鲜超市 小超市
5213 Convenience store: 便利店 小卖部 杂货店 士多
5219 Other general retail: 杂货 两元店 十元店 供销社
5221 Grain and oil: 粮油店 米店 卖大米 香油坊
5222 Bakery: 面包店 蛋糕店 烘焙 糕点铺 甜品店 烘焙坊
5223 Fruit and vegetables: 水果店 蔬菜店 菜摊 卖菜 水果摊 果切
5224 Meat, eggs, milk and fish: 肉铺 鱼摊 鸡蛋 牛奶 海鲜店 猪肉摊 卖鱼 奶站
5225 Nutrition and health products: 保健品 营养品 燕窝 参茸店
5226 Drinks and tea leaves: 酒铺 茶叶店 饮料 烟酒店 名酒 桶装水 卖酒
5227 Tobacco: 香烟 烟店 卖烟 烟酒行
5229 Other food: 零食店 干货 调料店 炒货店 瓜子 豆腐摊 卤味店 熟食店 土特产
5231 Textiles: 布店 家纺 袜子 床上用品店 窗帘店 毛线店 内衣店
5232 Clothes shop: 服装店 衣服 童装 女装店 男装店 旗袍店 校服 汉服店
5233 Shoes and hats: 鞋店 帽子 童鞋 运动鞋
5234 Cosmetics: 化妆品店 护肤品 纸巾 香水 美妆店 洗发水
5235 Kitchenware: 厨具 锅碗 餐具店 杯子 日杂店
5236 Glasses and watches: 眼镜店 手表 配眼镜 钟表店
5237 Bags: 包包 行李箱 箱包店 皮具店
5238 Bicycles: 自行车 电动车 电动车店 卖电瓶车 婴儿车 平衡车
5239 Other daily goods: 花店 礼品店 日用品 鲜花 母婴店 玩具店 婴儿用品 香烛店 盆栽 绿植店 饰品店 假发
5241 Stationery: 文具店 办公用品 文具
5242 Sports goods: 体育用品 健身器材 渔具店 台球用品 户外用品
5243 Books and newspapers: 书店 报刊亭 卖书 书吧 绘本馆
5244 Audio and video: 音像店 唱片 碟片
5245 Jewellery: 首饰 珠宝 金店 黄金 玉器 银饰
5246 Arts and crafts: 工艺品 古玩 字画店 收藏品 香道 瓷器 画廊 根雕
5247 Musical instruments: 乐器 琴行 吉他 钢琴
5248 Cameras: 照相机 相机店 摄影器材
5249 Other cultural goods: 文创店 手办店 潮玩 剪纸
5251 Pharmacy: 药店 西药房 大药房 卖药
5252 Chinese medicine shop: 中药铺 药材 中药店 抓药
5253 Animal medicine: 兽药店 宠物药
5254 Medical supplies: 医疗器械 口罩 血压计 轮椅 隐形眼镜
5255 Health aids: 助听器 保健器材 按摩椅 理疗仪
5261 New cars: 卖新车 汽车店 新能源汽车店
5262 Used cars: 二手车 旧车
5263 Car parts: 汽配 汽车用品 轮胎店 汽车配件
5264 Motorcycles: 摩托车店 卖摩托 摩配
5265 Fuel station: 加油站 汽油 柴油
5266 Gas station for vehicles: 加气站
5267 Charging: 充电桩 充电站
5271 Televisions and audio: 电视 音响 耳机
5272 Household appliances: 家电 冰箱 空调 电器店 洗衣机 小家电
5273 Computers: 电脑店 电脑配件 打印机 卖电脑
5274 Mobile phones: 手机店 手机配件 办手机卡 手机壳 贴膜
5279 Other electronics: 电子产品 监控安装 无人机店 智能手表
5281 Hardware: 五金店 五金 水管 锁具 螺丝 电线
5282 Lamps: 灯具 灯饰店 灯泡
5283 Furniture: 家具店 沙发 床垫 橱柜 衣柜 红木家具
5284 Paint: 油漆 涂料 乳胶漆
5285 Bathroom fittings: 卫浴 马桶 水龙头 花洒
5286 Wooden decoration materials: 木门 地板店 板材
5287 Tiles and stone: 瓷砖 石材店 大理石
5289 Other decoration materials: 墙纸 壁纸 装修材料 门窗店 玻璃店 建材店
5291 Street stall: 地摊 摆摊 夜市摊 流动摊 早市
5292 Online shop: 网店 直播带货 电商 开淘宝店 抖音小店 微店 拼多多店 社区团购 代购
5293 Mail order: 邮购 电视购物
5294 Vending machines: 自动售货机 无人售货 扭蛋机
5295 Second-hand goods: 二手货 旧货 二手店 二手手机 旧衣服 旧书
5296 Household fuel: 煤气罐 液化气 换煤气 木炭 煤球
5297 Pet food and supplies: 宠物店 猫粮狗粮 宠物用品 水族店 观赏鱼
5299 Other retail: 其他零售 佛具 寿衣 花圈 殡葬用品
`;
