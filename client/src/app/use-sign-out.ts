import { signOut } from '@qafila/shared/identity/identity.contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../lib/call';
import { useReplaceSession } from '../lib/session';
import { sayFault } from '../ui/toast';

/** Closes the session and shows the sign-in. */
export function useSignOut() {
  const replace = useReplaceSession();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => call(signOut),
    onError: sayFault,
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      replace(null);
    },
  });
}
