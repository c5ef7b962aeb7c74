/** Ways of saying one thing, the first standing for the rest: both what is typed and the guides' words are read so. */
const ROWS =
  '孩子 小孩子 小孩 宝宝 宝贝 娃娃 娃儿 娃 小朋友 婴儿 儿子 女儿 闺女|老人 老年人 老人家 老太太 老爷子 老头 奶奶 爷爷 外婆 外公 姥姥 姥爷|' +
  '去世 过世 死亡 死了 逝世 病故 离世 病逝 亡故|补贴 补助 津贴 补助金 补助费|丢了 丢失 遗失 弄丢了 弄丢 搞丢 丢掉 不见了 找不到 掉了|到期 过期 期满|补办 补领 补发 重办|' +
  '饭店 餐馆 饭馆 餐厅 馆子 酒楼 小馆子|车辆 机动车 汽车 轿车 小汽车 小车 车子 私家车|看病 就医 就诊 治病 看医生 瞧病|外地 异地 外省 跨省 省外|' +
  '农村 乡下 村里 村子里|离职 辞职|交 缴纳 缴费 交费 缴|改 更改 修改 变更 更换|买房 购房 买房子 购买房屋|房子 房屋|身份证 身分证|工资 工钱 薪水 薪资|辞退 开除 解雇 裁员 炒鱿鱼|' +
  '没工作 没有工作 没活干|怀孕 怀了 有身孕|残疾 残障 伤残|转让 盘给 转给|读书 念书 上学|妻子 老婆 媳妇 丈夫 老公 爱人|找律师 请律师|小卖部 小卖铺 小卖店 杂货铺|注销 取消 销掉|破损 破了 损坏 坏了 弄坏 撕了 撕破';

const standsFor = new Map<string, string>();
for (const row of ROWS.split('|')) {
  const [first = '', ...others] = row.split(' ');
  for (const other of others) standsFor.set(other, first);
}
const any = new RegExp([...standsFor.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** A normalised text with each way of saying a thing replaced by the one that stands for it. */
export function withOneWord(text: string): string {
  return text.replace(any, (word) => standsFor.get(word) ?? word);
}
