import { join } from 'node:path';
import type { AssetFacts } from '@qafila/shared/branding/asset-facts';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api';
import { canvasMaker } from '../../../platform/pdf/pdf-bands';
import type { OpenedAsset, PageRaster } from './opened-asset';
import { documentFacts, pageFacts } from './pdf/pdf-facts';
import { PdfFile } from './pdf/pdf-file';
import { guardPdf } from './pdf/pdf-guard';
import { pagesOf } from './pdf/pdf-pages';
import { drawingOf, rasterPage } from './pdf/pdf-raster';
import { Refusal } from './refusal';

/** Opens a PDF: every object is looked at before a page is drawn, and every page is read and drawn. */
export async function openPdf(bytes: Buffer, scratch: string): Promise<OpenedAsset> {
  refuseTail(bytes);
  const file = new PdfFile(bytes);
  guardPdf(file, bytes);
  const pages = pagesOf(file);
  const drawing = await drawingOf(bytes);
  // Two readers that count differently read two documents.
  if (drawing.numPages !== pages.length) throw new Refusal('broken');
  if ((await drawing.getJSActions()) !== null) throw new Refusal('pdf_script');
  const make = canvasMaker(drawing);
  const facts = pages.map((page, index) => pageFacts(file, { page, number: index + 1, make }));
  const rasters = await drawPages(drawing, scratch);
  const document: AssetFacts = {
    type: 'pdf',
    bytes: bytes.length,
    claimedPpi: null,
    ...documentFacts(file),
    pages: facts,
  };
  return { facts: document, pages: rasters, cleaned: null };
}

async function drawPages(drawing: PDFDocumentProxy, scratch: string): Promise<PageRaster[]> {
  const rasters: PageRaster[] = [];
  for (let page = 1; page <= drawing.numPages; page += 1) {
    const raster = join(scratch, `raster-${page}.tif`);
    await rasterPage(drawing, page, raster);
    rasters.push({ page, raster });
  }
  return rasters;
}

/** After the last end mark there is nothing but blanks. */
function refuseTail(bytes: Buffer): void {
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) throw new Refusal('broken');
  if (bytes.subarray(end + 5).some((byte) => byte > 32)) throw new Refusal('extra_data');
}
