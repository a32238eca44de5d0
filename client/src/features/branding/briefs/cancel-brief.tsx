import type { BriefView } from '@qafila/shared/branding/brief-views';
import { cancelBrief } from '@qafila/shared/branding/briefs.contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useBriefStep } from './use-brief-step';

/** Ends a brief after saying in one sentence what will happen. */
export function CancelBrief({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const [isOpen, setOpen] = useState(false);
  const cancel = useBriefStep(brief, {
    run: () => call(cancelBrief, { params: { id: brief.id }, ifMatch: brief.version }),
    onDone: () => {
      setOpen(false);
      sayDone(t('cancel.done'));
    },
  });
  const may = brief.actions.some(({ step, allowed }) => step === 'cancel' && allowed);
  if (!may) return null;
  const word = brief.submittedAt === null ? 'cancel.draft' : 'cancel.brief';
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t(word)}
      </Button>
      <Dialog title={t(word)} isOpen={isOpen} onClose={() => setOpen(false)} size="small">
        <p>{t(brief.submittedAt === null ? 'cancel.sayDraft' : 'cancel.sayBrief')}</p>
        <ErrorLine error={cancel.error} />
        <div className="dialog-actions">
          <Button onClick={() => setOpen(false)}>{t('cancel.keep')}</Button>
          <Button kind="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t(word)}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
