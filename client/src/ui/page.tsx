import { Menu } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What the shell adds to every page's top: chips at the inline end, and the drawer below 900 px. */
export interface PageFrame {
  readonly extras: ReactNode;
  /** Stands in the top of every page at every width. */
  readonly always?: ReactNode;
  readonly openMenu: (() => void) | undefined;
}
export const PageFrameContext = createContext<PageFrame>({ extras: null, openMenu: undefined });

interface PageProps {
  readonly title: string;
  /** Text of the browser tab where it says more than the title. */
  readonly tab?: string;
  readonly heading?: ReactNode;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Where the browser was sent; there it keeps its own focus, even when somebody goes on before that screen came. */
const landedOn = location.pathname;
let hasMoved = false;

/** A screen: title, one line below it, its actions, and the body. */
export function Page({ title, tab, heading, sub, actions, children, className }: PageProps): ReactNode {
  const { t } = useTranslation('ui');
  const { extras, always, openMenu } = useContext(PageFrameContext);
  const main = useRef<HTMLElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    hasMoved ||= location.pathname !== landedOn;
    // A screen reader hears the new screen, and Enter is a key of it and no longer of the link that led here.
    if (hasMoved && !main.current?.contains(document.activeElement)) {
      head.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <title>{`${tab ?? title} · Qafila`}</title>
      <header className="top">
        {openMenu && (
          <button type="button" className="icon-btn burger" aria-label={t('menu')} onClick={openMenu}>
            <Menu size={22} aria-hidden />
          </button>
        )}
        <div className="top-title">
          <h1 ref={head} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {sub !== undefined && <div className="top-sub">{sub}</div>}
        </div>
        {actions !== undefined && <div className="top-actions">{actions}</div>}
        {always}
        <div className="top-extras">{extras}</div>
      </header>
      <div className={className ? `body ${className}` : 'body'}>{children}</div>
    </main>
  );
}
