import './styles/sign-in.css';
import './styles/identity.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from '../../ui/language-menu';
import { Mark } from '../../ui/mark';

interface FrameProps {
  /** Text of the browser tab. */
  readonly title: string;
  /** The heading, where it says more than the title. */
  readonly heading?: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** What stands beside the card. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
}

/** The page around signing in, registering and enrolling: one card, the language, the policy. */
export function Frame({ title, heading, lead, children, beside, wide = false }: FrameProps): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <main id="main" className="sign-in" tabIndex={-1}>
      <title>{`${title} · Qafila`}</title>
      <header className="sign-in-head">
        <Link to="/sign-in" search={{}} className="mark">
          <Mark />
          <span translate="no">{t('app:brand')}</span>
        </Link>
        <LanguageMenu />
      </header>
      <div className="sign-in-body">
        <section className={wide ? 'card sign-in-card sign-in-wide' : 'card sign-in-card'}>
          <div>
            <h1>{heading ?? title}</h1>
            {lead !== undefined && <p className="muted">{lead}</p>}
          </div>
          {children}
        </section>
        {beside}
      </div>
      <p className="sign-in-foot small muted">
        {t('promise')}
        {' · '}
        <Link to="/policy">{t('policy')}</Link>
      </p>
    </main>
  );
}
