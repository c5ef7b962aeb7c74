import { Field, type FieldProps } from './Field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete?: string;
  /** A box of so many lines. */
  readonly lines?: number;
  readonly maxLength?: number;
  readonly type?: 'text' | 'number';
}

export function TextField({
  value,
  onChange,
  autoComplete = 'off',
  lines,
  maxLength,
  type = 'text',
  ...field
}: TextFieldProps) {
  const shared = { value, autoComplete, ...(maxLength === undefined ? {} : { maxLength }) };
  return (
    <Field {...field}>
      {(control) =>
        lines === undefined ? (
          <input type={type} {...control} {...shared} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <textarea {...control} {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}
