import { asciiDigits } from '@qafila/shared/kernel/digits';
import { CircleAlert } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useId } from 'react';

const LENGTH = 6;

interface CodeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** Called with the six digits as soon as the last one is there. */
  readonly onComplete?: (digits: string) => void;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Keeps the digits of a typed or pasted code: any digit set, spaces and hyphens ignored, six at most. */
export const codeDigits = (typed: string): string => asciiDigits(typed).replace(/\D/g, '').slice(0, LENGTH);

/** Six digits of an authenticator app, left to right in every language. */
export function CodeInput(props: CodeInputProps): ReactNode {
  const { label, value, onChange, onComplete, error, hint, autoFocus = false, ref } = props;
  const id = useId();
  useEffect(() => {
    if (autoFocus) document.getElementById(id)?.focus();
  }, [autoFocus, id]);
  const change = (typed: string): void => {
    const digits = codeDigits(typed);
    onChange(digits);
    if (digits.length === LENGTH && digits !== value) onComplete?.(digits);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={ref}
        className="code-input"
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={LENGTH * 2}
        data-autofocus={autoFocus || undefined}
        value={value}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => change(event.target.value)}
      />
      <div
        id={`${id}-note`}
        aria-live="polite"
        className={error === undefined ? 'small muted' : 'field-error'}
      >
        {error !== undefined && <CircleAlert size={13} aria-hidden />}
        {error ?? hint}
      </div>
    </div>
  );
}
