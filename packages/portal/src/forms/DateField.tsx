import { Icon } from '../design/Icon.tsx';

interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** `YYYY-MM-DD`, or nothing yet. */
  readonly value: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The platform's own calendar: a phone brings up its wheel, a keyboard types the digits. */
export function DateField({ id, label, hint, problem, value, min, max, onChange }: DateFieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <div className="field-error" id={`${id}-problem`}>
          <Icon name="bad" />
          {problem}
        </div>
      )}
      <input
        id={id}
        className="input"
        type="date"
        value={value}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
