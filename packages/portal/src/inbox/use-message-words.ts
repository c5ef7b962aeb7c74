import type { CaseMessage } from '@minglu/sdk';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/use-format.ts';
import { findServiceWords, type Service } from '../server/service.ts';

/** The step's name and one sentence with its facts; a department newer than this page may know kinds that it does not. */
export function useMessageWords(
  { kind, facts }: Pick<CaseMessage, 'kind' | 'facts'>,
  service?: Service,
): {
  readonly step: string;
  readonly sentence: string;
} {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const known = i18n.exists(`inbox.kinds.${kind}.step`) ? kind : 'other';
  const holes = {
    points: Number(facts.points ?? 0),
    dueAt: typeof facts.dueAt === 'number' ? format.day(facts.dueAt) : '',
    until: typeof facts.until === 'number' ? format.day(facts.until) : '',
  };
  // The service's own words, as the department sends them, where none of its facts is missing.
  const own = findServiceWords(service, `message.${kind}`, i18n.language);
  const filled = own?.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    facts[name] === undefined ? hole : String(holes[name as keyof typeof holes]),
  );
  if (filled !== undefined && !/\{\w+\}/.test(filled)) return { step: filled, sentence: '' };
  const needs = { dueAt: 'dueAt', until: 'until', points: 'points' };
  const raw = String(i18n.getResource(i18n.language, 'translation', `inbox.kinds.${known}.sentence`) ?? '');
  const isWhole = Object.keys(needs).every((name) => !raw.includes(`{{${name}}}`) || facts[name] !== undefined);
  return {
    step: t(`inbox.kinds.${known}.step`),
    sentence: isWhole ? t(`inbox.kinds.${known}.sentence`, holes) : '',
  };
}
