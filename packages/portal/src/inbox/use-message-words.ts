import type { CaseMessage } from '@minglu/sdk';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';

/** The step's name and one sentence with its facts; a department newer than this page may know kinds that it does not. */
export function useMessageWords({ kind, facts }: Pick<CaseMessage, 'kind' | 'facts'>): {
  readonly step: string;
  readonly sentence: string;
} {
  const { t } = useTranslation();
  const format = useFormat();
  const known = t(`inbox.kinds.${kind}.step`, { defaultValue: '' }) === '' ? 'other' : kind;
  const holes = {
    points: Number(facts.points ?? 0),
    dueAt: typeof facts.dueAt === 'number' ? format.day(facts.dueAt) : '',
    until: typeof facts.until === 'number' ? format.day(facts.until) : '',
  };
  // The sentence with its holes left open: one that would have to say what is not known is not said at all.
  const open = { points: '{{points}}', dueAt: '{{dueAt}}', until: '{{until}}' };
  const raw = t(`inbox.kinds.${known}.sentence`, open);
  const isWhole = Object.entries(open).every(([name, hole]) => !raw.includes(hole) || facts[name] !== undefined);
  return {
    step: t(`inbox.kinds.${known}.step`),
    sentence: isWhole ? t(`inbox.kinds.${known}.sentence`, holes) : '',
  };
}
