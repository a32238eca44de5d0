import { Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/call';
import { LinkButton } from '../../ui/button';
import { ErrorState } from '../../ui/states';
import { Frame } from './frame';

interface LinkGoneProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Where a new link is asked for, with the words of that button. */
  readonly again: { readonly to: string; readonly text: string };
}

/** A mailed link that was used, is too old or was cut: what to do now. Other faults can be tried again. */
export function LinkGone({ title, error, onRetry, again }: LinkGoneProps): ReactNode {
  const { t } = useTranslation('identity');
  const isGone = isProblem(error, 'LINK_USED') || isProblem(error, 'FIELDS_INVALID');
  if (!isGone) {
    return (
      <Frame title={title}>
        <ErrorState error={error} onRetry={onRetry} />
      </Frame>
    );
  }
  return (
    <Frame title={title} heading={t('link.gone')} lead={t('link.goneText')}>
      <Unlink size={30} strokeWidth={1.5} aria-hidden className="frame-icon" />
      <LinkButton to={again.to} kind="primary" wide>
        {again.text}
      </LinkButton>
      <LinkButton to="/sign-in" kind="quiet" wide>
        {t('link.toSignIn')}
      </LinkButton>
    </Frame>
  );
}
