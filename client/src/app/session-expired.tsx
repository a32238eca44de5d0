import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnownSession, useReplaceSession } from '../lib/session';
import { onSessionLost } from '../lib/session-gate';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

const SignInForm = lazy(() =>
  import('../features/identity').then((found) => ({ default: found.SignInForm })),
);

/** The sign-in over the page when the session ended: the page beneath and what was typed stay. */
export function SessionExpired(): ReactNode {
  const { t } = useTranslation('app');
  const session = useKnownSession();
  const replace = useReplaceSession();
  const [answer, setAnswer] = useState<{ done: (ok: boolean) => void } | null>(null);
  useEffect(() => onSessionLost(() => new Promise((done) => setAnswer({ done }))), []);
  const finish = (ok: boolean): void => {
    answer?.done(ok);
    setAnswer(null);
  };
  const leave = (): void => {
    replace(null);
    finish(false);
  };
  return (
    <Dialog title={t('expired.title')} isOpen={answer !== null} onClose={() => undefined} canClose={false}>
      <p>{t('expired.text')}</p>
      <Suspense fallback={null}>
        {answer && (
          <SignInForm
            email={session?.person.email}
            onSignedIn={(next) => {
              // Somebody else signed in here: nothing of the page beneath is theirs.
              if (session && next.person.id !== session.person.id) window.location.assign('/');
              else finish(true);
            }}
          />
        )}
      </Suspense>
      <Button kind="quiet" onClick={leave}>
        {t('expired.leave')}
      </Button>
    </Dialog>
  );
}
