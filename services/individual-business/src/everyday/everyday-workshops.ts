/** What people call farms and workshops, as `scope-items.ts` reads it: code, English name, words. */
export const everydayWorkshops = `
0111 Rice growing: 种水稻 种大米
0112 Wheat growing: 种小麦
0113 Maize growing: 种玉米
0141 Vegetable growing: 种菜 大棚菜 蔬菜大棚
0142 Mushroom growing: 种蘑菇 种香菇 种木耳 菌菇
0143 Flower growing: 种花 花卉基地 种盆景
0151 Apples, pears and peaches: 种苹果 种桃 种梨 果园
0152 Grape growing: 种葡萄 葡萄园
0153 Citrus growing: 种橘子 种橙子 种柚子
0159 Other fruit growing: 种草莓 种西瓜 种火龙果
0164 Tea growing: 种茶 茶园
0171 Herb growing: 种药材 种中药
0212 Tree nursery: 苗圃 种树苗 苗木
0311 Cattle: 养牛
0313 Pigs: 养猪 猪场
0314 Sheep: 养羊
0321 Chickens: 养鸡 鸡场
0322 Ducks: 养鸭
0323 Geese: 养鹅
0391 Rabbits: 养兔
0392 Bees: 养蜂 蜂蜜
0399 Other animals: 养蚕 养蝎子 养鸽子
0411 Sea farming: 养虾 养海参 养贝
0412 Freshwater farming: 养鱼 鱼塘 小龙虾养殖 养螃蟹
0512 Farm machine work: 代耕 收割 农机作业 无人机打药
0514 First processing of crops: 烘干粮食 剥花生 挑拣水果
1311 Rice milling: 碾米 打米
1312 Flour milling: 磨面 面粉加工
1331 Oil pressing: 榨油 油坊 菜籽油
1353 Meat products: 做香肠 腊肉 肉制品加工 做卤肉
1371 Vegetable processing: 腌菜 泡菜 咸菜 酱菜
1373 Fruit and nut processing: 炒瓜子 干果加工 果脯 炒花生
1391 Starch: 做粉条 粉丝 红薯粉
1392 Bean products: 做豆腐 豆腐坊 豆腐作坊 豆干
1411 Cakes and bread: 做蛋糕 做面包 糕点作坊 月饼
1421 Sweets and chocolate: 做糖果 麦芽糖 巧克力
1431 Rice and flour products: 做挂面 压面条 做年糕 馒头坊 米粉加工 切面
1432 Frozen food: 速冻水饺 做冻饺子
1462 Soy sauce and vinegar: 做酱油 酿醋 豆瓣酱 酱坊
1493 Ices: 做冰棍 制冰
1512 Spirits: 酿白酒 酒坊 烧酒
1513 Beer: 酿啤酒 自酿啤酒
1514 Yellow wine: 酿黄酒 米酒
1522 Bottled water: 桶装水厂 矿泉水厂
1530 Tea making: 炒茶 制茶 茶叶加工
1771 Bedding: 做被子 弹棉花 棉被加工
1773 Curtains: 做窗帘 窗帘加工
1819 Garment making: 服装厂 制衣 缝纫 做衣服 服装加工
1829 Knitwear: 织毛衣 针织加工
1830 Accessories: 做帽子 做围巾 做袜子 绣花
1922 Bag making: 做皮包 做箱包 箱包厂
1952 Leather shoes: 做皮鞋 鞋厂
2011 Sawmill: 锯木 木材加工 解板
2032 Wooden doors: 做木门 木门窗
2041 Bamboo goods: 竹编 竹器
2110 Wooden furniture: 木匠 做家具 家具厂 木工坊 定制橱柜
2319 Printing: 印刷厂 印名片 印包装 印T恤
2436 Embroidery: 刺绣 十字绣
2438 Jewellery making: 做首饰 打银 打金
2439 Other crafts: 做手工艺品 剪纸作坊 木雕 石雕 捏面人
2459 Toy making: 做玩具 玩具厂
2927 Plastic goods: 塑料制品 塑料加工 注塑
3032 Stone cutting: 石材加工 刻碑 墓碑
3054 Glassware: 玻璃加工 做玻璃杯
3074 Pottery: 做陶瓷 陶艺作坊 烧窑
3311 Metal structures: 焊接 彩钢瓦 铁艺 电焊 钢结构加工
3312 Metal doors and windows: 铝合金门窗 断桥铝 防盗窗 做门窗
3360 Metal treatment: 电镀 热处理 抛光 喷塑
3484 Machining: 机械加工 车床加工 精密零件
3525 Mould making: 做模具 模具厂
3872 Lamp making: 做灯具 灯具厂
4119 Other daily goods: 做扫把 做蜡烛 做香
4310 Repair of metal goods: 修农具 修铁器
4320 Repair of machines: 修机器 修水泵 修电机
`;
