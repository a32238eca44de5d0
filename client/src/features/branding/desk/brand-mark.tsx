import type { DesignRow } from '@qafila/shared/branding/brief-views';
import type { ReactNode } from 'react';
import { Code } from '../../../ui/money';

/** A brand as the team knows it: colours, name and code. The company behind it is not told. */
export function BrandMark({ brand }: { readonly brand: DesignRow['brand'] }): ReactNode {
  return (
    <span className="desk-brand">
      <span className="desk-swatch" aria-hidden>
        <i style={{ background: brand.ink }} />
        <i style={{ background: brand.accent }} />
      </span>
      <span>
        <bdi>{brand.nameLatin}</bdi>
        <br />
        <span className="small muted">
          <Code>{brand.code}</Code>
        </span>
      </span>
    </span>
  );
}
