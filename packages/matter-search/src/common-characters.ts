/**
 * The characters in daily use among the common ones of GB 2312 (rows 16 to 55) by how they are read, in the standard's own order, which is
 * that of their sounds. A character of the guides' words must stand here; rarer ones would only cost bytes.
 * The letters before each group are its reading without tone; ü is written v, as on a keyboard.
 */
export const COMMON_CHARACTERS = `
a啊阿 ai埃癌碍爱 an氨安按暗岸案 ao奥澳 ba吧八巴拔把罢爸 bai白柏百摆败拜 ban斑班搬般颁板版伴半办 bang邦帮榜棒 bao胞包剥薄保堡宝抱报暴爆 bei杯碑悲卑北辈背贝倍备被
ben奔本 bi逼鼻比笔彼毕币闭必辟壁臂避 bian鞭边编便变辨辩遍 biao标表 bie别 bin宾 bing兵冰秉饼病并 bo播拨波博伯泊 bu捕补不布步簿部 ca擦 cai猜裁材才财采彩菜
can餐参残惨 cang藏 cao操槽曹草 ce策侧册测 ceng层 cha插茶查察差 chai拆柴 chan产 chang昌场尝常长偿肠厂畅唱 chao超朝潮炒 che车扯撤彻 chen臣尘晨沉陈
cheng称城成呈乘程诚承 chi吃持池迟驰齿尺赤 chong充冲虫崇宠 chou抽愁筹仇 chu初出厨除楚础储触处 chuan川穿传船串 chuang窗床闯创 chui吹垂 chun春纯
ci磁辞慈词此刺次 cong匆从丛 cu粗促 cui催 cun村存寸 cuo措错 da搭达答打大 dai呆戴带代贷袋待 dan担丹单胆旦但淡弹蛋 dang当挡党荡档 dao刀倒岛导到道盗 de德得的
deng灯登等邓 di堤低滴迪敌抵底地第帝弟递 dian点典垫电店殿 diao雕掉吊调 die跌爹 ding丁顶定订 diu丢 dong东冬董懂动洞 dou抖斗豆都 du督毒独读杜肚度渡
duan端短段断 dui堆队对 dun吨敦顿盾 duo多夺躲朵 e俄额恶鄂 en恩 er而儿耳尔二 fa发罚伐乏阀法 fan番翻繁凡烦反返范贩犯饭泛 fang坊芳方房防仿访纺放 fei菲非啡飞肥废费
fen分纷坟粉奋份愤 feng丰封峰锋风疯缝奉凤 fo佛 fou否 fu夫肤扶幅符伏俘服浮福抚辅府腐赴副覆赋复傅付父腹负富附妇咐 gai该改概盖 gan干甘杆肝赶感敢 gang冈刚钢纲岗港
gao高糕搞稿告 ge哥歌割革格阁隔个各 gei给 gen根跟 geng耕更 gong工攻功恭供公宫拱贡共 gou勾沟狗构购够 gu估孤姑鼓古骨谷股故顾固雇 gua瓜寡挂 guai怪
guan棺关官冠观管馆惯灌贯 guang光广 gui规归闺轨鬼桂跪贵 gun滚 guo锅郭国果过 ha哈 hai孩海害 han韩含寒函喊汗汉 hang杭航 hao豪毫好耗号浩 he喝荷核和何合盒河赫贺
hei黑 hen很狠恨 heng横衡恒 hong轰虹鸿洪宏红 hou侯厚候后 hu呼乎忽胡狐糊湖虎护互户 hua花华滑画划化话 huai怀淮坏 huan欢环还缓换患唤痪 huang荒慌黄皇晃
hui灰挥辉徽恢回毁慧惠会汇绘 hun昏婚魂浑混 huo活伙火获或霍货祸 ji击基机积肌迹激鸡绩吉极辑籍集及急疾即级挤几脊己技季祭剂济寄计记既忌际继纪 jia嘉夹佳家加贾甲假价架驾嫁
jian监坚尖间煎兼肩艰奸检简剪减荐鉴践见键箭件健舰剑渐建 jiang将江疆蒋奖讲匠降 jiao椒焦胶交郊脚角饺缴教较叫 jie揭接皆街阶截节杰捷洁结解姐戒界借介届 jin筋斤金今津紧锦仅进晋禁近尽劲
jing荆睛晶京惊精经井警景颈静境敬镜径靖竟竞净 jiu究纠久九酒救旧就 ju居局举聚拒据巨具距俱句惧剧 juan卷 jue掘觉决绝 jun均菌军君俊郡 ka咖卡 kai开凯 kan刊堪砍看
kang康抗 kao考烤靠 ke柯颗科壳可克刻客课 ken肯 kong空恐孔控 kou口扣 ku哭苦库 kua跨 kuai块快 kuan宽款 kuang狂矿况 kui亏 kun昆困 kuo括扩阔
la拉腊辣啦 lai莱来赖 lan蓝栏拦篮兰览烂 lang狼廊郎朗浪 lao劳牢老姥 le勒乐 lei雷累类泪 leng冷 li厘黎离理李里礼吏丽厉励历利例立粒隶力璃哩 lia俩
lian联莲连廉脸链恋炼练 liang粮凉梁良两辆量亮 liao疗辽了料 lie列裂烈猎 lin林临邻赁 ling零龄凌灵陵岭领另令 liu留刘流柳六 long龙聋笼隆 lou楼漏
lu卢炉卤鲁露路鹿录陆 lv侣旅虑律率绿 luan卵乱 lve略 lun轮伦论 luo螺罗逻落洛络 ma妈麻码马骂嘛吗 mai埋买麦卖迈脉 man馒满曼慢漫 mang盲忙 mao猫茅毛矛冒貌贸 me么
mei枚梅煤没眉媒每美妹 men门们 meng蒙盟猛梦孟 mi迷弥米秘密 mian棉免面 miao苗描秒庙妙 mie灭 min民敏 ming明鸣名命 mo摸模膜磨摩魔末莫墨默漠 mou谋某
mu亩姆母墓幕慕木目牧穆 na拿哪那娜纳 nai乃奶耐奈 nan南男难 nang囊 nao脑恼闹 ne呢 nei内 nen嫩 neng能 ni霓泥尼拟你逆 nian年念 niang娘 niao鸟尿
nin您 ning凝宁 niu牛扭纽 nong浓农弄 nu奴努怒 nv女 nuan暖 nuo诺 ou欧藕偶 pa爬怕 pai拍排牌派 pan盘判叛 pang旁胖 pao炮跑泡 pei培赔陪配佩
pen喷盆 peng彭朋碰 pi批披皮匹 pian篇偏片骗 piao飘票 pin拼频贫品聘 ping平凭瓶评屏 po坡颇婆破迫 pou剖 pu扑铺普谱 qi期欺妻七漆其棋奇齐旗骑起岂企启契器气弃汽
qia恰 qian牵千迁签乾钱前潜遣浅欠 qiang枪腔墙强抢 qiao悄桥瞧乔巧 qie切且 qin侵亲秦琴勤 qing青轻倾清情顷请庆 qiong穷 qiu秋丘球求 qu趋区曲屈驱渠取娶趣去
quan圈权泉全拳犬券劝 que缺却确 qun群 ran然燃染 rang壤让 rao扰绕 re热 ren仁人忍任认 reng仍 ri日 rong荣融溶容 rou柔肉 ru如辱乳汝入 ruan软
rui瑞 run润 ruo若弱 sa撒萨 sai塞赛 san三散 sang桑丧 sao扫 se色 sen森 seng僧 sha杀沙 shan山闪陕善扇 shang伤商赏上尚 shao稍烧少绍
she蛇舌舍摄射涉社设 shen申伸身深神沈审甚 sheng声生牲升绳省盛剩胜圣 shi师失狮施湿诗尸十石拾时什食实识史使驶始式示士世事逝势是适侍释饰氏市室视试 shou收手首守寿授售受兽
shu枢殊输叔舒疏书熟署属术述树束数 shua刷 shuai摔衰帅 shuang双 shui谁水睡税 shun顺 shuo说 si斯思私司丝死寺四似 song松送宋讼 sou搜艘 su苏俗素速塑宿诉肃
suan酸算 sui虽随碎岁遂 sun孙损 suo缩索锁所 ta塌他它她塔踏 tai胎抬台泰太态 tan摊贪瘫滩坛谈坦碳探叹 tang汤堂唐糖倘烫 tao桃逃淘陶讨套 te特 teng腾疼
ti梯提题体替 tian天添填田甜 tiao挑条跳 tie贴铁 ting厅听廷停亭庭挺艇 tong通同铜童统痛 tou偷投头透 tu突图徒途涂土吐 tuan团 tui推腿退 tun吞 tuo拖托脱
wa挖娃瓦 wai外 wan弯湾玩完碗晚万 wang汪王亡网往望忘 wei威微危韦违围唯为维委伟尾纬未味胃魏位谓慰卫 wen温文闻纹稳问 wo窝我握 wu乌污屋无吾吴武五午舞伍雾物务悟误
xi熙析西吸锡稀息希悉惜溪袭席习喜洗系戏细 xia瞎辖峡侠下夏吓 xian先仙鲜纤咸贤闲弦显险现献县腺宪陷限线 xiang相厢香箱襄湘乡祥详想响享项像向象 xiao削销消宵晓小孝校笑效
xie些歇鞋协携邪斜胁写械谢 xin薪欣辛新心信 xing星兴刑型形行醒幸性姓 xiong兄凶胸雄熊 xiu休修秀袖绣 xu需虚须徐许叙序畜恤绪续 xuan宣悬旋玄选 xue学穴雪血
xun循询寻巡训讯迅 ya压押呀牙衙雅哑亚 yan烟盐严研岩延言颜炎沿掩眼演堰燕宴验 yang央杨扬羊洋阳氧仰养样 yao邀腰妖摇遥咬药要耀 ye耶爷野冶也页业叶夜液
yi一医依伊衣夷遗移仪疑宜椅已乙以艺抑易亿役疫亦意忆义益议译异翼 yin因殷音阴姻银饮引隐印 ying英婴应营迎赢盈影硬映 yong拥庸泳涌永勇用 you幽优悠忧尤由邮犹油游有友右又幼
yu于余逾鱼渔予雨与宇语羽玉域郁遇御愈欲狱育誉浴寓预豫 yuan元袁原援园员圆源缘远愿怨院 yue曰约越跃岳月阅 yun云允运孕 za砸杂 zai灾载再在 zan咱暂赞 zang脏葬 zao遭藻早澡造
ze责择则泽 zei贼 zen怎 zeng增曾赠 zha扎炸 zhai宅债寨 zhan展占战站 zhang章张掌涨杖丈帐账仗障 zhao招找赵照兆召 zhe折哲者这浙 zhen珍真针侦诊震振镇阵
zheng蒸征争整正政症郑证 zhi枝支知肢脂之织职直植殖执值址指止只旨纸志至致置制智质治 zhong中忠钟终种肿重仲众 zhou周州洲粥轴 zhu珠朱猪诸逐竹嘱主著柱助筑住注祝驻 zhua抓
zhuan专砖转 zhuang庄装撞壮状 zhui追 zhun准 zhuo捉桌着 zi咨资滋紫仔子自字 zong踪宗综总纵 zou走奏 zu租足卒族祖阻组 zuan钻 zui嘴醉最罪 zun尊遵
zuo昨左做作坐座
`;
