/** pdf.js, loaded on the first file that is read: most processes never read one. */
export type PdfEngine = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<PdfEngine> | undefined;

async function load(): Promise<PdfEngine> {
  // With its worker module in this process pdf.js looks for no file and starts no thread.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The one engine of this process. */
export function pdfEngine(): Promise<PdfEngine> {
  loading ??= load();
  return loading;
}
