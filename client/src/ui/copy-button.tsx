import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayFailed } from './toast';

const SHOWN_MS = 2000;

/** Copies a value; says so where the person looks. */
export function CopyButton({ value, label }: { readonly value: string; readonly label: string }): ReactNode {
  const { t } = useTranslation('ui');
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
      setTimeout(() => setDone(false), SHOWN_MS);
    } catch {
      sayFailed(t('copyFailed'));
    }
  };
  const Icon = isDone ? Check : Copy;
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={isDone ? t('copied') : t('copy', { what: label })}
      title={isDone ? t('copied') : t('copy', { what: label })}
      onClick={() => void copy()}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
