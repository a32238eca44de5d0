import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button';
import { Dialog } from '../../../../ui/dialog';
import { ErrorLine } from '../../../../ui/states';
import type { ShownNote, Side } from '../side';
import { useFreshProof } from '../use-review';

interface RemoveNoteProps {
  readonly side: Side;
  readonly proofId: string;
  readonly note: ShownNote;
  readonly onClose: () => void;
}

/** Says what goes before it goes. */
export function RemoveNote({ side, proofId, note, onClose }: RemoveNoteProps): ReactNode {
  const { t } = useTranslation(['proofs', 'ui']);
  const refresh = useFreshProof(side, proofId);
  const remove = useMutation({
    mutationFn: () => side.remove(proofId, note.id),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog title={t('remove.title', { number: note.number })} isOpen onClose={onClose} size="small">
      <p>{t('remove.text')}</p>
      <blockquote className="proof-quote" dir="auto">
        {note.body}
      </blockquote>
      <ErrorLine error={remove.error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('remove.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}
