import { Field, type FieldProps } from './Field.tsx';

interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or nothing yet. */
  readonly value: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The platform's own calendar: a phone brings up its wheel, a keyboard types the digits. */
export function DateField({ value, min, max, onChange, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
