import type { Endpoint } from '@qafila/shared/access/endpoint';
import { confirmEmail, unlockSignIn } from '@qafila/shared/identity/credentials.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallProblem, call } from '../../../lib/call';
import { sessionQuery } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Frame } from '../frame';
import { LinkGone } from '../link-gone';
import { useLinkToken } from '../use-link-token';

const GONE = new CallProblem('LINK_USED', 410, { params: {}, fields: [], requestId: null });

interface OneButtonProps {
  readonly endpoint: Endpoint;
  /** Its words in `identity`: title, lead, button, done, doneText, askAgain. */
  readonly words: 'confirmEmail' | 'unlock';
  readonly again: string;
}

/** A mailed link that does one thing: a mail program that opens links does nothing, the button does. */
function OneButton({ endpoint, words, again }: OneButtonProps): ReactNode {
  const { t } = useTranslation('identity');
  const token = useLinkToken();
  const client = useQueryClient();
  const use = useMutation({
    mutationFn: () => call(endpoint, { quiet: true, body: { token } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  const title = t(`${words}.title`);
  if (token === null || use.isError) {
    return (
      <LinkGone
        title={title}
        error={use.error ?? GONE}
        onRetry={() => use.mutate()}
        again={{ to: again, text: t(`${words}.askAgain`) }}
      />
    );
  }
  if (use.isSuccess) {
    return (
      <Frame title={title} heading={t(`${words}.done`)} lead={t(`${words}.doneText`)}>
        <LinkButton to="/" kind="primary" wide>
          {t('link.goOn')}
        </LinkButton>
      </Frame>
    );
  }
  return (
    <Frame title={title} lead={t(`${words}.lead`)}>
      <Button kind="primary" wide busy={use.isPending} onClick={() => use.mutate()}>
        {t(`${words}.button`)}
      </Button>
    </Frame>
  );
}

/** The new address counts from the moment its owner says so. */
export const ConfirmEmailScreen = (): ReactNode => (
  <OneButton endpoint={confirmEmail} words="confirmEmail" again="/security" />
);

/** Sign-in opens again after too many wrong passwords. */
export const UnlockScreen = (): ReactNode => (
  <OneButton endpoint={unlockSignIn} words="unlock" again="/forgot-password" />
);
