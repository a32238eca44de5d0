import type { PreflightView } from '@qafila/shared/branding/asset-views';
import type { ApprovalView, DecisionView } from '@qafila/shared/branding/decision-views';
import { approveProof, readApproval } from '@qafila/shared/branding/decisions.contract';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../lib/call';
import { useSay } from '../../../../lib/i18n/say';
import { Button } from '../../../../ui/button';
import { CodeConfirm } from '../../../../ui/code-confirm';
import { Dialog } from '../../../../ui/dialog';
import { Bone, Loading } from '../../../../ui/skeleton';
import { ErrorState } from '../../../../ui/states';
import { sayDone } from '../../../../ui/toast';
import { Failing } from '../proof-preflight';
import { Accept, Checklist, Signed, Statement } from './approval-parts';
import { useAfterDecision } from './use-decide';

interface ApproveDialogProps {
  readonly proof: ProofView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What is signed is read whole, ticked and confirmed by one fresh code for exactly this. */
export function ApproveDialog({ proof, isOpen, onClose }: ApproveDialogProps): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <Dialog
      title={t('approve.title', { version: proof.version })}
      isOpen={isOpen}
      onClose={onClose}
      size="large"
    >
      <Loaded proof={proof} onClose={onClose} />
    </Dialog>
  );
}

interface LoadedProps {
  readonly proof: ProofView;
  readonly onClose: () => void;
}

function Loaded({ proof, onClose }: LoadedProps): ReactNode {
  const { t } = useTranslation('proofs');
  const approval = useQuery({
    queryKey: ['brand', 'approval', proof.id],
    queryFn: () => call(readApproval, { params: { id: proof.id } }),
    // What is signed is what was read when the dialog opened; it does not change under the eyes.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const again = (): void => void approval.refetch();
  if (approval.isError && !approval.data)
    return <ErrorState error={approval.error} what={t('approve.failed')} onRetry={again} />;
  if (!approval.data)
    return (
      <Loading>
        <div className="stack">
          <Bone height={60} />
          <Bone height={120} />
          <Bone width="50%" height={40} />
        </div>
      </Loading>
    );
  return (
    <Signing
      key={approval.data.seal}
      approval={approval.data}
      preflight={proof.preflight}
      onClose={onClose}
      onReadAgain={again}
    />
  );
}

interface SigningProps {
  readonly approval: ApprovalView;
  readonly preflight: PreflightView;
  readonly onClose: () => void;
  readonly onReadAgain: () => void;
}

function Signing({ approval, preflight, onClose, onReadAgain }: SigningProps): ReactNode {
  const { t } = useTranslation(['proofs', 'ui']);
  const say = useSay();
  const after = useAfterDecision();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [accepted, setAccepted] = useState(false);
  const action = approval.actions.find(({ step }) => step === 'approve');
  const [blocker] = action?.allowed === false ? action.reasons : [];
  const left = approval.checklist.length - ticked.length;
  const isAccepted = accepted || approval.openNotes.length === 0;
  const open = isAccepted ? undefined : t('approve.acceptFirst');
  const why = left > 0 ? t('approve.tickAll', { count: left }) : open;
  const done = async ({ approvals, specId }: DecisionView): Promise<void> => {
    sayDone(
      specId === null
        ? t('approve.waits', { given: approvals.given.length, needed: approvals.needed })
        : t('approve.done'),
    );
    await after();
    onClose();
  };
  if (blocker !== undefined)
    return (
      <>
        <p className="proof-telling proof-telling-back" role="alert">
          {say.reason({ code: blocker, params: {} })}
        </p>
        <Signed approval={approval} />
        <div className="inline proof-form-steps">
          <Button onClick={onClose}>{t('ui:close')}</Button>
        </div>
      </>
    );
  return (
    <>
      <Signed approval={approval} />
      <Failing preflight={preflight} />
      <Checklist
        items={approval.checklist}
        ticked={ticked}
        onTick={(key) =>
          setTicked((now) => (now.includes(key) ? now.filter((each) => each !== key) : [...now, key]))
        }
      />
      {approval.openNotes.length > 0 && (
        <Accept notes={approval.openNotes} isOn={accepted} onChange={setAccepted} />
      )}
      <Statement approval={approval} />
      <CodeConfirm
        endpoint={approveProof}
        input={{
          params: { id: approval.proofId },
          body: {
            seal: approval.seal,
            checklist: [...ticked],
            openNotes: approval.openNotes.map(({ id }) => id),
          },
          ifMatch: approval.revision,
        }}
        confirm={t('approve.confirm', { version: approval.version })}
        reason={why}
        comesLast
        onDone={(decision) => void done(decision)}
        onClose={onClose}
      />
      <div>
        <Button kind="quiet" size="small" icon={RefreshCw} onClick={onReadAgain}>
          {t('approve.readAgain')}
        </Button>
      </div>
    </>
  );
}
