import { confirmMatches } from '@qafila/shared/payments/desk.contract';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useSay } from '../../lib/i18n/say';
import { Button } from '../../ui/button';
import { CodeInput } from '../../ui/code-input';
import { Dialog } from '../../ui/dialog';
import { PasskeyProof } from '../../ui/passkey-proof';
import { Bone, Loading } from '../../ui/skeleton';
import { ErrorLine, ErrorState } from '../../ui/states';
import { DemoCode } from './demo-code';
import type { Match } from './match-facts';
import { ReviewList } from './review-list';
import { type Confirmed, useReview } from './use-review';

const CODE_LENGTH = 6;
const CODE_FAULTS = ['CODE_WRONG', 'CODE_USED', 'FRESH_CODE_REQUIRED', 'TOO_MANY_TRIES'];

interface ReviewDialogProps {
  readonly matches: readonly Match[];
  readonly onClose: () => void;
  readonly onDone: (confirmed: Confirmed) => void;
}

/** The exact list with its total, confirmed as a whole by one fresh code. */
export function ReviewDialog({ matches, onClose, onDone }: ReviewDialogProps): ReactNode {
  const { t } = useTranslation('payments');
  return (
    <Dialog title={t('review.title')} isOpen onClose={onClose} size="large">
      <Review matches={matches} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function Review({ matches, onClose, onDone }: ReviewDialogProps): ReactNode {
  const { t } = useTranslation(['payments', 'ui']);
  const { review, body, confirm, changed } = useReview(matches, onDone);
  if (review.isError) {
    const retry = () => void changed().then(() => review.refetch());
    return <ErrorState error={review.error} what={t('review.failed')} onRetry={retry} />;
  }
  if (!review.data) {
    return (
      <Loading>
        <div className="stack">
          <Bone height={40} />
          <Bone height={40} />
          <Bone width="40%" height={24} />
        </div>
      </Loading>
    );
  }
  const isChanged = isProblem(confirm.error, 'REVIEW_CHANGED');
  return (
    <>
      <p>{t('review.lead')}</p>
      {isChanged && <ErrorLine error={confirm.error} />}
      <ReviewList review={review.data} />
      <ConfirmForm
        count={review.data.rows.length}
        isBusy={confirm.isPending}
        error={isChanged ? null : confirm.error}
        onConfirm={(code) => confirm.mutateAsync(code)}
        passkey={
          <PasskeyProof
            endpoint={confirmMatches}
            input={{ body }}
            onProof={(proof) => confirm.mutate(proof)}
          />
        }
        onClose={onClose}
      />
    </>
  );
}

interface ConfirmFormProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onConfirm: (code: string) => Promise<unknown>;
  readonly onClose: () => void;
  /** The other way to confirm. */
  readonly passkey: ReactNode;
}

function ConfirmForm({ count, isBusy, error, onConfirm, onClose, passkey }: ConfirmFormProps): ReactNode {
  const { t } = useTranslation(['payments', 'ui']);
  const say = useSay();
  const format = useFormats();
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isCodeFault = CODE_FAULTS.some((fault) => isProblem(error, fault));
  const confirm = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (code.length < CODE_LENGTH || isBusy) return;
    try {
      await onConfirm(code);
    } catch {
      // What failed stands below the field; the code is used up either way.
      setCode('');
      input.current?.focus();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void confirm(event)}>
      <CodeInput
        ref={input}
        label={t('review.code')}
        hint={t('review.codeHint')}
        value={code}
        onChange={setCode}
        error={isCodeFault ? say.error(error) : undefined}
        autoFocus
      />
      <DemoCode onUse={setCode} />
      {passkey}
      {!isCodeFault && <ErrorLine error={error} />}
      <div className="inline review-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          kind="primary"
          type="submit"
          busy={isBusy}
          {...(code.length < CODE_LENGTH ? { reason: t('review.needCode') } : {})}
        >
          {t('review.confirm', { count, shown: format.number(count) })}
        </Button>
      </div>
    </form>
  );
}
