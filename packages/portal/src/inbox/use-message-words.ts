import type { CaseMessage } from '@minglu/sdk';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
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
  const known = t(`inbox.kinds.${kind}.step`, { defaultValue: '' }) === '' ? 'other' : kind;
  const holes = {
    points: Number(facts.points ?? 0),
    dueAt: typeof facts.dueAt === 'number' ? format.day(facts.dueAt) : '',
    until: typeof facts.until === 'number' ? format.day(facts.until) : '',
    form: typeof facts.form === 'string' ? t(`represent.forms.${facts.form}`) : '',
    deed: typeof facts.deed === 'string' ? t(`represent.deeds.${facts.deed}`, { defaultValue: facts.deed }) : '',
  };
  // Said with every step that an agent brought about; those about agents themselves say it in their own sentence.
  const byAgent = holes.form === '' || kind.startsWith('agent-') ? '' : t('represent.byAgent', { form: holes.form });
  // The service's own words, as the department sends them, where none of its facts is missing.
  const own = findServiceWords(service, `message.${kind}`, i18n.language);
  const filled = own?.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    facts[name] === undefined ? hole : String(holes[name as keyof typeof holes]),
  );
  if (filled !== undefined && !/\{\w+\}/.test(filled)) return { step: filled, sentence: byAgent };
  // The sentence with its holes left open: one that would have to say what is not known is not said at all.
  const open = { points: '{{points}}', dueAt: '{{dueAt}}', until: '{{until}}', form: '{{form}}', deed: '{{deed}}' };
  const raw = t(`inbox.kinds.${known}.sentence`, open);
  const isWhole = Object.entries(open).every(([name, hole]) => !raw.includes(hole) || facts[name] !== undefined);
  return {
    step: t(`inbox.kinds.${known}.step`),
    sentence: `${isWhole ? t(`inbox.kinds.${known}.sentence`, holes) : ''}${byAgent}`,
  };
}
