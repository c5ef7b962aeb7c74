/** 分 in what somebody typed as yuan; undefined for what is no such amount. Thousands may be set apart. */
export function parseMoney(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s￥¥元]/g, '');
  const [, yuan, fen = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
}

/** `1234567` is `12,345.67`. */
export function formatMoney(fen: number): string {
  const yuan = String(Math.trunc(fen / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % 100).padStart(2, '0')}`;
}
