import type { AnswerOf, CallOf, Endpoint } from '@qafila/shared/access/endpoint';
import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallHeaders, call, isProblem, newKey } from '../lib/call';
import { useSay } from '../lib/i18n/say';
import { proofFor } from '../lib/passkeys';
import { useSession } from '../lib/session';
import { Button } from './button';
import { CodeInput } from './code-input';
import { DemoCode } from './demo-code';
import { ErrorLine } from './states';

const CODE_LENGTH = 6;
const CODE_FAULTS = ['CODE_WRONG', 'CODE_USED', 'FRESH_CODE_REQUIRED', 'TOO_MANY_TRIES'];

interface CodeConfirmProps<E extends Endpoint> {
  /** The call that is confirmed, exactly as it will leave. */
  readonly endpoint: E;
  readonly input: CallOf<E> & Omit<CallHeaders, 'freshCode' | 'idempotencyKey'>;
  /** What the button says. */
  readonly confirm: string;
  readonly danger?: boolean;
  /** Why the call cannot be made yet. */
  readonly reason?: string | undefined;
  /** A form stands above: it is filled in first, so the code does not take the focus. */
  readonly comesLast?: boolean;
  readonly onDone: (answer: AnswerOf<E>) => void;
  readonly onClose: () => void;
}

/** Confirms one call with a fresh code of the app, or with a passkey that answers for exactly this call. */
export function CodeConfirm<E extends Endpoint>(props: CodeConfirmProps<E>): ReactNode {
  const { endpoint, input, onDone } = props;
  const { confirmWith } = useSession();
  // One key for one intention: a repeated click or a lost answer does nothing twice.
  const idempotencyKey = useMemo(newKey, []);
  const make = useMutation({
    mutationFn: async (code: string | null) => {
      const freshCode = code ?? (await proofFor(endpoint, input));
      return call(endpoint, { ...input, freshCode, ...(endpoint.idempotent ? { idempotencyKey } : {}) });
    },
    onSuccess: onDone,
  });
  return (
    <CodeForm
      {...props}
      ways={confirmWith}
      error={make.error}
      isBusy={make.isPending}
      onProof={(code) => make.mutateAsync(code)}
    />
  );
}

interface CodeFormProps
  extends Pick<CodeConfirmProps<Endpoint>, 'confirm' | 'danger' | 'reason' | 'comesLast' | 'onClose'> {
  readonly ways: readonly ('totp' | 'passkey')[];
  readonly error: unknown;
  readonly isBusy: boolean;
  /** Six digits, or `null` for a passkey. */
  readonly onProof: (code: string | null) => Promise<unknown>;
}

function CodeForm(props: CodeFormProps): ReactNode {
  const { ways, error, isBusy, reason, onProof } = props;
  const say = useSay();
  const { t } = useTranslation('ui');
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isCodeFault = CODE_FAULTS.some((each) => isProblem(error, each));
  const hasApp = ways.includes('totp');
  const give = async (given: string | null): Promise<void> => {
    if (isBusy || reason !== undefined) return;
    // What failed stands below; the code is used up either way.
    await onProof(given).catch(() => {
      setCode('');
      input.current?.focus();
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (hasApp && code.length === CODE_LENGTH) void give(code);
    else if (!hasApp) void give(null);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {hasApp && (
        <CodeInput
          ref={input}
          label={t('confirm.code')}
          hint={t('confirm.hint')}
          value={code}
          onChange={setCode}
          error={isCodeFault ? say.error(error) : undefined}
          autoFocus={!props.comesLast}
        />
      )}
      {hasApp && <DemoCode onUse={setCode} />}
      {ways.length > 1 && (
        <div>
          <Button size="small" icon={Fingerprint} busy={isBusy} onClick={() => void give(null)}>
            {t('confirm.passkey')}
          </Button>
        </div>
      )}
      {!(hasApp && isCodeFault) && <ErrorLine error={error} />}
      <CodeActions {...props} isReady={!hasApp || code.length === CODE_LENGTH} />
    </form>
  );
}

function CodeActions(props: CodeFormProps & { readonly isReady: boolean }): ReactNode {
  const { t } = useTranslation('ui');
  const { ways, reason, isReady } = props;
  const why = reason ?? (isReady ? undefined : t('confirm.needCode'));
  return (
    <div className="inline confirm-actions">
      <Button kind="quiet" onClick={props.onClose}>
        {t('cancel')}
      </Button>
      <Button
        kind={props.danger ? 'danger' : 'primary'}
        type="submit"
        busy={props.isBusy}
        {...(ways.includes('totp') ? {} : { icon: Fingerprint })}
        {...(why === undefined ? {} : { reason: why })}
      >
        {props.confirm}
      </Button>
    </div>
  );
}
