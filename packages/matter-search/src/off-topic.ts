/** What people ask of a search engine or a friend, not of an office: it weighs against every matter. */
export const OFF_TOPIC: readonly string[] = (
  '附近 今晚 晚饭 午饭 哄 追女 哪家 好吃 好玩 好看 好喝 推荐 攻略 天气 下雨 气温 日出 电影 电视剧 综艺 动漫 小说 游戏 王者 明星 歌曲 唱歌 听歌 股票 炒股 股市 彩票 开奖 中奖 比分 世界杯 足球 篮球 球赛 菜谱 怎么做菜 红烧 做饭 减肥 ' +
  '火车票 高铁票 高铁 机票 飞机票 车票 退票 快递 红包 优惠券 打折 价格 便宜 充电 充话费 话费 流量 宽带 手机 电脑 微信 支付宝 抖音 视频 照片 笑话 聊天 作文 一首诗 写诗 翻译 失恋 难过 星座 算命 做梦 新闻 订酒店 订票 订餐 预订 英语 数学 学习方法 吃什么 吃啥 不吃 头疼 发烧 感冒 装修 冰箱 洗衣机 空调 马桶 维修 牌子的 多远 最高 人工智能 科学 历史 地图'
).split(' ');
