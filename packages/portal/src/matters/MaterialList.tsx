import type { Duty, Material } from '@minglu/matters';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { wordsIn } from '../server/service.ts';

const tones: Readonly<Record<Duty, Tone>> = { required: 'brand', 'may-follow': 'warn', 'not-asked': 'good' };

/** Each paper with its duty in a word (必交, 可容缺, 免提交) and why. */
export function MaterialList({ materials }: { readonly materials: readonly Material[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="list">
      {materials.map(({ paper, duty, why }) => (
        <li key={paper['zh-CN']}>
          <p className="material">
            <strong>{wordsIn(paper, i18n.language)}</strong> <Tag tone={tones[duty]}>{t(`matters.duty.${duty}`)}</Tag>
          </p>
          <p className="small soft">{wordsIn(why, i18n.language)}</p>
        </li>
      ))}
    </ul>
  );
}
