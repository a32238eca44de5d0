import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import { retireSpec } from '@qafila/shared/branding/production-specs.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, isProblem, newKey } from '../../../lib/call';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { SPECS_KEY, specQuery } from './api';

/** Takes a spec out of use after saying in one sentence what will happen. */
export function RetireSpec({ spec }: { readonly spec: SpecView }): ReactNode {
  const { t } = useTranslation('specs');
  const client = useQueryClient();
  const key = useRef(newKey());
  const [isOpen, setOpen] = useState(false);
  const retire = useMutation({
    mutationFn: () =>
      call(retireSpec, { params: { id: spec.id }, ifMatch: spec.revision, idempotencyKey: key.current }),
    onSuccess: async (next) => {
      client.setQueryData(specQuery(spec.id).queryKey, next);
      setOpen(false);
      sayDone(t('retire.done'));
      await client.invalidateQueries({ queryKey: [...SPECS_KEY, 'list'] });
    },
    onError: async (error) => {
      if (!isProblem(error, 'STALE_RECORD') && !isProblem(error, 'WRONG_STATE')) return;
      key.current = newKey();
      await client.invalidateQueries({ queryKey: specQuery(spec.id).queryKey });
    },
  });
  const may = spec.actions.some(({ step, allowed }) => step === 'retire' && allowed);
  if (!may) return null;
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t('retire.do')}
      </Button>
      <Dialog title={t('retire.do')} isOpen={isOpen} onClose={() => setOpen(false)} size="small">
        <p>{t('retire.say')}</p>
        <ErrorLine error={retire.error} />
        <div className="dialog-actions">
          <Button onClick={() => setOpen(false)}>{t('retire.keep')}</Button>
          <Button kind="danger" busy={retire.isPending} onClick={() => retire.mutate()}>
            {t('retire.do')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
