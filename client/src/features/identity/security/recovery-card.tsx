import { makeRecoveryCodes } from '@qafila/shared/identity/factors.contract';
import { RECOVERY_CODES } from '@qafila/shared/identity/identity.rules';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { sayDone } from '../../../ui/toast';
import { CodesSheet } from '../enrol/codes-sheet';
import { TypeOneBack } from '../enrol/recovery-codes-step';
import { useFactorsChanged } from './use-factors-changed';

const FEW = 3;
const NOTHING = {};

/** How many recovery codes are left, and a new set. */
export function RecoveryCard({ left }: { readonly left: number }): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={t('codes.title')}
      aside={
        <Chip tone={left === 0 ? 'bad' : left <= FEW ? 'warn' : 'ok'}>
          {t('codes.left', { left: format.number(left), all: format.number(RECOVERY_CODES.value) })}
        </Chip>
      }
    >
      <p className="small muted">{t('codes.why')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('codes.makeNew')}</Button>
      </div>
      {isOpen && <NewCodes onClose={() => setOpen(false)} />}
    </Card>
  );
}

/** A fresh code, ten new codes, one of them typed back. */
function NewCodes({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('identity');
  const changed = useFactorsChanged();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isKept, setKept] = useState(false);
  const done = (): void => {
    sayDone(t('codes.ready'));
    onClose();
    void changed();
  };
  return (
    <Dialog title={t('codes.makeNew')} isOpen onClose={onClose} canClose={codes === null}>
      {codes === null && (
        <>
          <p>{t('codes.oldVoid')}</p>
          <CodeConfirm
            endpoint={makeRecoveryCodes}
            input={NOTHING}
            confirm={t('codes.make')}
            onDone={(answer) => setCodes(answer.codes)}
            onClose={onClose}
          />
        </>
      )}
      {codes !== null && !isKept && (
        <>
          <p>{t('codes.keep')}</p>
          <CodesSheet codes={codes} />
          <Button kind="primary" wide onClick={() => setKept(true)}>
            {t('codes.kept')}
          </Button>
        </>
      )}
      {isKept && (
        <TypeOneBack
          onDone={done}
          again={
            <Button kind="quiet" size="small" onClick={() => setKept(false)}>
              {t('codes.showAgain')}
            </Button>
          }
        />
      )}
    </Dialog>
  );
}
