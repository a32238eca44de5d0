import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PdfLinkProps {
  readonly address: string;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A paper in a new tab, where the browser prints it. */
export function PdfLink({ address, icon: Icon, children }: PdfLinkProps): ReactNode {
  const { t } = useTranslation('shipping');
  return (
    <a className="btn" href={address} target="_blank" rel="noreferrer">
      <Icon size={16} aria-hidden />
      {children}
      <span className="sr-only">({t('queue.opensTab')})</span>
    </a>
  );
}
