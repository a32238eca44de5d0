import { confirmRecoveryCode, makeRecoveryCodes } from '@qafila/shared/identity/factors.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { CodesSheet } from './codes-sheet';

interface RecoveryCodesStepProps {
  /** Codes exist already, but only their reader can know them. */
  readonly wereShown: boolean;
  readonly onDone: () => void;
}

/** Ten codes for the day a factor is lost: shown, kept, and one typed back. */
export function RecoveryCodesStep({ wereShown, onDone }: RecoveryCodesStepProps): ReactNode {
  const { t } = useTranslation('identity');
  const [isKept, setKept] = useState(wereShown);
  const make = useMutation({
    mutationFn: () => call(makeRecoveryCodes, { quiet: true }),
    onSuccess: () => setKept(false),
  });
  if (isKept) {
    return (
      <TypeOneBack
        onDone={onDone}
        again={
          make.data ? (
            <Button kind="quiet" size="small" onClick={() => setKept(false)}>
              {t('codes.showAgain')}
            </Button>
          ) : (
            <Button kind="quiet" size="small" busy={make.isPending} onClick={() => make.mutate()}>
              {t('codes.lostThem')}
            </Button>
          )
        }
      />
    );
  }
  if (!make.data) {
    return (
      <div className="stack">
        <p>{t('codes.why')}</p>
        <ErrorLine error={make.error} />
        <Button kind="primary" wide busy={make.isPending} onClick={() => make.mutate()}>
          {t('codes.make')}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <p>{t('codes.keep')}</p>
      <CodesSheet codes={make.data.codes} />
      <Button kind="primary" wide onClick={() => setKept(true)}>
        {t('codes.kept')}
      </Button>
    </div>
  );
}

interface TypeOneBackProps {
  readonly onDone: () => void;
  readonly again: ReactNode;
}

/** One of them typed back proves that they were kept; it is not used up. */
export function TypeOneBack({ onDone, again }: TypeOneBackProps): ReactNode {
  const { t } = useTranslation('identity');
  const say = useSay();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => call(confirmRecoveryCode, { quiet: true, body: { code } }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('codes.typeBack')}
        hint={t('codes.typeBackHint')}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        required
        value={code}
        error={confirm.error ? say.error(confirm.error) : undefined}
        onChange={setCode}
      />
      <Button type="submit" kind="primary" wide busy={confirm.isPending}>
        {t('codes.finish')}
      </Button>
      <div>{again}</div>
    </form>
  );
}
