import type { Matter } from '@minglu/matters';
import { Link } from 'react-router';
import { Tag } from '../design/Tag.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { type Words, wordsIn } from '../server/service.ts';
import { markTerms } from './mark-terms.ts';

interface MatterItemProps {
  readonly matter: Matter;
  readonly organ: Words;
  /** Words of the query as they stand in the name: marked there. */
  readonly terms?: readonly string[];
}

/** One matter in a list: what it is called, what it is about, who handles it, and whether it goes online here. */
export function MatterItem({ matter, organ, terms = [] }: MatterItemProps) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <Link to={`/matters/${matter.id}`}>
        <strong>
          {markTerms(wordsIn(matter.name, i18n.language), terms).map(({ text, isMarked, at }) =>
            isMarked ? <mark key={at}>{text}</mark> : text,
          )}
        </strong>
      </Link>
      <p className="small">{wordsIn(matter.summary, i18n.language)}</p>
      <p className="small soft">
        {wordsIn(organ, i18n.language)} {matter.canApply && <Tag tone="good">{t('matters.online')}</Tag>}
      </p>
    </li>
  );
}
