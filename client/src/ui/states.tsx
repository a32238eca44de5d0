import { type LucideIcon, PackageOpen, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallProblem, faultNumber, isProblem } from '../lib/call';
import { useSay } from '../lib/i18n/say';
import { Button, LinkButton } from './button';
import { Code } from './money';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** Why there is nothing. */
  readonly children?: ReactNode;
  /** The one next step. */
  readonly action?: ReactNode;
}

/** Nothing here: why, and the one next step. */
export function EmptyState({
  icon: Icon = PackageOpen,
  title,
  children,
  action,
}: EmptyStateProps): ReactNode {
  return (
    <div className="card empty">
      <Icon size={30} strokeWidth={1.5} aria-hidden />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  /** What failed, in the words of the screen. */
  readonly what?: string;
  readonly onRetry?: () => void;
}

/** What failed, what to do, the request number, and another try. */
export function ErrorState({ error, what, onRetry }: ErrorStateProps): ReactNode {
  const { t } = useTranslation('ui');
  const say = useSay();
  const requestId = error instanceof CallProblem ? error.requestId : null;
  // Asking again for what is not there finds nothing; the way home does.
  const isMissing = isProblem(error, 'NOT_FOUND');
  return (
    <div className="error-state" role="alert">
      <div className="inline bad">
        <TriangleAlert size={18} aria-hidden />
        <b>{isMissing ? t('notFound') : (what ?? t('failed'))}</b>
      </div>
      <p>{say.error(error)}</p>
      <div className="inline">
        {isMissing && (
          <LinkButton to="/" size="small">
            {t('home')}
          </LinkButton>
        )}
        {onRetry && !isMissing && (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {requestId !== null && (
          <span className="small muted">
            {t('requestId')} <Code>{requestId}</Code>
          </span>
        )}
      </div>
    </div>
  );
}

/** What went wrong; a fault of ours with its number, to be told to us. */
export function ErrorText({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation('ui');
  const say = useSay();
  const number = faultNumber(error);
  return (
    <span>
      {say.error(error)}
      {number !== null && (
        <>
          {' '}
          <span className="small">
            {t('requestId')} <Code>{number}</Code>
          </span>
        </>
      )}
    </span>
  );
}

/** The same in one line, inside a card or a form. */
export function ErrorLine({ error }: { readonly error: unknown }): ReactNode {
  if (error === null || error === undefined) return null;
  return (
    <p className="field-error" role="alert">
      <TriangleAlert size={14} aria-hidden />
      <ErrorText error={error} />
    </p>
  );
}
