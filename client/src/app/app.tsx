import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { Locale } from '@qafila/shared/kernel/locale';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect } from 'react';
import { LocaleProvider, useLocale } from '../lib/i18n/locale';
import { PageSkeleton } from '../ui/skeleton';
import { theme } from '../ui/theme';
import { queryClient } from './query-client';
import { router } from './router';
import { SessionExpired } from './session-expired';

/** The nonce of this page, which the server puts into the meta tag. */
const nonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Tells Mantine's overlays when the language turns the page around. */
function DirectionSync(): ReactNode {
  const { dir } = useLocale();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(dir), [dir, setDirection]);
  return null;
}

/** The portal: providers, router, and what stands over every page. */
export function App({ locale }: { readonly locale: Locale }): ReactNode {
  return (
    <LocaleProvider first={locale}>
      <DirectionProvider detectDirection={false} initialDirection={locale === 'ar' ? 'rtl' : 'ltr'}>
        <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={nonce}>
          <DirectionSync />
          <Notifications position="bottom-center" />
          <QueryClientProvider client={queryClient}>
            <Suspense fallback={<PageSkeleton />}>
              <RouterProvider router={router} />
              <SessionExpired />
            </Suspense>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </LocaleProvider>
  );
}
