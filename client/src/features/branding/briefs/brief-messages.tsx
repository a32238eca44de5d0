import type { BriefView } from '@qafila/shared/branding/brief-views';
import { MESSAGE_MAX, writeBriefMessage } from '@qafila/shared/branding/briefs.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { usePages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ErrorLine } from '../../../ui/states';
import { loadMessages, messagesKey } from './api';
import { MessageThread } from './message-thread';
import { TextArea } from './text-area';

/** Messages between the trader and the design team. */
export function BriefMessages({ brief }: { readonly brief: BriefView }): ReactNode {
  const { t } = useTranslation('briefs');
  const pages = usePages(messagesKey(brief.id), (after, signal) => loadMessages(brief.id, after, signal));
  const mayWrite = brief.actions.some(({ step, allowed }) => step === 'write' && allowed);
  return (
    <Card title={t('messages.title')}>
      <MessageThread
        messages={pages.rows}
        query={pages.query}
        empty={t(mayWrite ? 'messages.none' : 'messages.noneRead')}
      />
      {mayWrite && <WriteForm id={brief.id} />}
    </Card>
  );
}

function WriteForm({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('briefs');
  const say = useSay();
  const client = useQueryClient();
  const intention = useIntention();
  const [text, setText] = useState('');
  const write = useMutation({
    mutationFn: () =>
      intention.send({ text }, (body, idempotencyKey) =>
        call(writeBriefMessage, { params: { id }, body, idempotencyKey }),
      ),
    onSuccess: async () => {
      intention.renew();
      setText('');
      await client.invalidateQueries({ queryKey: messagesKey(id) });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && !write.isPending) write.mutate();
  };
  return (
    <form className="stack stack-tight" onSubmit={submit} noValidate>
      <TextArea
        label={t('messages.write')}
        rows={3}
        maxLength={MESSAGE_MAX}
        value={text}
        error={say.field(write.error, 'text')}
        onChange={setText}
      />
      <ErrorLine error={write.error} />
      <div className="inline">
        <Button
          type="submit"
          busy={write.isPending}
          {...(text.trim() === '' ? { reason: t('messages.typeFirst') } : {})}
        >
          {t('messages.send')}
        </Button>
      </div>
    </form>
  );
}
