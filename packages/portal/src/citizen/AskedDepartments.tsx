import { useTranslation } from 'react-i18next';
import type { Asked } from './attest-everywhere.ts';

/** Each department by name with how it stands: one that is silent or failed hides behind no other. */
export function AskedDepartments({ asked }: { readonly asked: readonly Asked[] }) {
  const { t } = useTranslation();
  if (asked.length === 0) return null;
  return (
    <ul className="small">
      {asked.map(({ id, name, state, code }) => (
        <li key={id} data-attester={id} data-state={state}>
          {name}：{t(`registering.asked.${state}`)}
          {code !== undefined && <span className="soft mono"> {code}</span>}
        </li>
      ))}
    </ul>
  );
}
