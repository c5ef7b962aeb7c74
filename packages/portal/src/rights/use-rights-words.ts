import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.ts';
import { organisationsQuery } from './organisations-query.ts';

export interface RightsWords {
  /** 市场监督管理局 and not `market-regulation`; the id until the register has answered. */
  orgName(id: string): string;
  deedName(deed: string): string;
  roleName(role: string): string;
  /** Names with the language's own sign between. */
  list(names: readonly string[]): string;
}

/** Deeds, roles and organisations as people call them. */
export function useRightsWords(): RightsWords {
  const { t } = useTranslation();
  const organisations = useQuery(organisationsQuery);
  return {
    orgName: (id) => organisations.data?.find((one) => one.id === id)?.name ?? id,
    deedName: (deed) => t(`rights.deeds.${deed.replace('.*', '-all').replace('.', '-')}`, { defaultValue: deed }),
    roleName: (role) => t(`rights.roles.${role}`, { defaultValue: role }),
    list: (names) => names.join(t('looks.nameGap')),
  };
}
