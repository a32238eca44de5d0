import { MESSAGE_MAX } from '@qafila/shared/branding/briefs.contract';
import { quoteRound } from '@qafila/shared/branding/design.contract';
import { isCurrency } from '@qafila/shared/kernel/currency';
import { asciiDigits } from '@qafila/shared/kernel/digits';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedAmount } from '../../../lib/amount';
import { call, isRefused } from '../../../lib/call';
import { useSay } from '../../../lib/i18n/say';
import { useIntention } from '../../../lib/intention';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { TextArea } from '../briefs/text-area';
import { QUOTES_KEY, type QuoteRow } from './api';

const MOST_DAYS = 60;

/** Whole working days, in any digits; `null` for what is none. */
function typedDays(text: string): number | null {
  const digits = asciiDigits(text).trim();
  const days = /^\d{1,2}$/.test(digits) ? Number(digits) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

interface QuoteFormProps {
  readonly row: QuoteRow;
  readonly onClose: () => void;
}

/** What a further round costs, how long it takes and what it covers, in the trader's currency. */
export function QuoteForm({ row, onClose }: QuoteFormProps): ReactNode {
  const { t } = useTranslation('desk');
  const say = useSay();
  const client = useQueryClient();
  const intention = useIntention();
  const [given, setGiven] = useState({ price: '', days: '', text: '' });
  const put = (part: Partial<typeof given>): void => setGiven((now) => ({ ...now, ...part }));
  const price = isCurrency(row.currency) ? typedAmount(given.price, row.currency) : null;
  const leadDays = typedDays(given.days);
  const offer = useMutation({
    mutationFn: (offered: { price: NonNullable<typeof price>; leadDays: number; text: string }) =>
      intention.send(offered, (body, idempotencyKey) =>
        call(quoteRound, { params: { id: row.id }, ifMatch: row.version, idempotencyKey, body }),
      ),
    onSuccess: async () => {
      sayDone(t('quotes.done'));
      onClose();
      await client.invalidateQueries({ queryKey: QUOTES_KEY });
    },
    onError: async (error) => {
      if (isRefused(error)) await client.invalidateQueries({ queryKey: QUOTES_KEY });
    },
  });
  const isWhole = price !== null && leadDays !== null && given.text.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (price && leadDays !== null && isWhole && !offer.isPending)
      offer.mutate({ price, leadDays, text: given.text });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="small muted">{t('quotes.form', { title: row.title, company: row.company })}</p>
      <div className="brief-pair">
        <TextField
          label={t('quotes.price', { currency: row.currency })}
          dir="ltr"
          inputMode="decimal"
          value={given.price}
          error={
            given.price !== '' && price === null ? t('quotes.priceWrong') : say.field(offer.error, 'price')
          }
          onChange={(text) => put({ price: text })}
          data-autofocus
        />
        <TextField
          label={t('quotes.leadDays')}
          dir="ltr"
          inputMode="numeric"
          value={given.days}
          error={
            given.days !== '' && leadDays === null
              ? t('quotes.daysWrong', { most: MOST_DAYS })
              : say.field(offer.error, 'leadDays')
          }
          onChange={(days) => put({ days })}
        />
      </div>
      <TextArea
        label={t('quotes.text')}
        hint={t('quotes.textHint')}
        rows={4}
        maxLength={MESSAGE_MAX}
        value={given.text}
        error={say.field(offer.error, 'text')}
        onChange={(text) => put({ text })}
      />
      <ErrorLine error={offer.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button
          kind="primary"
          type="submit"
          busy={offer.isPending}
          {...(isWhole ? {} : { reason: t('quotes.fillFirst') })}
        >
          {t('quotes.send')}
        </Button>
      </div>
    </form>
  );
}
