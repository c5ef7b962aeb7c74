/** What the article says that a trace cites: the words of the very paragraph, else those quoted from its article. */
export function findQuote(quotes: Readonly<Record<string, string>>, cited: string): string | undefined {
  // A law's name may have 条 in it as well: 市场主体登记管理条例 第十九条第一款.
  const whole = cited.slice(0, cited.lastIndexOf('条') + 1);
  if (whole === '') return undefined;
  const part = Object.keys(quotes).find((known) => known === whole || known.startsWith(`${whole}第`));
  return quotes[cited] ?? (part === undefined ? undefined : quotes[part]);
}
