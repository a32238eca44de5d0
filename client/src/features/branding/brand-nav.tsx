import './styles/brand-nav.css';
import { SCREEN_ROUTES } from '@qafila/shared/registry/routes';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../lib/session';

/** The parts of a brand in the order of the work; a part without a route yet is not shown. */
const PARTS = [
  { path: '/brand', word: 'nav.profiles', within: ['/brand/profiles'] },
  { path: '/brand/files', word: 'nav.files', within: [] },
  { path: '/brand/packaging', word: 'nav.packaging', within: [] },
  { path: '/brand/briefs', word: 'nav.briefs', within: ['/brand/proofs'] },
  { path: '/brand/specs', word: 'nav.specs', within: [] },
];

/** The way between the parts of a brand: stands at the top of each of their screens. */
export function BrandNav(): ReactNode {
  const { t } = useTranslation('brand');
  const { pathname } = useLocation();
  const { permissions } = useSession();
  const nav = useRef<HTMLElement>(null);
  // On a phone the parts are wider than the page: the open one comes into view.
  useEffect(() => {
    const open = nav.current?.querySelector(`[aria-current="page"]`);
    if (pathname) open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const isOpen = (path: string): boolean => {
    const route = SCREEN_ROUTES.find((each) => each.path === path);
    return route !== undefined && (route.needs === undefined || permissions.includes(route.needs));
  };
  return (
    <nav ref={nav} className="brand-nav" aria-label={t('nav.label')}>
      {PARTS.filter(({ path }) => isOpen(path)).map(({ path, word, within }) => (
        <Link
          key={path}
          to={path}
          className="brand-nav-link"
          aria-current={isPart(pathname, path, within) ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}

const isPart = (at: string, path: string, within: readonly string[]): boolean =>
  at === path || [...(path === '/brand' ? [] : [path]), ...within].some((each) => at.startsWith(`${each}/`));
