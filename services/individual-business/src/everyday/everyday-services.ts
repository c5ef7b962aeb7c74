/** What people call services, as `scope-items.ts` reads it: code, English name, words. */
export const everydayServices = `
4910 Electrical installation: 水电安装 电工 装空调 监控布线
4920 Pipe and equipment installation: 管道安装 装热水器 暖气安装
4999 Other installation: 门窗安装 遮阳棚 装窗帘
5011 Decoration of public buildings: 店面装修 工装 办公室装修
5012 Decoration of homes: 装修 家装 刷墙 贴瓷砖 做吊顶 装修队
5030 Building equipment with crew: 吊车 挖机 挖掘机出租带司机
5431 Road freight: 货运 拉货 跑运输 货车 大货车
5432 Refrigerated transport: 冷链运输 冷藏车
5437 City delivery: 同城配送 送货 跑腿送货
5438 Removals: 搬家 搬家公司 搬厂
5449 Other road services: 停车场 代驾 洗车场停车 拖车
5821 Freight agency: 货代 物流 物流公司 托运部 信息部
5822 Ticket agency: 代售火车票 机票代理 订票
5910 Loading: 装卸 搬运工 装卸队
5920 Storage: 仓库 仓储 出租仓库
5930 Cold storage: 冷库 冻库
6020 Courier service: 快递 快递站 快递公司
6110 Tourist hotel: 星级酒店 大酒店 度假酒店
6121 Chain budget hotel: 连锁酒店 快捷酒店
6129 Guest house: 旅馆 招待所 宾馆 旅店 公寓 青年旅舍
6130 Homestay: 民宿 农家院住宿 客栈
6140 Camp site: 露营地 房车营地 帐篷营地
6190 Other lodging: 钟点房 学生宿舍 日租房
6210 Restaurant: 饭店 餐馆 火锅店 农家乐 烧烤店 酒楼 大排档 川菜馆 海鲜酒楼 家常菜 私房菜 西餐厅
6220 Fast food: 快餐店 盒饭 汉堡店 炸鸡店 自助餐 沙县小吃 食堂 披萨店
6231 Tea house: 茶馆 茶室 茶楼 棋牌茶室
6232 Coffee shop: 咖啡馆 咖啡店 咖啡厅 猫咖
6233 Bar: 酒吧 清吧 精酿
6239 Bubble tea and cold drinks: 奶茶店 冷饮 奶茶 果汁店 冰淇淋店 糖水铺 甜品饮料
6241 Catering delivery: 团餐 配餐 食堂承包 宴席上门
6242 Takeaway delivery: 外卖 送餐 跑腿 外卖配送
6291 Snack bar: 小吃店 早点 包子铺 面馆 早餐店 米粉店 煎饼 麻辣烫 饺子馆 馄饨 烤串 臭豆腐 豆浆油条 拉面馆 粥铺 凉皮
6299 Other catering: 其他餐饮 上门做饭 私人厨师
6513 Software development: 软件开发 做小程序 做网站 做软件 写程序
6531 System integration: 系统集成 弱电工程
6540 Operation of systems: 电脑维护 网络维护 运维
6560 IT consulting: 信息技术咨询 电脑咨询
6572 Animation and games: 动漫设计 游戏制作 短视频制作 剪视频
6579 Other digital content: 自媒体 拍短视频 做直播 网红工作室
6591 Call centre: 客服外包 电话客服
6621 Commercial banking: 银行
6712 Securities brokerage: 炒股经纪 证券
6811 Life insurance: 寿险公司 卖保险
7030 Estate agency: 房产中介 租房中介 卖房中介 二手房
7040 Letting of premises: 出租房屋 二房东 商铺出租 写字楼出租 长租公寓
7112 Farm machinery hire: 出租农机 租拖拉机 收割机出租
7113 Building machinery hire: 租挖机 脚手架出租 建筑设备出租
7114 Computer hire: 租电脑 打印机租赁
7119 Other machinery hire: 设备租赁 发电机出租 叉车出租
7121 Leisure equipment hire: 出租帐篷 出租玩具 租游乐设备 儿童摇摇车
7122 Sports equipment hire: 租自行车 租滑雪板 租鱼竿
7123 Cultural equipment hire: 舞台租赁 音响出租 灯光音响
7124 Book hire: 租书 租书店
7130 Hire of daily goods: 出租服装 出租日用品 婚纱出租 租礼服 桌椅出租 充电宝出租
7224 Supply chain services: 供应链 采购代理
7242 Market research: 市场调查 问卷调查
7243 Economic consulting: 企业咨询 管理咨询 创业咨询
7244 Health consulting: 健康咨询 营养师 减肥咨询
7246 Sports consulting: 体育咨询 健身教练
7249 Consulting: 咨询 心理咨询 留学咨询 育儿咨询
7251 Online advertising: 网络推广 网络广告 短视频推广
7259 Advertising: 广告 打字复印招牌 做招牌 广告牌 喷绘 发传单
7264 Start-up guidance: 创业指导 孵化
7271 Security guards: 保安公司 保安 门卫
7284 Cultural exhibitions: 策展 布展 艺术展
7289 Meetings and exhibitions: 会议服务 展会 会展搭建
7292 Packaging: 包装 打包 礼品包装
7293 Printing and copying: 打印店 复印 打字 图文店 文印店 晒图
7294 Translation: 翻译 做翻译
7297 Errands for businesses: 代办执照 代办证照 商标代办 跑腿代办
7298 Ticket services: 卖演出票 票务 代订门票
7299 Other business services: 礼仪庆典 活动策划 庆典公司 代写
7491 Industrial design: 产品设计 工业设计
7492 Design: 平面设计 室内设计 服装设计 设计工作室 画图
7493 Animal doctor: 兽医 兽医站 给牛看病
7511 Farming advice: 农技服务 种植技术 养殖技术
7520 Intellectual property: 商标 专利代办 版权
7840 Planting and gardening: 绿化养护 园艺 修剪树木
8010 Domestic help: 家政 保姆 月嫂 钟点工 护工 育儿嫂 家政公司
8020 Nursery: 托儿所 托育 早教托班
8030 Laundry: 干洗店 洗衣店 洗鞋店 熨衣服 自助洗衣
8040 Hair and beauty: 理发店 美发 美容院 美甲 美睫 纹眉 剪头发 发廊 化妆 美体
8051 Bath house: 澡堂 浴室 洗浴中心 汗蒸 桑拿 温泉
8052 Foot bath: 足疗 洗脚 足浴店 修脚 采耳
8053 Wellness: 按摩 艾灸 养生馆 推拿 拔罐 理疗店 盲人按摩
8060 Photography: 照相馆 摄影 婚纱摄影 证件照 影楼 写真 跟拍
8070 Wedding services: 婚庆 婚介 婚庆公司 司仪 相亲
8090 Other personal services: 开锁 配钥匙上门 擦鞋 代排队 手机充值 裁缝
8111 Car repair: 修车 汽修 洗车 补胎 汽车美容 4S 换机油 钣金喷漆 贴车膜
8112 Lorry repair: 修货车 修大车 修挖机
8113 Motorcycle repair: 修摩托
8114 E-bike repair: 修电动车 修电瓶车 换电瓶
8121 Computer repair: 修电脑 装系统 电脑维修
8122 Phone repair: 修手机 换屏 手机维修
8129 Office equipment repair: 修打印机 修复印机 加墨
8131 Television repair: 修电视 修音响
8132 Appliance repair: 修家电 修空调 修冰箱 修洗衣机 空调加氟 家电维修
8191 Bicycle repair: 修自行车
8192 Shoe repair: 修鞋 配钥匙 修皮包
8193 Furniture repair: 修家具 沙发翻新 修门窗
8199 Other repair: 修表 修眼镜 修锁 修伞 磨刀 改衣服 修乐器
8211 Building cleaning: 保洁 擦玻璃 打扫卫生 外墙清洗 开荒保洁
8219 Other cleaning: 油烟机清洗 空调清洗 除螨 管道疏通 通下水道 灭鼠 地毯清洗
8221 Keeping pets: 宠物饲养 猫舍 犬舍 卖猫 卖狗
8222 Animal hospital: 宠物医院 宠物诊所 给猫看病
8223 Pet grooming: 宠物美容 宠物洗澡 给狗洗澡
8224 Pet boarding: 宠物寄养 猫咪寄养 遛狗
8229 Other pet services: 宠物训练 驯犬 宠物殡葬 宠物摄影
8391 Vocational training: 技能培训学校 电脑培训 驾校 月嫂培训
8810 Performing: 演出 戏班 唱戏 乐队 街头表演
8870 Community culture: 文化活动 广场舞 社区活动
8930 Gym and yoga: 健身房 瑜伽馆 游泳馆 舞蹈房 台球厅 球馆 羽毛球馆 拳馆 射箭馆 攀岩馆
8991 Sports agency: 体育经纪 赛事代理
9011 Karaoke and dance hall: KTV 歌厅 舞厅 卡拉OK 夜总会
9012 Arcade: 游戏厅 电玩城 游艺厅 娃娃机 抓娃娃
9013 Internet café: 网吧 网咖 电竞馆
9019 Other indoor entertainment: 密室逃脱 剧本杀 棋牌室 麻将馆 桌游吧 手工坊 陶艺吧 私人影院 儿童乐园 蹦床馆 轰趴馆
9030 Leisure farms: 采摘园 观光农园 钓鱼场 农庄 垂钓园
9051 Cultural activities: 文化活动策划 读书会
9059 Arts agency: 画家经纪 艺术经纪
9090 Other entertainment: 套圈 气球打靶 游船 骑马
`;
