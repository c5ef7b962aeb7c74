import type { ScopeItem } from '../forms/search-scope.ts';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, type Service } from '../server/service.ts';

/** What the scope brings with it: a person who must look, an approval by somebody else, or a permit to be had before opening. */
export function ScopeNote({ item, service }: { readonly item: ScopeItem; readonly service: Service }) {
  const { t, i18n } = useTranslation();
  const approval = service.priorApprovals?.find(({ codes }) => codes.includes(item.code));
  const keys = [`scope.${item.treatment}`, `permit.${item.laterPermit ?? ''}`];
  const notes = keys.map((key) => findServiceWords(service, key, i18n.language)).filter((note) => note !== undefined);
  if (approval !== undefined) {
    const { item: needed, authority, article } = approval;
    notes.push(t('catalogue.first', { item: needed, authority, ...article }));
    if (approval.enterprisesOnly) notes.push(t('catalogue.enterprises'));
  }
  return notes.map((note) => (
    <span key={note} className="choice-hint warn">
      {note}
    </span>
  ));
}
