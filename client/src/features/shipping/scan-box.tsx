import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import { CircleCheck, CircleX, ScanBarcode } from 'lucide-react';
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { ErrorText } from '../../ui/states';
import { nextPiece } from './piece-list';
import type { ParcelSteps } from './use-parcel';

interface ScanBoxProps {
  readonly parcel: ParcelView;
  readonly scan: ParcelSteps['scan'];
  readonly onCode: (code: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The field for a code typed by hand, and in big letters what became of the last one. */
export function ScanBox({ parcel, scan, onCode, input }: ScanBoxProps): ReactNode {
  const { t } = useTranslation('shipping');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = typed.trim();
    if (code === '') return;
    setTyped('');
    onCode(code);
  };
  return (
    <section className="card card-pad scan-box">
      <form className="scan-form" onSubmit={submit}>
        <TextField
          ref={input}
          label={t('scan.label')}
          hint={t('scan.hint')}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" icon={ScanBarcode}>
          {t('scan.put')}
        </Button>
      </form>
      <Outcome parcel={parcel} scan={scan} />
    </section>
  );
}

/** Green with the piece and its count, or red with what to do with it. */
function Outcome({ parcel, scan }: Pick<ScanBoxProps, 'parcel' | 'scan'>): ReactNode {
  const { t } = useTranslation('shipping');
  const format = useFormats();
  const code = scan.variables;
  const piece = parcel.items.find((item) => item.gtin === code || item.sku === code?.toUpperCase());
  const isComplete = nextPiece(parcel) === undefined;
  const isGood = scan.isSuccess && piece !== undefined;
  return (
    <div aria-live="assertive" className="scan-outcome">
      {scan.isError && (
        <p className="scan-said scan-bad" key={scan.submittedAt}>
          <CircleX size={22} aria-hidden />
          <ErrorText error={scan.error} />
        </p>
      )}
      {isGood && (
        <p className="scan-said scan-good" key={scan.submittedAt}>
          <CircleCheck size={22} aria-hidden />
          {isComplete
            ? t('scan.complete')
            : t('scan.good', {
                name: `${format.words(piece.name)} ${format.words(piece.size)}`,
                packed: piece.packed,
                quantity: piece.quantity,
              })}
        </p>
      )}
    </div>
  );
}
