import { useTranslation } from '../language/use-translation.ts';
import type { Asked } from './attest-everywhere.ts';

/** Each department by name with how it stands: one that is silent or failed hides behind no other. */
export function AskedDepartments({ asked }: { readonly asked: readonly Asked[] }) {
  const { t } = useTranslation();
  if (asked.length === 0) return null;
  return (
    <ul className="small">
      {asked.map(({ id, name, state, code }) => (
        <li key={id} data-attester={id} data-state={state}>
          {t('looks.pair', { label: name, value: t(`registering.asked.${state}`) })}
          {code !== undefined && <span className="soft mono"> {code}</span>}
        </li>
      ))}
    </ul>
  );
}
