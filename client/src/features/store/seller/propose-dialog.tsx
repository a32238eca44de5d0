import { isIban, plainIban } from '@qafila/shared/payments/iban';
import { proposeAccount, type SellerView } from '@qafila/shared/store/seller.contract';
import { sellerAccountInput } from '@qafila/shared/store/seller-fields';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../lib/i18n/say';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { Iban } from './iban';

interface ProposeDialogProps {
  readonly current: SellerView['account'];
  readonly onClose: () => void;
}

/** Another account: typed once, checked while it is typed, proposed with a fresh code. */
export function ProposeDialog({ current, onClose }: ProposeDialogProps): ReactNode {
  const { t } = useTranslation('store');
  const say = useSay();
  const changed = useStoreChanged('seller');
  const [iban, setIban] = useState('');
  const [bic, setBic] = useState(current.bic);
  const [bank, setBank] = useState(current.bank);
  const parsed = sellerAccountInput.safeParse({ iban, bic, bank });
  const fault = (field: string): string | undefined => {
    const issue = parsed.error?.issues.find((each) => each.path.join('.') === field);
    return issue && say.reason({ code: issue.message, params: {} });
  };
  const isTyped = plainIban(iban).length > 14;
  return (
    <Dialog title={t('propose.title')} isOpen onClose={onClose}>
      <p>{t('propose.lead')}</p>
      <TextField
        label={t('propose.iban')}
        hint={isIban(iban) ? <Iban iban={plainIban(iban)} other={current.iban} /> : t('propose.ibanHint')}
        error={isTyped ? fault('iban') : undefined}
        dir="ltr"
        autoComplete="off"
        value={iban}
        onChange={setIban}
        data-autofocus
      />
      <TextField
        label={t('account.bic')}
        error={bic === '' ? undefined : fault('bic')}
        dir="ltr"
        value={bic}
        onChange={setBic}
      />
      <div className="two-fields">
        <TextField
          label={t('propose.bankLatin')}
          error={fault('bank.latin')}
          dir="ltr"
          value={bank.latin}
          onChange={(latin) => setBank({ ...bank, latin })}
        />
        <TextField
          label={t('propose.bankArabic')}
          error={fault('bank.arabic')}
          dir="rtl"
          value={bank.arabic}
          onChange={(arabic) => setBank({ ...bank, arabic })}
        />
      </div>
      <CodeConfirm
        endpoint={proposeAccount}
        input={{ body: { iban, bic, bank } }}
        confirm={t('propose.confirm')}
        reason={parsed.success ? undefined : t('propose.complete')}
        onClose={onClose}
        onDone={() => {
          sayDone(t('propose.done'));
          onClose();
          void changed();
        }}
      />
    </Dialog>
  );
}
