import type { ReactNode } from 'react';
import { FieldError } from './FieldError.tsx';

/** What every labelled control is told about itself. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** To be spread over the control, whichever it is. */
interface ControlAttributes {
  readonly id: string;
  readonly className: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FrameProps extends FieldProps {
  /** Id of a line of the control's own that is read out too. */
  readonly status?: string;
  readonly alert?: boolean;
  readonly children: (control: ControlAttributes) => ReactNode;
}

/** The frame of a field: label, hint and problem, and a control that a screen reader hears all of them with. */
export function Field({ id, label, hint = '', problem, status, alert, children }: FrameProps) {
  const described = [
    hint === '' ? [] : `${id}-hint`,
    status ?? [],
    problem === undefined ? [] : `${id}-problem`,
  ].flat();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== '' && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={id} problem={problem} {...(alert === undefined ? {} : { alert })} />
      {children({
        id,
        className: 'input',
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
      })}
    </div>
  );
}
