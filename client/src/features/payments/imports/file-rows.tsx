import type { AnswerOf } from '@qafila/shared/access/endpoint';
import type { getImportTable } from '@qafila/shared/payments/statements.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card';
import { Chip } from '../../../ui/chip';
import { ScrollRegion } from '../../../ui/scroll-region';
import { type AmountMode, type LayoutDraft, rolesOf } from './layout-draft';

interface FileRowsProps {
  readonly table: AnswerOf<typeof getImportTable>;
  readonly headerRow: number;
  readonly draft: LayoutDraft;
  readonly mode: AmountMode;
}

/** The file as it came, numbered as in a spreadsheet; above each column what it is for. */
export function FileRows({ table, headerRow, draft, mode }: FileRowsProps): ReactNode {
  const { t } = useTranslation('payments');
  const roles = rolesOf(draft, mode);
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  const rows = table.rows.map((cells, i) => ({ cells, number: i + 1 }));
  const places = Array.from({ length: width }, (_, column) => column);
  return (
    <Card title={t('layout.file')}>
      <ScrollRegion label={t('layout.file')} className="file-rows">
        <table>
          <caption className="sr-only">{t('layout.file')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t('layout.rowNumber')}</span>
              </th>
              {places.map((column) => {
                const role = roles.get(column);
                return (
                  <th key={column} scope="col">
                    {role && (
                      <Chip tone="info" icon={null}>
                        {t(`layout.column.${role}`)}
                      </Chip>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, cells }) => (
              <tr key={number} data-header={number === headerRow}>
                <th scope="row">{number}</th>
                {places.map((column) => (
                  <td key={column}>
                    <bdi>{cells[column]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
