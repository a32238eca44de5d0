import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import { writeDesignMessage } from '@qafila/shared/branding/design.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { usePages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Segments } from '../../../ui/segments';
import { ErrorLine } from '../../../ui/states';
import { MessageThread } from '../briefs/message-thread';
import { TextArea } from '../briefs/text-area';
import { designMessagesKey, loadDesignMessages } from './api';

const VISIBILITIES = ['shared', 'internal'] as const;
type Visibility = (typeof VISIBILITIES)[number];

/** Messages with the trader, and those of the team among itself: he never sees them. */
export function DeskMessages({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const pages = usePages(designMessagesKey(brief.id), (after, signal) =>
    loadDesignMessages(brief.id, after, signal),
  );
  const mayWrite = brief.actions.some(({ step, allowed }) => step === 'write' && allowed);
  return (
    <Card title={t('briefs:messages.title')}>
      <MessageThread messages={pages.rows} query={pages.query} empty={t('briefs:messages.noneRead')} />
      {mayWrite && <WriteForm id={brief.id} />}
    </Card>
  );
}

function WriteForm({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const say = useSay();
  const client = useQueryClient();
  const intention = useIntention();
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState<Visibility>('internal');
  const write = useMutation({
    mutationFn: () =>
      intention.send({ text, visibility }, (body, idempotencyKey) =>
        call(writeDesignMessage, { params: { id }, body, idempotencyKey }),
      ),
    onSuccess: async () => {
      intention.renew();
      setText('');
      await client.invalidateQueries({ queryKey: designMessagesKey(id) });
    },
  });
  const isEmpty = text.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty && !write.isPending) write.mutate();
  };
  return (
    <form className="stack stack-tight" onSubmit={submit} noValidate>
      <Segments
        label={t('write.to')}
        value={visibility}
        onChange={setVisibility}
        options={VISIBILITIES.map((value) => ({ value, text: t(`write.${value}`) }))}
      />
      <TextArea
        label={t(`write.label.${visibility}`)}
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
          {...(isEmpty ? { reason: t('briefs:messages.typeFirst') } : {})}
        >
          {t(`write.send.${visibility}`)}
        </Button>
      </div>
    </form>
  );
}
