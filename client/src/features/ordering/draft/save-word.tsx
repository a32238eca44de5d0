import { Check, CloudAlert, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Button, LinkButton } from '../../../ui/button';
import { ErrorText } from '../../../ui/states';
import { useDraft, useDraftParts } from './draft-context';
import { countOf } from './save-queue';

/** How far the draft is saved, in a few words: "saved 14:03". */
export function SaveWord(): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { save, head, queue } = useDraft();
  const count = countOf(queue);
  if (save === 'saved') {
    return (
      <span className="save-word">
        <Check size={13} aria-hidden />
        {t('save.saved', { time: format.time(head.savedAt) })}
      </span>
    );
  }
  if (save === 'offline' || save === 'conflict' || save === 'refused') {
    return (
      <span className="save-word bad">
        <CloudAlert size={13} aria-hidden />
        {t('save.notSaved', { count })}
      </span>
    );
  }
  return (
    <span className="save-word">
      <LoaderCircle size={13} className="spin" aria-hidden />
      {t('save.saving')}
    </span>
  );
}

/** What stands in the way of saving and what to do; nothing typed is lost. */
export function SaveTrouble(): ReactNode {
  const { t } = useTranslation('ordering');
  const { store } = useDraftParts();
  const { save, problem, queue, order } = useDraft();
  const count = countOf(queue);
  if (save !== 'offline' && save !== 'conflict' && save !== 'refused') return null;
  const isMovedOn = isProblem(problem, 'WRONG_STATE');
  return (
    <div className="card card-warn save-trouble" role="status">
      <TriangleAlert size={18} aria-hidden />
      <div className="grow">
        <b>{t('save.notSaved', { count })}</b>
        <p>{save === 'conflict' ? t('save.conflict') : <ErrorText error={problem} />}</p>
      </div>
      {save === 'conflict' && (
        <Button onClick={() => void store.reapply().catch(() => undefined)}>{t('save.reapply')}</Button>
      )}
      {save === 'offline' && <Button onClick={() => void store.flush()}>{t('ui:retry')}</Button>}
      {save === 'refused' &&
        (isMovedOn ? (
          <LinkButton to={`/orders/${order.id}`}>{t('save.open')}</LinkButton>
        ) : (
          <Button onClick={() => void store.flush()}>{t('ui:retry')}</Button>
        ))}
    </div>
  );
}
