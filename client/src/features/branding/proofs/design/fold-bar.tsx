import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import { declineNotes, foldNotes } from '@qafila/shared/branding/design-proofs.contract';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../../../lib/call';
import { useFormats } from '../../../../lib/i18n/format';
import { Button } from '../../../../ui/button';
import { Field } from '../../../../ui/field';
import { Segments } from '../../../../ui/segments';
import { ErrorLine } from '../../../../ui/states';
import { sayDone } from '../../../../ui/toast';
import { STORE_SIDE } from '../side';
import { useFreshProof } from '../use-review';

type Verdict = 'fold' | 'decline';

interface FoldBarProps {
  readonly proof: DesignProofView;
  /** Ids of the notes that are marked. */
  readonly picked: readonly string[];
  readonly onDone: () => void;
}

/** What the gatekeeper makes of the marked notes: one to-do, or a refusal whose reason their writers read. */
export function FoldBar({ proof, picked, onDone }: FoldBarProps): ReactNode {
  const { t } = useTranslation(['gate', 'ui']);
  const { list, number } = useFormats();
  const refresh = useFreshProof(STORE_SIDE, proof.id);
  const [verdict, setVerdict] = useState<Verdict>('fold');
  const chosen = proof.notes.filter(({ id }) => picked.includes(id));
  const [words, setWords] = useState('');
  const key = useRef(newKey());
  const settle = useMutation({
    mutationFn: () => {
      const given = { params: { id: proof.id }, idempotencyKey: key.current };
      const noteIds = [...picked];
      return verdict === 'fold'
        ? call(foldNotes, { ...given, body: { noteIds, text: words.trim() } })
        : call(declineNotes, { ...given, body: { noteIds, reason: words.trim() } });
    },
    onSuccess: async () => {
      sayDone(t(`fold.done.${verdict}`));
      onDone();
      await refresh();
    },
    onSettled: () => {
      key.current = newKey();
    },
  });
  return (
    <section className="card card-pad proof-fold" aria-label={t('fold.title')}>
      <b>{t('fold.picked', { count: picked.length })}</b>
      <p className="small muted">
        {t('fold.numbers', {
          numbers: list(chosen.map((note) => number(note.number))),
        })}
      </p>
      <Segments
        wide
        label={t('fold.verdict')}
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: 'fold', text: t('fold.fold') },
          { value: 'decline', text: t('fold.decline') },
        ]}
      />
      <Field label={t(`fold.words.${verdict}`)}>
        {({ id }) => (
          <textarea
            id={id}
            className="input"
            rows={2}
            dir="auto"
            maxLength={MESSAGE_MAX}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <ErrorLine error={settle.error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" size="small" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button
          kind="primary"
          size="small"
          busy={settle.isPending}
          onClick={() => settle.mutate()}
          {...(words.trim() === '' ? { reason: t(`fold.need.${verdict}`) } : {})}
        >
          {t(`fold.confirm.${verdict}`)}
        </Button>
      </div>
    </section>
  );
}
