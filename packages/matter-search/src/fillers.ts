/** Words of asking, which say nothing about the matter: they neither help nor harm. */
export const FILLERS: readonly string[] = (
  '我 我们 我想 我要 我家 想 想要 要 需要 请 请问 想问 问 问一下 怎么 怎么样 怎样 怎么办 怎么办理 如何 咋 咋办 哪里 哪儿 哪个 哪些 在哪 去哪 什么 什么证 什么手续 多少钱 多久 多长时间 几天 ' +
  '材料 手续 流程 步骤 条件 资料 时间 费用 要求 办 办理 去办 办证 要办证 什么许可 啥许可 啥证 啥 咋弄 怎么弄 弄 搞 做 申请 申办 申领 领 领取 拿 可以 能 能不能 可不可以 能否 应该 应当 该 得 会 吗 呢 啊 吧 呀 嘛 么 的 地 了 着 过 是 有 和 与 及 或 在 ' +
  '到 去 给 帮 帮忙 帮我 把 被 让 一个 一张 一下 一家 一间 一点 一点儿 点儿 个 张 下 点 这 那 这个 那个 些 一些 网上 线上 预约 查询 咨询 入口 官网 先 还 还是 都 就 也 才 又 再 不 没 没有 如果 因为 现在 最近 今年 去年 明年 已经 刚 刚刚 ' +
  '自己 政策 规定 标准 好 您好 你好 谢谢 服务 事项 本人 你 您 他 她 它 我妈 我爸 妈妈 爸爸 妈 爸 以后 之后 之前 以前 后 前 时候 从 对 为 为了 用 里 里面 上 每 每个 月 年'
).split(' ');

/** The same in letters; longest first where one begins another. */
export const LATIN_FILLERS: readonly string[] = (
  'howcani howdoi howto wheretodo whereto whatdoi needto wantto iwantto please apply applyfor application application forget get for my the an a i to do of in is can need want where what when how and ' +
  'woyao woxiang zenmeban zenme ruhe banli shenqing xuyao shenme qingwen keyi ban'
).split(' ');

/** English words of asking, where a whole line falls into words: inside pinyin they would be chance. */
export const ENGLISH_FILLERS: readonly string[] = [
  ...LATIN_FILLERS,
  ...(
    'i am are me you your our his her it on with at from about some new having have has got getting going go does did ' +
    'was will would should could there this that be been if so just now'
  ).split(' '),
];
