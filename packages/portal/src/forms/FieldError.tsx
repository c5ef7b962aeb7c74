import { Icon } from '../design/Icon.tsx';

interface FieldErrorProps {
  /** Of the control or group; the words are found under it by `aria-describedby`. */
  readonly id: string;
  readonly problem: string | undefined;
  /** Read out as soon as it stands there: for a lone box that has no summary above it. */
  readonly alert?: boolean;
}

/** What is wrong with one field, beside it. */
export function FieldError({ id, problem, alert = false }: FieldErrorProps) {
  if (problem === undefined) return null;
  return (
    <div className="field-error" id={`${id}-problem`} {...(alert ? { role: 'alert' } : {})}>
      <Icon name="bad" />
      {problem}
    </div>
  );
}
