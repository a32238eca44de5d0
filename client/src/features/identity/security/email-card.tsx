import { changeEmail } from '@qafila/shared/identity/credentials.contract';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { Code } from '../../../ui/money';

/** The address of the account; a new one counts when its link was followed. */
export function EmailCard({ email }: { readonly email: string }): ReactNode {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <Card title={t('email')}>
      <p className="long-mail">
        <Code>{email}</Code>
      </p>
      {sentTo !== null && (
        <p className="small" role="status">
          {t('emailCard.sent', { email: `\u2068${sentTo}\u2069` })}
        </p>
      )}
      <div>
        <Button onClick={() => setOpen(true)}>{t('emailCard.change')}</Button>
      </div>
      {isOpen && (
        <ChangeEmail
          onClose={() => setOpen(false)}
          onSent={(address) => {
            setSentTo(address);
            setOpen(false);
          }}
        />
      )}
    </Card>
  );
}

interface ChangeEmailProps {
  readonly onClose: () => void;
  readonly onSent: (address: string) => void;
}

function ChangeEmail({ onClose, onSent }: ChangeEmailProps): ReactNode {
  const { t } = useTranslation('identity');
  const [email, setEmail] = useState('');
  const input = useMemo(() => ({ body: { email } }), [email]);
  return (
    <Dialog title={t('emailCard.change')} isOpen onClose={onClose}>
      <p>{t('emailCard.how')}</p>
      <TextField
        label={t('emailCard.new')}
        type="email"
        dir="ltr"
        autoComplete="email"
        required
        data-autofocus
        value={email}
        onChange={setEmail}
      />
      <CodeConfirm
        endpoint={changeEmail}
        input={input}
        confirm={t('emailCard.send')}
        reason={email.includes('@') ? undefined : t('emailCard.typeIt')}
        onDone={() => onSent(email)}
        onClose={onClose}
      />
    </Dialog>
  );
}
