import { changePassword } from '@qafila/shared/identity/credentials.contract';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { NewPassword } from '../new-password';

/** The password, changed by whoever knows the present one and gives a fresh code. */
export function PasswordCard(): ReactNode {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('password')}>
      <p className="small muted">{t('passwordCard.text')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('passwordCard.change')}</Button>
      </div>
      {isOpen && <ChangePassword onClose={() => setOpen(false)} />}
    </Card>
  );
}

function ChangePassword({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('identity');
  const { person, company } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const input = useMemo(() => ({ body: { current, next } }), [current, next]);
  const done = (): void => {
    sayDone(t('passwordCard.changed'));
    onClose();
  };
  return (
    <Dialog title={t('passwordCard.change')} isOpen onClose={onClose}>
      <p>{t('passwordCard.closesOthers')}</p>
      <TextField
        label={t('passwordCard.current')}
        type="password"
        dir="ltr"
        autoComplete="current-password"
        required
        data-autofocus
        value={current}
        onChange={setCurrent}
      />
      <NewPassword
        value={next}
        onChange={setNext}
        own={`${person.name} ${person.email} ${company?.nameLatin ?? ''}`}
        error={null}
      />
      <CodeConfirm
        endpoint={changePassword}
        input={input}
        confirm={t('passwordCard.change')}
        reason={current === '' || next === '' ? t('passwordCard.both') : undefined}
        onDone={done}
        onClose={onClose}
      />
    </Dialog>
  );
}
