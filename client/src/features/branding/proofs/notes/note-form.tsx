import { isOnPage, type NoteShape, type NoteVisibility } from '@qafila/shared/branding/proof-notes.rules';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button';
import { Field } from '../../../../ui/field';
import { Segments } from '../../../../ui/segments';
import { ErrorLine } from '../../../../ui/states';
import type { NoteDraft, ShownNote } from '../side';
import type { Pen } from '../use-review';
import { PlaceFields } from './place-fields';

const MOST = 4000;

interface NoteFormProps {
  readonly draft: NoteDraft;
  readonly pen: Pen;
  readonly page: ProofPageView;
  /** The note that is changed; none for a new one. */
  readonly note: ShownNote | undefined;
  /** The team may keep a note to itself. */
  readonly mayHide: boolean;
}

/** Words for the shape on the page, and its place in millimetres. */
export function NoteForm({ draft, pen, page, note, mayHide }: NoteFormProps): ReactNode {
  const { t } = useTranslation(['proofs', 'ui']);
  const [body, setBody] = useState(note?.body ?? '');
  const [visibility, setVisibility] = useState<NoteVisibility>(mayHide ? 'internal' : 'shared');
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const isOff = !isOnPage(draft.shape, { widthMm: page.trimWMm, heightMm: page.trimHMm });
  const why = isOff ? t('form.offPage') : body.trim() === '' ? t('form.needWords') : undefined;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (why === undefined && !pen.save.isPending) pen.save.mutate({ draft, body: body.trim(), visibility });
  };
  return (
    <form className="stack proof-form" onSubmit={save}>
      <Field label={t(`form.words.${draft.shape.shape}`)}>
        {({ id }) => (
          <textarea
            ref={input}
            id={id}
            className="input"
            rows={3}
            dir="auto"
            maxLength={MOST}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
              if (event.key === 'Escape') pen.drop();
            }}
          />
        )}
      </Field>
      {mayHide && note === undefined && (
        <Segments
          wide
          label={t('form.visibility')}
          value={visibility}
          onChange={setVisibility}
          options={[
            { value: 'internal', text: t('form.internal') },
            { value: 'shared', text: t('form.shared') },
          ]}
        />
      )}
      <PlaceFields shape={draft.shape} onChange={(shape: NoteShape) => pen.setDraft({ ...draft, shape })} />
      <ErrorLine error={pen.save.error} />
      <div className="inline proof-form-steps">
        <Button kind="quiet" size="small" onClick={pen.drop}>
          {t('ui:cancel')}
        </Button>
        <Button
          kind="primary"
          size="small"
          type="submit"
          busy={pen.save.isPending}
          {...(why === undefined ? {} : { reason: why })}
        >
          {t(note ? 'form.change' : 'form.add')}
        </Button>
      </div>
    </form>
  );
}
