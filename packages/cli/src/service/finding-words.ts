import type { Finding, FindingCode } from '@minglu/city';

/** What to do about a finding, for the developer who reads it. */
const WORDS: Readonly<Record<FindingCode, string>> = {
  'file-missing': '缺少文件，请补上 the file is not there; write it',
  'json-malformed':
    '不是可用的 JSON（不许小数、尾随逗号、注释） not usable JSON: no fractions, trailing commas or comments',
  'member-missing': '缺少这一项 this member is missing; add it',
  'member-unknown': '不认识的项，请删去或改正拼写 nobody reads this member; remove it or correct its spelling',
  'member-unfit': '值不合要求，应为 the value does not fit; wanted is what may stand here',
  'words-missing': '缺少这句话，两种语言都要写 this sentence is missing; both languages have every sentence',
  'article-missing':
    '公开这一项须有条文依据：请在 publicFields 中写明 this stands in public: name the article in publicFields',
  'field-not-asked': '表单没有问这一项 no question asks for this field; add one',
  'field-asked-twice': '同一项问了两次 two questions ask for this field; keep one',
  'field-unknown':
    '公开字段未声明，或缺少 value（自有字段必须有，共有字段不能有） no such public field, or its value is missing: own fields have one, common ones none',
  'question-unfit': '问题的类型与字段不符 the question is not of its field’s kind; wanted says which',
  'code-repeated': '代码或编号重复 this code stands twice; each once',
  'question-unreachable':
    '这一题永远不会问到：when 指的须是前面的选择题，代码须在它的选项里 this question is never asked: when names an earlier choice and codes it offers',
  'number-form-unfit':
    '证号格式不可用：字母 2–4 个，数字部分含 {serial:5–9}，以 {check} 结尾 not a usable form of numbers: 2–4 letters, {serial:5–9} among the digits, {check} last',
  'fact-unattested':
    '没有写明由谁证明：请填 attester，并在打包时用 --attester 列出 nobody is named who states this fact: say attester, and list it with --attester',
  'message-without-template': '这一步没有通知用语 people are told of this step, and there are no words for it',
  'message-personal':
    '通知里不许有个人信息：只能填 dueAt、points、until no personal data in a message: it may be filled with dueAt, points, until',
  'contract-not-built': '合约不能打包成一个文本 contract.ts does not bundle to one text',
  'contract-failed': '合约在沙箱里没有答出来 the contract did not answer in the sandbox; reason is how it ended',
  'contract-expensive': '合约用掉一半以上的燃料，请简化 more than half of the gas is used; make it simpler',
  'contract-not-deterministic': '同样的输入，两次答案不同 two runs over the same input answer differently',
  'contract-answer-malformed':
    '答案不是 grant、propose 或 ask 加依据：机器不能作出不利决定 the answer is not grant, propose or ask with a trace: a machine refuses nobody',
  'contract-never-grants': '两个样例都没有准予：请检查规则 neither fixture is granted; look at the rules',
  'rule-without-article': '规则没有条文（法律名称 第…条） a rule cites no article, as “law 第…条”',
  'rule-without-words': '规则没有说明文字 this rule has no sentence in the messages',
  'fact-undeclared': '规则用到的事实没有写进 facts a rule rests on a fact that facts does not list',
  'sample-unfit': '账本不接受这个样例 the ledger refuses this fixture; code and facts are its own',
  'sample-decision': '样例的结果与预期不同 the contract decides this fixture otherwise than it says',
  'story-refused': '账本拒绝了这一步 the ledger refuses this step; code and facts are its own',
  'story-outcome': '这一步的结果与预期不同 the step ends otherwise than it says',
  'story-missing': '故事里没有用到这条不予理由 no step of the story refuses for this reason; add one',
  'story-thin': '故事里缺少这种结局 the story never comes to this end; add a step',
};

/** One line a finding: place, code, facts; then what to do. */
export function findingLines(finding: Finding): string[] {
  const { code, file, at, facts = {} } = finding;
  const place = at === '' ? file : `${file}: ${at}`;
  const said = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  return [`✗ ${place}  ${code}${said.length === 0 ? '' : ` (${said.join(', ')})`}`, `    ${WORDS[code]}`];
}
