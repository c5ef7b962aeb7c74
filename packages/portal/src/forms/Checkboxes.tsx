import type { Choice } from './Choices.tsx';
import { FieldError } from './FieldError.tsx';

interface CheckboxesProps {
  /** The first box carries this id, so an error summary can lead to it. */
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly choices: readonly Choice[];
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** Any number of a short list; what is picked stays in the order it was picked in. */
export function Checkboxes({ id, legend, hint, problem, choices, picked, onChange }: CheckboxesProps) {
  return (
    <fieldset className="field" {...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` })}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <FieldError id={id} problem={problem} />
      {choices.map(({ value, label }, at) => (
        <label className="choice" key={value}>
          <input
            type="checkbox"
            id={at === 0 ? id : `${id}-${value}`}
            checked={picked.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...picked, value] : picked.filter((one) => one !== value))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
