import { TWO_PEOPLE_FROM } from '@qafila/shared/payments/payments.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { gapOf, isSmallWriteOff, type Match } from './match-facts';

/** What stands out in a match and what confirming it means, in two sentences; nothing for a plain one. */
export function MatchNote({ match }: { readonly match: Match }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const gap = gapOf(match);
  const notes: { readonly title: string; readonly text: string }[] = [];
  if (match.state === 'first_confirmed') {
    notes.push({
      title: t('detail.firstTitle', { name: match.firstPerson ?? '' }),
      text: t(match.isMine ? 'detail.mineText' : 'detail.firstText'),
    });
  }
  if (match.kind !== 'order') {
    notes.push({ title: t(`detail.${match.kind}Title`), text: t(`detail.${match.kind}Text`) });
  } else if (match.writtenOff.minor > 0) {
    const amount = format.money(match.writtenOff);
    notes.push({ title: t('detail.writtenOffTitle', { amount }), text: t('detail.writtenOffText') });
  } else if (gap) {
    const short = isSmallWriteOff(gap.by) ? 'detail.shortTitle' : 'detail.shortLarge';
    const title = t(gap.kind === 'short' ? short : 'detail.overTitle', { amount: format.money(gap.by) });
    notes.push({ title, text: t(gap.kind === 'short' ? 'detail.shortText' : 'detail.overText') });
  } else if (match.needsTwoPeople && match.state === 'proposed') {
    const limit = format.money(TWO_PEOPLE_FROM.value);
    notes.push({ title: t('detail.twoTitle'), text: t('detail.twoText', { limit }) });
  }
  return notes.map((note) => (
    <div key={note.title} className="match-note">
      <b>{note.title}</b>
      <p>{note.text}</p>
    </div>
  ));
}
