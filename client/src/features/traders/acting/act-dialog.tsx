import { beginActing, type TraderView } from '@qafila/shared/traders/acting.contract';
import { ACTING_IDLE_MINUTES, ACTING_REASONS, type ActingReason } from '@qafila/shared/traders/acting.rules';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';

const SHORTEST = 3;

interface ActDialogProps {
  readonly trader: TraderView;
  readonly name: string;
  readonly onClose: () => void;
}

/** Before acting for a trader: what it allows, why it is done, and a fresh code. The owners are told at once. */
export function ActDialog({ trader, name, onClose }: ActDialogProps): ReactNode {
  const { t } = useTranslation('acting');
  const [code, setCode] = useState<ActingReason>('order_help');
  const [text, setText] = useState('');
  return (
    <Dialog title={t('act.title', { name: `\u2068${name}\u2069` })} isOpen onClose={onClose}>
      <ul className="small acting-rules">
        <li>{t('act.may')}</li>
        <li>{t('act.mayNot')}</li>
        <li>{t('act.seen', { minutes: ACTING_IDLE_MINUTES.value })}</li>
      </ul>
      <SelectField
        label={t('act.reason')}
        value={code}
        options={ACTING_REASONS.map((each) => ({ value: each, text: t(`reason.${each}`) }))}
        onChange={(value) => setCode(ACTING_REASONS.find((each) => each === value) ?? 'order_help')}
      />
      <TextField
        label={t('act.text')}
        hint={t('act.textHint')}
        maxLength={200}
        value={text}
        onChange={setText}
        data-autofocus
      />
      <CodeConfirm
        endpoint={beginActing}
        input={{ params: { id: trader.id }, body: { code, text } }}
        confirm={t('act.begin')}
        reason={text.trim().length < SHORTEST ? t('act.needText') : undefined}
        onClose={onClose}
        // A whole new page: nothing that was read as staff stays in the trader's side of the house.
        onDone={() => window.location.assign('/home')}
      />
    </Dialog>
  );
}
