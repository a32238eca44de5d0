import { Controller } from '@nestjs/common';
import {
  dropImport,
  getImportTable,
  getStatementImport,
  importStatement,
  previewLayout,
  saveLayout,
} from '@qafila/shared/payments/statements.contract';
import { Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { DropImport } from '../app/drop-import';
import { ImportStatement } from '../app/import-statement';
import { PreviewLayout } from '../app/preview-layout';
import { ReadImport } from '../app/read-import';
import { ReadImportTable } from '../app/read-import-table';
import { SaveLayout } from '../app/save-layout';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportStatement,
    private readonly reads: ReadImport,
    private readonly tables: ReadImportTable,
    private readonly previews: PreviewLayout,
    private readonly layouts: SaveLayout,
    private readonly drops: DropImport,
  ) {}

  @Handles(importStatement)
  importStatement(@TheCall() call: SignedInCall<typeof importStatement>) {
    return this.imports.run(call.actor, call.file);
  }

  @Handles(getStatementImport)
  getStatementImport(@TheCall() call: SignedInCall<typeof getStatementImport>) {
    return this.reads.run(call.actor, call.params.id);
  }

  @Handles(getImportTable)
  getImportTable(@TheCall() call: SignedInCall<typeof getImportTable>) {
    return this.tables.run(call.actor, call.params.id);
  }

  @Handles(previewLayout)
  previewLayout(@TheCall() call: SignedInCall<typeof previewLayout>) {
    return this.previews.run(call.actor, call.params.id, call.body);
  }

  @Handles(saveLayout)
  saveLayout(@TheCall() call: SignedInCall<typeof saveLayout>) {
    return this.layouts.run(call.actor, call.params.id, call.body);
  }

  @Handles(dropImport)
  dropImport(@TheCall() call: SignedInCall<typeof dropImport>) {
    return this.drops.run(call.actor, call.params.id);
  }
}
