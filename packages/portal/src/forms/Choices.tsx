import { FieldError } from './FieldError.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesProps {
  /** The first radio carries this id, so an error summary can lead to it. */
  readonly id: string;
  readonly legend: string;
  readonly legendHidden?: boolean;
  readonly problem?: string | undefined;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

export function Choices({ id, legend, legendHidden = false, problem, choices, value, onChange }: ChoicesProps) {
  return (
    <fieldset className="field" {...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` })}>
      <legend className={legendHidden ? 'hidden-visually' : ''}>{legend}</legend>
      <FieldError id={id} problem={problem} />
      {choices.map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            name={id}
            id={index === 0 ? id : `${id}-${choice.value}`}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span>{choice.label}</span>
            {choice.hint !== undefined && <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
