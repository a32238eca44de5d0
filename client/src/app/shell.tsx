import { Link, useLocation } from '@tanstack/react-router';
import { KeyRound, LogOut, ShieldCheck } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../lib/i18n/locale';
import { useSession } from '../lib/session';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { SideSheet } from '../ui/dialog';
import { KeysSheet } from '../ui/keys-sheet';
import { LanguageMenu } from '../ui/language-menu';
import { Mark } from '../ui/mark';
import { PageFrameContext } from '../ui/page';
import { activeItem, railFor } from './navigation';
import { useSignOut } from './use-sign-out';

/** What the policy and the account add to every screen; each comes after the page. */
const PolicyNews = lazy(() => import('../features/privacy').then((found) => ({ default: found.PolicyNews })));
const CompanySwitch = lazy(() =>
  import('../features/identity').then((found) => ({ default: found.CompanySwitch })),
);
/** Staff who act for a trader are told so on every screen. */
const ActingBanner = lazy(() =>
  import('../features/traders')
    .then(({ tradersScreens }) => tradersScreens.actingBanner())
    .then((found) => ({ default: found.ActingBanner })),
);
/** Counts by itself, so it comes after the page. */
const NoticeBell = lazy(() =>
  import('../features/notifications').then((found) => ({ default: found.NoticeBell })),
);
/** Brings the contracts of orders with it, so it comes after the page. */
const JumpPalette = lazy(() => import('./jump-palette').then((found) => ({ default: found.JumpPalette })));

interface ShellProps {
  readonly audience: 'trader' | 'staff';
  readonly children: ReactNode;
}

/** Rail (a drawer below 900 px), chips of the session, and what every screen has. */
export function Shell({ audience, children }: ShellProps): ReactNode {
  const { t } = useTranslation('app');
  const [isMenuOpen, setMenuOpen] = useState(false);
  const session = useSession();
  const { pathname } = useLocation();
  useEffect(() => setMenuOpen(pathname === ''), [pathname]);
  const frame = useMemo(
    () => ({
      extras: <SessionChips audience={audience} />,
      always: audience === 'trader' && (
        <Suspense fallback={null}>
          <NoticeBell />
        </Suspense>
      ),
      openMenu: () => setMenuOpen(true),
    }),
    [audience],
  );
  return (
    <PageFrameContext value={frame}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <Suspense fallback={null}>
        <PolicyNews />
      </Suspense>
      {session.acting && (
        <Suspense fallback={null}>
          <ActingBanner session={session} />
        </Suspense>
      )}
      <div className="app">
        <nav className="rail" aria-label={t('rail.label')}>
          <RailLinks audience={audience} />
        </nav>
        {children}
      </div>
      <SideSheet
        title={t('rail.label')}
        isOpen={isMenuOpen}
        onClose={() => setMenuOpen(false)}
        side="start"
        size={300}
      >
        <nav className="drawer-rail" aria-label={t('rail.label')}>
          <RailLinks audience={audience} />
          <SessionChips audience={audience} />
        </nav>
      </SideSheet>
      <KeysSheet />
      <Suspense fallback={null}>
        <JumpPalette audience={audience} />
      </Suspense>
    </PageFrameContext>
  );
}

function RailLinks({ audience }: { readonly audience: 'trader' | 'staff' }): ReactNode {
  const { t } = useTranslation('app');
  const session = useSession();
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const items = railFor(audience, session.permissions);
  const active = activeItem(items, pathname);
  const signOut = useSignOut();
  const { company } = session;
  const companyName = company && ((locale === 'ar' ? company.nameArabic : null) ?? company.nameLatin);
  return (
    <>
      <Link to="/" className="mark">
        <Mark />
        <span translate="no">{t('brand')}</span>
        {audience === 'staff' && <Chip>{t('staff')}</Chip>}
      </Link>
      {items.map((each) => (
        <Link
          key={each.path}
          to={each.path}
          className="rail-link"
          aria-current={each.path === active ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {t(each.word)}
        </Link>
      ))}
      <div className="rail-foot">
        <b>
          <bdi>{session.person.name}</bdi>
        </b>
        <span className="small muted">
          {companyName ? (
            <bdi>{companyName}</bdi>
          ) : (
            session.roles.map((role) => t(`role.${role}`)).join(' · ')
          )}
        </span>
        {session.companies.length > 1 && (
          <Suspense fallback={null}>
            <CompanySwitch />
          </Suspense>
        )}
        <Link to={audience === 'staff' ? '/staff/security' : '/security'} className="btn btn-quiet">
          <KeyRound size={16} aria-hidden />
          {t('rail.security')}
        </Link>
        <Button kind="quiet" icon={LogOut} flipIcon busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Button>
        <Link to="/policy" className="small muted rail-policy">
          {t('rail.policy')}
        </Link>
      </div>
    </>
  );
}

function SessionChips({ audience }: { readonly audience: 'trader' | 'staff' }): ReactNode {
  const { t } = useTranslation('app');
  const { company } = useSession();
  return (
    <span className="inline">
      <Chip tone="ok" icon={ShieldCheck}>
        {t('twoFactors')}
      </Chip>
      {company && (
        <Chip>
          <bdi>{company.currency === 'SAR' ? t('riyal') : company.currency}</bdi>
        </Chip>
      )}
      <LanguageMenu staffOnly={audience === 'staff'} />
    </span>
  );
}
