import { Injectable } from '@nestjs/common';
import { type InspectedFile, type Inspection, inspectAsset } from '../inspect/inspect-asset';

/** Opens a file whole, in a process of its own that may do nothing but that. */
@Injectable()
export class AssetInspector {
  run(file: InspectedFile): Promise<Inspection> {
    return inspectAsset(file);
  }
}
