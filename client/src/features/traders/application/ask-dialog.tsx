import type { Locale } from '@qafila/shared/kernel/locale';
import { CHANGE_REASONS, CHANGE_TEXTS, type ChangeReason } from '@qafila/shared/traders/application-reasons';
import type { ReviewItemView } from '@qafila/shared/traders/application-views';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { ReasonForm } from './reason-form';

/** Asks for a change on one item. Nothing is sent before the application is sent back. */
export function AskDialog(props: {
  readonly item: ReviewItemView;
  readonly locale: Locale;
  readonly onClose: () => void;
  readonly onAsk: (reason: ChangeReason, text: string) => void;
}): ReactNode {
  const { t } = useTranslation('review');
  return (
    <Dialog title={t('askTitle', { item: t(`item.${props.item.kind}`) })} isOpen onClose={props.onClose}>
      <ReasonForm
        reasons={CHANGE_REASONS}
        texts={CHANGE_TEXTS}
        group="changeReason"
        locale={props.locale}
        action={t('askDone')}
        kind="primary"
        onDone={props.onAsk}
      />
    </Dialog>
  );
}
