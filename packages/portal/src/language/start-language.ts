import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { PortalError } from '../server/failure.ts';
import { localRecord } from '../store/local-record.ts';
import { type Language, parseLanguage } from './language.ts';

const chosen = localRecord('minglu.language', parseLanguage);

const files: Readonly<Record<Language, string>> = {
  'zh-CN': new URL('../messages/zh-CN.json', import.meta.url).href,
  en: new URL('../messages/en.json', import.meta.url).href,
};

/** Fetched as data, not as script: a phone reads it several times faster. */
async function loadMessages(language: Language): Promise<Record<string, unknown>> {
  const answer = await fetch(files[language]);
  if (!answer.ok) throw new PortalError('unreachable');
  return answer.json() as Promise<Record<string, unknown>>;
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
