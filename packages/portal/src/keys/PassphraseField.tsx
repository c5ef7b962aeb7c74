import { Icon } from '../design/Icon.tsx';

interface PassphraseFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly autoComplete: 'new-password' | 'current-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ id, label, hint, problem, autoComplete, value, onChange }: PassphraseFieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`];
  const describedBy = described.join(' ').trim();
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
        type="password"
        className="input"
        value={value}
        autoComplete={autoComplete}
        onChange={(event) => onChange(event.target.value)}
        {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
      />
    </div>
  );
}
