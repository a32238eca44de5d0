import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';

interface TakeBackDialogProps {
  readonly title: string;
  /** What goes. */
  readonly text: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** The draft saves itself: what was typed is asked about before it goes. */
export function TakeBackDialog(props: TakeBackDialogProps): ReactNode {
  const { t } = useTranslation('ui');
  const { title, text, action, onConfirm, onClose } = props;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="small">
      <p>{text}</p>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          kind="danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
