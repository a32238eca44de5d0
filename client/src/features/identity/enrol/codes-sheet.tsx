import { Check, Copy, Download, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { sayFailed } from '../../../ui/toast';

function download(codes: readonly string[], title: string): void {
  const text = [title, '', ...codes, ''].join('\n');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}

/** The ten codes, shown once, with three ways to keep them. */
export function CodesSheet({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const { t } = useTranslation(['identity', 'ui']);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => sayFailed(t('ui:copyFailed')),
    );
  return (
    <div className="stack">
      <ol className="codes-sheet">
        {codes.map((code) => (
          <li key={code}>
            <bdi dir="ltr" className="code" translate="no">
              {code}
            </bdi>
          </li>
        ))}
      </ol>
      <div className="inline no-print">
        <Button size="small" icon={isCopied ? Check : Copy} onClick={copy}>
          {t(isCopied ? 'ui:copied' : 'codes.copy')}
        </Button>
        <Button size="small" icon={Download} onClick={() => download(codes, t('codes.fileTitle'))}>
          {t('codes.download')}
        </Button>
        <Button size="small" icon={Printer} onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
      </div>
    </div>
  );
}
