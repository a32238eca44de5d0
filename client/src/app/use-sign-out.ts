import { signOut } from '@qafila/shared/identity/identity.contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../lib/call';
import { useSay } from '../lib/i18n/say';
import { useReplaceSession } from '../lib/session';
import { sayFailed } from '../ui/toast';

/** Closes the session and shows the sign-in. */
export function useSignOut() {
  const replace = useReplaceSession();
  const navigate = useNavigate();
  const say = useSay();
  return useMutation({
    mutationFn: () => call(signOut),
    onError: (error) => sayFailed(say.error(error)),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      replace(null);
    },
  });
}
