import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextField } from '../../../ui/field';
import { Segments } from '../../../ui/segments';
import { Section } from './section';
import type { ProfileForm } from './use-profile-form';

/** Who the parcel says it is from, where it goes back to, and whom its recipient asks. */
export function SenderSection({ form }: { readonly form: ProfileForm }): ReactNode {
  const { t } = useTranslation('profiles');
  const { sender, returns, replyEmail, website } = form.content;
  return (
    <Section title={t('sender.title')} canEdit={form.canEdit}>
      <div className="profile-pair">
        <TextField
          label={t('sender.reply')}
          hint={t('sender.replyHint')}
          dir="ltr"
          inputMode="email"
          value={replyEmail}
          error={form.fault('replyEmail')}
          onChange={(value) => form.change('replyEmail', value)}
        />
        <TextField
          label={t('sender.website')}
          dir="ltr"
          value={website ?? ''}
          error={form.fault('website')}
          onChange={(value) => form.change('website', value)}
        />
        <TextField
          label={t('sender.name')}
          value={sender.name ?? ''}
          error={form.fault('sender.name')}
          onChange={(name) => form.change('sender', { ...sender, name })}
        />
        <TextField
          label={t('sender.phone')}
          hint={t('sender.phoneHint')}
          dir="ltr"
          inputMode="tel"
          value={sender.phone ?? ''}
          error={form.fault('sender.phone')}
          onChange={(phone) => form.change('sender', { ...sender, phone })}
        />
      </div>
      <div className="field">
        <span className="field-label" aria-hidden>
          {t('sender.returns')}
        </span>
        <Segments
          label={t('sender.returns')}
          value={returns}
          options={[
            { value: 'own', text: t('sender.own') },
            { value: 'hub', text: t('sender.hub') },
          ]}
          onChange={(value) => form.change('returns', value)}
        />
      </div>
      {returns === 'hub' ? <p className="small muted">{t('sender.hubText')}</p> : <Lines form={form} />}
    </Section>
  );
}

/** Lines as typed, blank ones included while somebody types; the content holds those that say something. */
function Lines({ form }: { readonly form: ProfileForm }): ReactNode {
  const { t } = useTranslation('profiles');
  const { sender } = form.content;
  const [text, setText] = useState(sender.lines.join('\n'));
  const faults = [
    form.fault('sender.lines'),
    ...sender.lines.map((_, at) => form.fault(`sender.lines.${at}`)),
  ];
  const type = (typed: string): void => {
    setText(typed);
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    form.change('sender', { ...sender, lines });
  };
  return (
    <Field label={t('sender.lines')} error={faults.find((fault) => fault !== undefined)}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id}
          className="input"
          dir="auto"
          rows={3}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
}
