import { createProfile } from '@qafila/shared/branding/profiles.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { PROFILES_KEY } from './api';

interface CreateProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the names of a new profile and opens it. */
export function CreateDialog({ isOpen, onClose }: CreateProps): ReactNode {
  const { t } = useTranslation('profiles');
  return (
    <Dialog title={t('create.title')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <CreateForm onClose={onClose} />}
    </Dialog>
  );
}

function CreateForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('profiles');
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  const [nameLatin, setLatin] = useState('');
  const [nameArabic, setArabic] = useState('');
  const create = useMutation({
    mutationFn: () =>
      intention.send({ nameLatin, nameArabic }, (body, idempotencyKey) =>
        call(createProfile, { body, idempotencyKey }),
      ),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: PROFILES_KEY });
      await navigate({ to: `/brand/profiles/${id}` });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('create.text')}</p>
      <TextField
        label={t('names.latin')}
        dir="ltr"
        value={nameLatin}
        error={say.field(create.error, 'nameLatin')}
        onChange={setLatin}
        data-autofocus
      />
      <TextField
        label={t('names.arabic')}
        dir="rtl"
        lang="ar"
        value={nameArabic}
        error={say.field(create.error, 'nameArabic')}
        onChange={setArabic}
      />
      <ErrorLine error={create.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button kind="primary" type="submit" busy={create.isPending}>
          {t('create.make')}
        </Button>
      </div>
    </form>
  );
}
