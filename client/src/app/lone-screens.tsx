import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Compass, LockKeyhole, type LucideIcon, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallProblem } from '../lib/call';
import { useSay } from '../lib/i18n/say';
import { Button } from '../ui/button';
import { Code } from '../ui/money';

interface LoneProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Lone({ icon: Icon, title, text, children }: LoneProps): ReactNode {
  return (
    <main id="main" className="lone">
      <title>{`${title} · Qafila`}</title>
      <Icon size={38} strokeWidth={1.5} aria-hidden color="var(--majorelle)" />
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </main>
  );
}

/** 404: nothing at this address. */
export function NotFoundScreen(): ReactNode {
  const { t } = useTranslation('app');
  return (
    <Lone icon={Compass} title={t('lone.notFound')} text={t('lone.notFoundText')}>
      <Link to="/" className="btn btn-primary">
        {t('lone.home')}
      </Link>
    </Lone>
  );
}

/** 403: the screen is there, but not for this role. */
export function ForbiddenScreen({ home }: { readonly home: string }): ReactNode {
  const { t } = useTranslation('app');
  return (
    <Lone icon={LockKeyhole} title={t('lone.forbidden')} text={t('lone.forbiddenText')}>
      <Link to={home} className="btn btn-primary">
        {t('lone.home')}
      </Link>
    </Lone>
  );
}

/** 500: the screen failed. The address stays, so another try can work. */
export function CrashScreen({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation('app');
  const say = useSay();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const requestId = error instanceof CallProblem ? error.requestId : null;
  if (error instanceof CallProblem && error.code === 'NOT_FOUND') return <NotFoundScreen />;
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <Lone icon={Unplug} title={t('lone.crash')} text={say.error(error)}>
      {requestId !== null && (
        <p className="small">
          {t('ui:requestId')} <Code>{requestId}</Code>
        </p>
      )}
      <Button kind="primary" onClick={retry}>
        {t('ui:retry')}
      </Button>
    </Lone>
  );
}
