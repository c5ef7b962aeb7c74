/** The languages of the portal. Chinese is the default whatever the browser prefers: it is the language of the law shown here. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export function parseLanguage(raw: unknown): Language | undefined {
  return languages.find((language) => language === raw);
}
