import type { Finding } from './finding.ts';
import type { ServiceFolder } from './service-folder.ts';

/** Steps of a case that every service has, and those that come with a clock: each is told in the service's own words. */
const ALWAYS = ['pending', 'granted', 'refused'];
const WITH_CLOCK = [
  'returned',
  'extended',
  'overdue',
  'withdrawn',
  'review-asked',
  'review-answered',
  'review-overdue',
];

/** What a message may be filled with: public and small. An SMS lies open on a locked phone. */
const FILLED = new Set(['dueAt', 'points', 'until']);
const HOLE = /\{([^{}]*)\}/g;
/** Numbers as long as a phone's or an identity card's have no place in a sentence to everybody. */
const LONG_NUMBER = /[0-9][0-9 -]{6,}/;

/** Each step has its template, and no template has room for what is somebody's. */
export function* checkMessages({ manifest, messages }: ServiceFolder): Iterable<Finding> {
  const isUnderClock = manifest.permit !== undefined || manifest.registration !== undefined;
  const steps = isUnderClock ? [...ALWAYS, ...WITH_CLOCK] : ALWAYS;
  for (const language of ['zh-CN', 'en'] as const) {
    const file = `messages/${language}.json`;
    for (const step of steps) {
      if (messages[language][`message.${step}`] === undefined)
        yield { code: 'message-without-template', file, at: `message.${step}` };
    }
    for (const [at, text] of Object.entries(messages[language])) {
      if (!at.startsWith('message.')) continue;
      const holes = [...text.matchAll(HOLE)].map(([, name = '']) => name).filter((name) => !FILLED.has(name));
      for (const name of holes) yield { code: 'message-personal', file, at, facts: { name } };
      if (LONG_NUMBER.test(text)) yield { code: 'message-personal', file, at, facts: { name: '0-9' } };
    }
  }
}
