import { requireChanges } from '@qafila/shared/branding/decisions.contract';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog';
import { sayDone } from '../../../../ui/toast';
import { AnswerForm } from '../answer-form';
import { isUnsettled } from '../notes/filter-notes';
import { useDecide } from './use-decide';

interface AnswerDialogProps {
  readonly proof: ProofView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Sends the version back: its open notes are what is to change, with or without a text. */
export function ChangesDialog({ proof, isOpen, onClose }: AnswerDialogProps): ReactNode {
  const { t } = useTranslation('proofs');
  return (
    <Dialog title={t('changes.title', { version: proof.version })} isOpen={isOpen} onClose={onClose}>
      <Form proof={proof} onClose={onClose} />
    </Dialog>
  );
}

function Form({ proof, onClose }: Omit<AnswerDialogProps, 'isOpen'>): ReactNode {
  const { t } = useTranslation('proofs');
  const [text, setText] = useState('');
  const decide = useDecide(requireChanges, proof, () => {
    sayDone(t('changes.done'));
    onClose();
  });
  const open = proof.notes.filter(isUnsettled);
  const said = text.trim();
  const why = open.length === 0 && said === '' ? t('changes.needOne') : undefined;
  return (
    <>
      <p>{t(open.length > 0 ? 'changes.notes' : 'changes.noNotes', { count: open.length })}</p>
      {open.length > 0 && (
        <ul className="proof-open-notes">
          {open.map((note) => (
            <li key={note.id}>
              <span className={`proof-number proof-number-${note.status}`}>{note.number}</span>
              <span dir="auto">{note.body}</span>
            </li>
          ))}
        </ul>
      )}
      <AnswerForm
        label={t('changes.text')}
        value={text}
        onChange={setText}
        error={decide.error}
        onClose={onClose}
        confirm={{
          text: t('changes.confirm'),
          kind: 'primary',
          isBusy: decide.isPending,
          reason: why,
          run: () => decide.mutate({ params: { id: proof.id }, body: { text: said === '' ? null : said } }),
        }}
      />
    </>
  );
}
