import { Icon } from '../design/Icon.tsx';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete?: string;
  readonly lines?: number;
  readonly maxLength?: number;
  readonly type?: 'text' | 'number' | 'date';
}

/** A labelled text input whose hint and problem are read out with it. */
export function TextField({
  id,
  label,
  hint,
  problem,
  value,
  onChange,
  autoComplete = 'off',
  lines,
  maxLength,
  type = 'text',
}: TextFieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim();
  const shared = {
    id,
    className: 'input',
    value,
    autoComplete,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  };
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
      {lines === undefined ? (
        <input type={type} {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
