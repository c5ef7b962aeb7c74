import { Field, type FieldProps } from '../forms/Field.tsx';

interface PassphraseFieldProps extends FieldProps {
  readonly autoComplete: 'new-password' | 'current-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ autoComplete, value, onChange, ...field }: PassphraseFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="password"
          value={value}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
