import { Icon } from '../design/Icon.tsx';

interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly empty: string;
  readonly problem: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The platform's own list: every phone and every screen reader has a good one. */
export function SelectField({ id, label, hint, empty, problem, options, value, onChange }: SelectFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="hint" id={`${id}-hint`}>
        {hint}
      </div>
      {problem !== undefined && (
        <div className="field-error" id={`${id}-problem`}>
          <Icon name="bad" />
          {problem}
        </div>
      )}
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
