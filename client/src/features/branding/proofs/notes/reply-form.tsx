import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntention } from '../../../../lib/intention';
import { Button } from '../../../../ui/button';
import { ErrorLine } from '../../../../ui/states';
import type { ShownNote, Side } from '../side';
import { useFreshProof } from '../use-review';

interface ReplyFormProps {
  readonly note: ShownNote;
  readonly side: Side;
  readonly proofId: string;
}

/** Answers a note; the answer is as open as the note is. */
export function ReplyForm({ note, side, proofId }: ReplyFormProps): ReactNode {
  const { t } = useTranslation('proofs');
  const refresh = useFreshProof(side, proofId);
  const [body, setBody] = useState('');
  const intention = useIntention();
  const send = useMutation({
    mutationFn: () =>
      intention.send({ noteId: note.id, body: body.trim() }, (words, idempotencyKey) =>
        side.reply(proofId, { ...words, idempotencyKey }),
      ),
    onSuccess: async () => {
      intention.renew();
      setBody('');
      await refresh();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body.trim() !== '' && !send.isPending) send.mutate();
  };
  return (
    <form className="proof-reply" onSubmit={submit}>
      <input
        className="input"
        dir="auto"
        maxLength={MESSAGE_MAX}
        aria-label={t('note.replyTo', { number: note.number })}
        placeholder={t('note.replyHere')}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <Button size="small" type="submit" busy={send.isPending}>
        {t('note.reply')}
      </Button>
      <ErrorLine error={send.error} />
    </form>
  );
}
