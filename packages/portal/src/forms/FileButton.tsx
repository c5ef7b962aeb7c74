import { useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';

interface FileButtonProps {
  readonly id: string;
  readonly label: string;
  readonly accept?: string;
  readonly disabled?: boolean;
  /** Of the hint that stands beside it. */
  readonly describedBy?: string;
  /** The name of what was chosen is shown, for a form that is sent later. */
  readonly showsName?: boolean;
  readonly take: (file: File | undefined) => void;
}

/**
 * A file chooser with words of ours: the browser's own speaks the browser's language, which is not always the page's. The
 * real control lies over the button, for keyboard, screen reader and touch alike.
 */
export function FileButton({ id, label, accept, disabled, describedBy, showsName, take }: FileButtonProps) {
  const { t } = useTranslation();
  const [name, setName] = useState<string>();
  return (
    <div className="file-field">
      <div className="file-button">
        <label className="button second" htmlFor={id}>
          <Icon name="down" />
          {label}
        </label>
        <input
          id={id}
          type="file"
          {...(accept === undefined ? {} : { accept })}
          disabled={disabled === true}
          aria-describedby={describedBy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            setName(file?.name);
            take(file);
            // The same file may be chosen again.
            if (showsName !== true) event.target.value = '';
          }}
        />
      </div>
      {showsName === true && (
        <p className="small soft" role="status">
          {name ?? t('looks.noFile')}
        </p>
      )}
    </div>
  );
}
