import type { Guide } from '@minglu/matters';
import { Facts } from '../design/Facts.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { type Words, wordsIn } from '../server/service.ts';

/** 法定时限 each with its article, 承诺时限 beside them, and what it costs, where, with whom. */
export function MatterTimes({ guide, organ }: { readonly guide: Guide; readonly organ: Words }) {
  const { t, i18n } = useTranslation();
  const say = (words: Words): string => wordsIn(words, i18n.language);
  return (
    <Facts
      facts={[
        {
          label: t('matters.statutory'),
          value:
            guide.statutory.length === 0 ? undefined : (
              <ul className="plain">
                {guide.statutory.map(({ words, law, article }) => (
                  <li key={words['zh-CN']}>
                    {say(words)}{' '}
                    <span className="small soft">
                      《{law}》{article}
                    </span>
                  </li>
                ))}
              </ul>
            ),
        },
        { label: t('matters.promised'), value: say(guide.promised) },
        { label: t('matters.fee'), value: say(guide.fee) },
        { label: t('matters.organ'), value: say(organ) },
        { label: t('matters.office'), value: say(guide.office) },
        { label: t('matters.phone'), value: <a href={`tel:${guide.phone}`}>{guide.phone}</a> },
      ]}
    />
  );
}
