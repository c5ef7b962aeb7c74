import type { Article } from '@minglu/service-kit';

/** Words that a name may carry only with leave or never, with the article that says so. */
export interface ForbiddenWords {
  /** Key of the service's message that explains it: `name.<code>`. */
  readonly code: 'state' | 'organs' | 'foreign' | 'indecent' | 'misleading' | 'other-forms';
  readonly article: Article;
  readonly words: readonly string[];
}

/** How a name is put together and what it may not have; data, so that the form can show it while somebody types. */
export interface NameRule {
  /** 行政区划 + 字号 + 行业 + 组织形式. */
  readonly partsArticle: Article;
  /** 组织形式, longest first. */
  readonly forms: readonly string[];
  /** Put after the form, and no part of it. */
  readonly suffix: string;
  /** 规范汉字: other characters are explained by `name.characters`. */
  readonly charactersArticle: Article;
  /** 字号 of two characters or more. */
  readonly shopNameArticle: Article;
  readonly forbidden: readonly ForbiddenWords[];
}

const LAW = '企业名称登记管理规定';

/**
 * 企业名称登记管理规定 (2020, in force since 2021-03-01), which names of individual businesses follow (its 实施办法, 2023; before, by
 * 个体工商户名称登记管理办法, 2008, articles 6 to 11, from which the forms come). Finding a word refuses nothing: a person looks. None of the three
 * texts was at hand as an official file; the lists are a working selection and the office's own prevails.
 */
export const nameRule: NameRule = {
  partsArticle: { law: LAW, article: '第六条' },
  forms: words(
    '服务中心 经营部 服务部 工作室 营业部 批发部 门市部 专卖店 加工厂 服务站 便民店 中心 商行 商店 商场 超市 饭庄 酒楼 茶楼 酒店 宾馆 书屋 书社 厂 店 馆 部 行 铺 坊 屋 社 摊 室 吧 园 庄 站 城 厅 庭 阁 轩 楼 居 档 亭 院 场 队',
  ),
  suffix: '（个体工商户）',
  charactersArticle: { law: LAW, article: '第五条' },
  shopNameArticle: { law: LAW, article: '第八条' },
  forbidden: [
    {
      code: 'state',
      article: { law: LAW, article: '第十二条' },
      words: words('中国 中华 中央 全国 国家 国际 国务院'),
    },
    {
      code: 'organs',
      article: { law: LAW, article: '第十一条第三项' },
      words: words(
        '共产党 政府 人大 政协 法院 检察 公安 警察 军队 部队 武警 解放军 人民 委员会 红十字 共青团 工会 妇联 协会 学会 基金会',
      ),
    },
    {
      code: 'foreign',
      article: { law: LAW, article: '第十一条第四项' },
      words: words('美国 英国 法国 德国 日本 韩国 俄罗斯 意大利 联合国 欧盟 世贸组织 世卫组织'),
    },
    {
      code: 'indecent',
      article: { law: LAW, article: '第十一条第五项' },
      words: words('色情 赌场 赌博 算命 占卜 驱邪 恐怖 暴力'),
    },
    {
      code: 'misleading',
      article: { law: LAW, article: '第十一条第八项' },
      words: words('银行 证券 保险 交易所 大学 医院 特供 专供 国宴 国旗 国徽 国歌'),
    },
    {
      code: 'other-forms',
      article: { law: LAW, article: '第十条' },
      words: words('公司 集团 企业 有限 股份 合伙 合作社 事务所'),
    },
  ],
};

function words(text: string): string[] {
  return text.split(' ');
}
