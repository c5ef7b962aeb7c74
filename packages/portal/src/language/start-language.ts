import { PortalError } from '../server/failure.ts';
import { localRecord } from '../store/local-record.ts';
import { type Language, parseLanguage } from './language.ts';
import type { Sentences } from './say.ts';
import { hasWords, keepWords, speak } from './words.ts';

const chosen = localRecord('minglu.language', parseLanguage);

const files: Readonly<Record<Language, string>> = {
  'zh-CN': new URL('../messages/zh-CN.json', import.meta.url).href,
  en: new URL('../messages/en.json', import.meta.url).href,
};

const RETRIES = 1;
const RETRY_MS = 500;

/** Fetched as data, not as script: a phone reads it several times faster. */
async function loadMessages(language: Language): Promise<Sentences> {
  for (let tried = 0; ; tried += 1) {
    try {
      const answer = await fetch(files[language]);
      if (answer.ok) return (await answer.json()) as Sentences;
    } catch {
      // A line that broke, or half a file: asked once more below.
    }
    if (tried === RETRIES) throw new PortalError('unreachable');
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Loads the chosen language's messages; only that file travels. */
export async function startLanguage(): Promise<void> {
  await show(chosen.read() ?? 'zh-CN');
}

export async function changeLanguage(language: Language): Promise<void> {
  await show(language);
  chosen.write(language);
}

async function show(language: Language): Promise<void> {
  if (!hasWords(language)) keepWords(language, await loadMessages(language));
  speak(language);
  document.documentElement.lang = language;
}
