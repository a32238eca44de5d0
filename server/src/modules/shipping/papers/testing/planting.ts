import PDFDocument from 'pdfkit';

type Document = PDFKit.PDFDocument & { _root: { data: { Metadata?: unknown } } };
type Plant = (document: Document) => void;

/** Runs a real renderer and slips something into its document just before it is closed. */
export async function withPlanted(plant: Plant, render: () => Promise<Buffer>): Promise<Buffer> {
  const real = PDFDocument.prototype.end;
  PDFDocument.prototype.end = function end(this: Document): void {
    plant(this);
    real.call(this);
  };
  try {
    return await render();
  } finally {
    PDFDocument.prototype.end = real;
  }
}

export const inInfo =
  (key: string, value: string): Plant =>
  (document) => {
    Object.assign(document.info, { [key]: value });
  };

export const inXmp =
  (text: string): Plant =>
  (document) => {
    const packet = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    packet.end(
      Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${text}</dc:creator></x:xmpmeta>`),
    );
    document._root.data.Metadata = packet;
  };

export const inAttachment =
  (name: string, text: string): Plant =>
  (document) => {
    const at = document.info.CreationDate;
    document.file(Buffer.from(text), { name, ...(at ? { creationDate: at, modifiedDate: at } : {}) });
  };

export const inLink =
  (url: string): Plant =>
  (document) => {
    document.link(10, 10, 50, 20, url);
  };

export const inOutline =
  (title: string): Plant =>
  (document) => {
    document.outline.addItem(title);
  };

/** White letters on white paper: invisible to the eye, plain to a reader. */
export const inHiddenText =
  (text: string): Plant =>
  (document) => {
    document.fillColor('#ffffff').text(text, 5, 5, { lineBreak: false });
  };
