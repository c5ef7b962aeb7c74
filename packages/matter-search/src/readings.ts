import { COMMON_CHARACTERS } from './common-characters.ts';

/** Characters in daily use with a second reading, or outside the common table; the first reading is in the table. */
const OTHER_READINGS =
  'ye:咽 zhang:长 zhong:重 hai:还 yue:乐 liao:了 dei:得 dou:都 shuai:率 lv:率 shan:单 kuai:会 jiao:校觉 xiao:校 shen:参什 tan:弹 tiao:调 diao:调 che:车 ju:车 dai:大 ' +
  'ji:给系 xiang:降巷 jue:角 hang:行 xing:行省 luo:落 la:落 shi:什似识石 qu:区 shuo:说 shui:说 tui:褪 xi:系 xue:血 xie:血解 yao:约 zeng:曾 ceng:曾 zhao:着爪朝 zhuo:着 zhuan:传 chuan:传 ' +
  'she:折 cheng:盛称 chen:称 su:宿 bo:薄 bao:薄 bian:便 pian:便 chai:差 zang:藏 cang:藏 chao:朝 chu:畜 xu:畜 zha:查扎 ka:卡 qia:卡 ke:壳 shou:熟 shu:数属 zhu:属 xiu:宿 ' +
  'zhen:帧 sheng:省 ban:扳 bei:被 mo:没模 mu:模 ba:把 fo:佛 ge:个 gong:供 he:和 hu:和 hua:华 jia:价 jian:间 pu:铺堡 qi:其期 ti:提 xia:吓 yu:与 zuo:作 na:那 nei:那 shei:谁 nong:弄 long:弄 chang:长场 zai:崽 bin:殡 bian:匾便 liu:遛 si:蛳 you:鱿';

function parse(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (character: string, reading: string) => {
    const readings = found.get(character);
    if (readings === undefined) found.set(character, [reading]);
    else if (!readings.includes(reading)) readings.push(reading);
  };
  for (const [, reading = '', characters = ''] of COMMON_CHARACTERS.matchAll(/([a-z]+)([^a-z\s]+)/g))
    for (const character of characters) add(character, reading);
  for (const [, reading = '', characters = ''] of OTHER_READINGS.matchAll(/([a-z]+):(\S+)/g))
    for (const character of characters) add(character, reading);
  return found;
}

const readings = parse();

/** Every syllable there is, without tone. */
export const allReadings: ReadonlySet<string> = new Set([...readings.values()].flat());
const NONE: readonly string[] = [];

/** How a character is read, without tone; nothing for a character outside the common table. */
export function readingsOf(character: string): readonly string[] {
  return readings.get(character) ?? NONE;
}

/** What many people hear and type alike: zh and z, ch and c, sh and s, -ng and -n. */
export function foldSound(reading: string): string {
  return reading.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

/** The same for a whole word in letters. */
export function foldLetters(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/([aei])ng/g, '$1n');
}

/** A character as a typist and a listener know it. */
export interface Sound {
  readonly character: string;
  readonly readings: readonly string[];
  readonly folded: readonly string[];
}

export function soundOf(character: string): Sound {
  const list = readingsOf(character);
  return { character, readings: list, folded: list.map(foldSound) };
}
