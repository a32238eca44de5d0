import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { isNegative } from '@qafila/shared/kernel/money';
import type { previewLayout } from '@qafila/shared/payments/statements.contract';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useSay } from '../../../lib/i18n/say';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Digits } from '../../../ui/money';
import { ErrorState } from '../../../ui/states';
import type { usePreview } from './use-layout';

type Preview = AnswerOf<typeof previewLayout>;
type Line = Preview['lines'][number] & { readonly place: number };

interface LayoutPreviewProps {
  readonly preview: ReturnType<typeof usePreview>;
  /** Something is not named yet. */
  readonly missing: boolean;
}

/** What would be imported: the proof, and the first lines. */
export function LayoutPreview({ preview, missing }: LayoutPreviewProps): ReactNode {
  const { t } = useTranslation('payments');
  const { data, error } = preview;
  if (error) return <ErrorState error={error} what={t('layout.previewFailed')} />;
  return (
    <Card title={t('layout.preview')} aside={!missing && data && <ProofChip preview={data} />}>
      <div className="stack" aria-live="polite" aria-busy={preview.isFetching}>
        {missing || !data ? <p className="muted">{t('layout.previewNone')}</p> : <Found preview={data} />}
      </div>
    </Card>
  );
}

function ProofChip({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation('payments');
  if (preview.fault) return <Chip tone="bad">{t('layout.doesNotFit')}</Chip>;
  return <Chip tone={preview.isProven ? 'ok' : 'warn'}>{t(preview.isProven ? 'proven' : 'notProven')}</Chip>;
}

function Found({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation('payments');
  const say = useSay();
  const format = useFormats();
  const { fault, from, to, opening, movements, closing, lineCount, hasMore } = preview;
  return (
    <>
      {fault && (
        <p className="inline bad" role="alert">
          <TriangleAlert size={16} aria-hidden />
          <span>{say.reason(fault)}</span>
        </p>
      )}
      {from !== null && to !== null && (
        <p className="small">
          {t(hasMore ? 'layout.foundMore' : 'layout.found', {
            lines: format.number(lineCount),
            from: format.date(from),
            to: format.date(to),
          })}{' '}
          {opening && movements && closing && (
            <Code>
              {t('import.proof', {
                opening: format.amount(opening),
                movements: format.amount(movements),
                closing: format.amount(closing),
              })}
            </Code>
          )}
        </p>
      )}
      {!fault && !preview.isProven && <p className="small warn">{t('layout.unproven')}</p>}
      {preview.lines.length > 0 && <Lines preview={preview} />}
    </>
  );
}

function Lines({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const columns: Column<Line>[] = [
    { key: 'date', head: t('layout.head.date'), cell: (line) => format.date(line.bookedOn) },
    {
      key: 'text',
      head: t('layout.head.text'),
      cell: (line) => (
        <>
          {line.payerName && (
            <b>
              <bdi>{line.payerName}</bdi>
            </b>
          )}
          <div className="small layout-text">
            <bdi>{line.text}</bdi>
          </div>
        </>
      ),
    },
    {
      key: 'amount',
      head: t('layout.head.amount'),
      isNumber: true,
      cell: (line) => (
        <span className={isNegative(line.amount) ? 'muted' : ''}>
          <Digits of={line.amount} />
        </span>
      ),
    },
    {
      key: 'balance',
      head: t('layout.head.balance'),
      isNumber: true,
      cell: (line) => line.balanceAfter && <Digits of={line.balanceAfter} />,
    },
  ];
  return (
    <DataTable
      caption={t('layout.preview')}
      columns={columns.filter(({ key }) => key !== 'balance' || preview.opening !== null)}
      rows={preview.lines.map((line, place) => ({ ...line, place }))}
      rowKey={({ place }) => String(place)}
      cards
    />
  );
}
