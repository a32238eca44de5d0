import type { ReactNode } from 'react';
import { Card } from '../../../ui/card';

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly aside?: ReactNode;
  readonly canEdit: boolean;
  readonly children: ReactNode;
}

/** A part of the editor; switched off as a whole for whoever may only read. */
export function Section({ title, hint, aside, canEdit, children }: SectionProps): ReactNode {
  return (
    <Card title={title} aside={aside}>
      {hint !== undefined && <p className="small muted">{hint}</p>}
      <fieldset className="profile-section" disabled={!canEdit}>
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </Card>
  );
}
