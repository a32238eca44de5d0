import { Check, CloudAlert, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Button } from '../../../ui/button';
import { ErrorText } from '../../../ui/states';
import type { BriefForm } from './use-brief-form';

/** How far the brief is saved, in a few words. */
export function SaveLine({ form }: { readonly form: BriefForm }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const { save, brief } = form;
  if (save === 'saved')
    return (
      <span className="brief-save" role="status">
        <Check size={13} aria-hidden />
        {t('save.saved', { time: format.time(brief.changedAt) })}
      </span>
    );
  if (save === 'waiting' || save === 'saving')
    return (
      <span className="brief-save">
        <LoaderCircle size={13} className="spin" aria-hidden />
        {t('save.saving')}
      </span>
    );
  return (
    <span className="brief-save bad">
      <CloudAlert size={13} aria-hidden />
      {t('save.notSaved')}
    </span>
  );
}

/** What stands in the way of saving, and what to do; nothing typed is lost. */
export function SaveTrouble({ form }: { readonly form: BriefForm }): ReactNode {
  const { t } = useTranslation('briefs');
  const { save, problem, store } = form;
  if (save !== 'offline' && save !== 'conflict' && save !== 'refused') return null;
  return (
    <div className="card card-warn brief-trouble" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <div className="grow">
        <b>{t('save.notSaved')}</b>
        <p>{save === 'conflict' ? t('save.conflict') : <ErrorText error={problem} />}</p>
      </div>
      {save === 'conflict' ? (
        <span className="inline">
          <Button kind="primary" onClick={() => void store.reapply().catch(() => undefined)}>
            {t('save.keepMine')}
          </Button>
          <Button onClick={() => void store.takeTheirs().catch(() => undefined)}>
            {t('save.takeTheirs')}
          </Button>
        </span>
      ) : (
        <Button onClick={() => void store.flush()}>{t('ui:retry')}</Button>
      )}
    </div>
  );
}
