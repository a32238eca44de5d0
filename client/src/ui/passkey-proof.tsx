import type { CallOf, Endpoint } from '@qafila/shared/access/endpoint';
import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { proofFor } from '../lib/passkeys';
import { useSession } from '../lib/session';
import { Button } from './button';
import { ErrorLine } from './states';

interface PasskeyProofProps<E extends Endpoint> {
  /** The call that is confirmed, exactly as it will leave. */
  readonly endpoint: E;
  readonly input: CallOf<E>;
  readonly onProof: (proof: string) => void;
}

/** "Use a passkey instead", where the person has one; the answer opens this one call. */
export function PasskeyProof<E extends Endpoint>({
  endpoint,
  input,
  onProof,
}: PasskeyProofProps<E>): ReactNode {
  const { t } = useTranslation('ui');
  const { confirmWith } = useSession();
  const prove = useMutation({ mutationFn: () => proofFor(endpoint, input), onSuccess: onProof });
  if (!confirmWith.includes('passkey')) return null;
  return (
    <div className="stack stack-tight">
      <div>
        <Button size="small" icon={Fingerprint} busy={prove.isPending} onClick={() => prove.mutate()}>
          {t('confirm.passkey')}
        </Button>
      </div>
      <ErrorLine error={prove.error} />
    </div>
  );
}
