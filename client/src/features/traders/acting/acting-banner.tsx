import '../styles/acting.css';
import type { SessionView } from '@qafila/shared/identity/identity.contract';
import { endActing } from '@qafila/shared/traders/acting.contract';
import { unpackedReason } from '@qafila/shared/traders/acting.rules';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { UserRoundCog } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Button } from '../../../ui/button';
import { ErrorLine } from '../../../ui/states';
import { useIdleEnd } from './use-idle-end';

/** Over every screen while staff act for a trader: for whom, why, how long still, and the way out. */
export function ActingBanner({ session }: { readonly session: SessionView }): ReactNode {
  const { t } = useTranslation('acting');
  const { locale } = useLocale();
  const format = useFormats();
  const end = useEndActing();
  const minutes = useIdleEnd(() => !end.isPending && !end.isError && end.mutate());
  const { company, acting } = session;
  if (!company || !acting) return null;
  const { code, text } = unpackedReason(acting.reason);
  const name = (locale === 'ar' ? company.nameArabic : null) ?? company.nameLatin;
  return (
    <aside className="acting-banner" aria-label={t('banner.label')}>
      <UserRoundCog size={20} aria-hidden />
      <p>
        <b>{t('banner.for', { name: `\u2068${name}\u2069` })}</b>
        <span>
          {code ? `${t(`reason.${code}`)}: ` : ''}
          <bdi>{text}</bdi>
        </span>
        <span>{t('banner.ends', { count: minutes, shown: format.number(minutes) })}</span>
      </p>
      <ErrorLine error={end.error} />
      <Button size="small" busy={end.isPending} onClick={() => end.mutate()}>
        {t('banner.end')}
      </Button>
    </aside>
  );
}

/** Ends acting and goes back to the trader's page in the staff person's own session. */
function useEndActing() {
  const router = useRouter();
  return useMutation({
    mutationFn: async () => {
      // Away from a draft first: what was typed is saved while the session still may.
      await router.navigate({ to: '/home' });
      if (router.state.location.pathname !== '/home') return null;
      return call(endActing, { body: {} });
    },
    // A whole new page: nothing of the trader stays in the memory of the browser.
    onSuccess: (ended) => ended && window.location.assign(`/staff/traders/${ended.companyId}`),
  });
}
