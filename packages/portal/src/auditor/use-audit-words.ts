import { useQuery } from '@tanstack/react-query';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { cityQuery } from '../server/queries.ts';
import type { AuditLine } from './audit-door.ts';

/** How much of a thumbprint tells two people apart on one page. */
const SHORT = 6;

/** Lines in plain words: codes and ids go in, and nothing that was not in the line comes out. */
export function useAuditWords() {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const city = useQuery(cityQuery);
  const organName = (org: string | undefined): string => {
    if (org === undefined) return '';
    const known = city.data?.departments.find(({ id }) => id === org)?.name;
    return known ?? (org === 'platform' ? t('auditor.platform') : org);
  };
  return {
    organName,
    doorName: (stream: string) => (stream === 'api' ? t('auditor.doorApi') : organName(stream.split(':')[1])),
    /** A deed of the ledger may have the name of a look. */
    action: (action: string, kind = '') => {
      const key = action.replaceAll('.', '-');
      const named = t(`deeds.${key}`, { defaultValue: t(`rights.deeds.${key}`, { defaultValue: action }) });
      const look = t(`auditor.actions.${key}`, { defaultValue: named });
      return kind === 'deed' ? t(`auditor.deeds.${key}`, { defaultValue: look }) : look;
    },
    kind: (kind: string) => t(`auditor.kinds.${kind}`, { defaultValue: kind }),
    purpose: (purpose: string) =>
      t(`unmask.purposes.${purpose}`, { defaultValue: t(`auditor.purposes.${purpose}`, { defaultValue: purpose }) }),
    result: (result: string) => (result === 'allowed' ? t('auditor.allowed') : codeWords(result)),
    /** Whose line it is: the organ and a sign that stays the same for one key; a person without an organ is no officer. */
    actor: ({ kid, account, org }: AuditLine['actor']) => {
      const sign = (kid ?? account ?? '').slice(-SHORT);
      if (sign === '') return t('auditor.nobody');
      if (org !== undefined) return t('auditor.officer', { organ: organName(org), sign });
      return t(kid === undefined ? 'auditor.account' : 'auditor.party', { sign });
    },
  };
}

export type AuditWords = ReturnType<typeof useAuditWords>;
