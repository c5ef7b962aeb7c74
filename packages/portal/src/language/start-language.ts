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

const RETRIES = 1;
const RETRY_MS = 500;

/** Fetched as data, not as script: a phone reads it several times faster. */
async function loadMessages(language: Language): Promise<Record<string, unknown>> {
  for (let tried = 0; ; tried += 1) {
    try {
      const answer = await fetch(files[language]);
      if (answer.ok) return (await answer.json()) as Record<string, unknown>;
    } catch {
      // A line that broke, or half a file: asked once more below.
    }
    if (tried === RETRIES) throw new PortalError('unreachable');
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
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
