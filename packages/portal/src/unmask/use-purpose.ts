import { useState } from 'react';
import { type Purpose, purposes } from './purposes.ts';

export const PURPOSE_FIELD = 'unmask-purpose';

export interface ChosenPurpose {
  readonly value: Purpose | undefined;
  /** Somebody wanted to open something without saying what for. */
  readonly isMissing: boolean;
  choose(value: string): void;
  /** The purpose, or nothing: then the question for it has the focus. */
  require(): Purpose | undefined;
}

/** Said once for a file that is being read, and kept with each thing opened. */
export function usePurpose(): ChosenPurpose {
  const [value, setValue] = useState<Purpose>();
  const [isMissing, setIsMissing] = useState(false);
  return {
    value,
    isMissing: isMissing && value === undefined,
    choose: (text) => setValue(purposes.find((one) => one === text)),
    require: () => {
      if (value === undefined) {
        setIsMissing(true);
        document.getElementById(PURPOSE_FIELD)?.focus();
      }
      return value;
    },
  };
}
