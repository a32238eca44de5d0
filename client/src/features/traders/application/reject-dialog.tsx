import type { Locale } from '@qafila/shared/kernel/locale';
import { REJECT_REASONS, REJECT_TEXTS, type RejectReason } from '@qafila/shared/traders/application-reasons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { ReasonForm } from './reason-form';

/** Rejects the application; says what will happen before it does. */
export function RejectDialog(props: {
  readonly locale: Locale;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onReject: (reason: RejectReason, text: string) => void;
}): ReactNode {
  const { t } = useTranslation('review');
  return (
    <Dialog title={t('rejectTitle')} isOpen onClose={props.onClose}>
      <p className="muted">{t('rejectText')}</p>
      <ReasonForm
        reasons={REJECT_REASONS}
        texts={REJECT_TEXTS}
        group="rejectReason"
        locale={props.locale}
        action={t('rejectDone')}
        kind="danger"
        busy={props.busy}
        onDone={props.onReject}
      />
    </Dialog>
  );
}
