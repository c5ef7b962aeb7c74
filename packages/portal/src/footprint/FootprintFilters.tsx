import { Checkboxes } from '../forms/Checkboxes.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { FootprintFilter } from './footprint-filter.ts';
import type { OwnFile } from './own-doors.ts';

interface FootprintFiltersProps {
  readonly files: readonly OwnFile[];
  readonly filter: FootprintFilter;
  readonly change: (filter: FootprintFilter) => void;
}

const kinds: readonly FootprintFilter['kind'][] = ['all', 'opened', 'read', 'deed', 'denied'];

export function FootprintFilters({ files, filter, change }: FootprintFiltersProps) {
  const { t } = useTranslation();
  return (
    <form className="footprint-filters" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        id="footprint-case"
        label={t('footprint.case')}
        empty={t('footprint.allCases')}
        options={files.map(({ id, name }) => ({ value: id, label: nameOf(name, id, t) }))}
        value={filter.case}
        onChange={(value) => change({ ...filter, case: value })}
      />
      <SelectField
        id="footprint-kind"
        label={t('footprint.kind')}
        options={kinds.map((value) => ({ value, label: t(`footprint.filters.${value}`) }))}
        value={filter.kind}
        onChange={(value) => change({ ...filter, kind: kinds.find((one) => one === value) ?? 'all' })}
      />
      <Checkboxes
        id="footprint-own"
        legend={t('footprint.own')}
        choices={[{ value: 'own', label: t('footprint.withOwn') }]}
        picked={filter.withOwn ? ['own'] : []}
        onChange={(picked) => change({ ...filter, withOwn: picked.length > 0 })}
      />
    </form>
  );
}

/** Two shops of one name are told apart by the beginning of their numbers. */
function nameOf(name: string | undefined, id: string, t: (key: string) => string): string {
  return `${name === undefined || name === '' ? t('registering.name.none') : name} · ${id.slice(0, 6)}`;
}
