import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { localRecord } from '../store/local-record.ts';
import { type Language, parseLanguage } from './language.ts';

const chosen = localRecord('minglu.language', parseLanguage);

async function loadMessages(language: Language): Promise<Record<string, unknown>> {
  const file = language === 'en' ? await import('../messages/en.json') : await import('../messages/zh-CN.json');
  return file.default;
}

/** Loads the chosen language's messages; only that file travels. */
export async function startLanguage(): Promise<void> {
  const language = chosen.read() ?? 'zh-CN';
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await loadMessages(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loadMessages(language));
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  chosen.write(language);
}
