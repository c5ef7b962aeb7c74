import { Field, type FieldProps } from './Field.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

interface SelectFieldProps extends FieldProps {
  /** Words of the choice that is none; without them one is always chosen. */
  readonly empty?: string;
  /** Options of one group follow each other. */
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The platform's own list: every phone and every screen reader has a good one. */
export function SelectField({ empty, options, value, onChange, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {groupsOf(options).map(({ group, members }) =>
            group === undefined ? (
              members.map(choice)
            ) : (
              <optgroup key={group} label={group}>
                {members.map(choice)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function choice({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function groupsOf(options: readonly Option[]): { group: string | undefined; members: Option[] }[] {
  const groups: { group: string | undefined; members: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}
