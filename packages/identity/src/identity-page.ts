import type { IdentityAccount } from './identity-account.ts';

interface PageParts {
  readonly uid: string;
  readonly accounts: readonly IdentityAccount[];
  /** The lowest level that the platform takes this time. */
  readonly least: number;
  /** Something was picked that does not go together. */
  readonly hasProblem?: boolean;
}

/** Citizens whom everybody sees at once; the officers always. */
const SHOWN = 10;
const CITIZENS = 'public-security';

const LEVELS: readonly (readonly [level: number, words: string])[] = [
  [1, '一级：手机号实名 phone'],
  [2, '二级：证件与人脸，或不刷脸的途径 document, with a face or without'],
  [3, '三级：数字证书或通行密钥 certificate or passkey'],
];

const STYLE = `body{font:18px/1.6 system-ui,"Noto Sans SC",sans-serif;margin:0 auto;max-width:40rem;padding:1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}fieldset{border:1px solid #767676;border-radius:.4rem;margin:1rem 0;padding:.5rem 1rem}
label{display:block;padding:.35rem 0}small{color:#595959}input{inline-size:1.2rem;block-size:1.2rem;vertical-align:-.2rem}
.warn{background:#fff4d6;border:1px solid #8a6100;border-radius:.4rem;padding:.6rem 1rem}
button{font:inherit;padding:.6rem 1.6rem;background:#123f6d;color:#fff;border:0;border-radius:.4rem}
button:focus,input:focus{outline:3px solid #ffb000;outline-offset:2px}`;

/** 统一身份认证（演示）, whole in one text: no script, nothing loaded. */
export function identityPage({ uid, accounts, least, hasProblem = false }: PageParts): string {
  const able = accounts.filter(({ level }) => level >= least);
  const isShown = ({ organisation }: IdentityAccount, at: number) => at < SHOWN || organisation !== CITIZENS;
  const rows = (list: readonly IdentityAccount[]) =>
    list.map(
      ({ id, name, note }) =>
        `<label><input type="radio" name="account" required value="${escapeHtml(id)}"> ${escapeHtml(name)} <small>${escapeHtml(note)}</small></label>`,
    );
  const levels = LEVELS.filter(([level]) => level >= least).map(
    ([level, words], at) =>
      `<label><input type="radio" name="level" required value="${level}"${at === 0 ? ' checked' : ''}> ${words}</label>`,
  );
  return identityFrame(
    '统一身份认证（演示）',
    `<p class="warn">人物均为虚构，选中即可登录。Everybody is invented; picking somebody signs in as them.</p>
${hasProblem ? '<p class="warn" role="alert">请选一个人，并选此人办得到的等级。Pick somebody, and a level that they have the means for.</p>' : ''}
<form method="post" action="/interaction/${escapeHtml(uid)}">
<fieldset><legend>认证等级 level</legend>${levels.join('')}</fieldset>
<button type="submit">登录 sign in</button>
<fieldset><legend>您是 you are</legend>${rows(able.filter(isShown)).join('')}
<details><summary>其他人 others</summary>${rows(able.filter((one, at) => !isShown(one, at))).join('')}</details></fieldset>
<button type="submit">登录 sign in</button>
</form>`,
  );
}

/** @param title plain text @param body HTML of ours */
export function identityFrame(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>统一身份认证（演示）</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
