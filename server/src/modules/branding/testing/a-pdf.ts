/** A small PDF written object by object, so that a test knows every value in it. */
export interface PdfParts {
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly content?: string;
  /** Further objects from number 5 on. */
  readonly objects?: readonly Buffer[];
  readonly trailer?: string;
}

export const aStream = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

export function aPdf(parts: PdfParts = {}): Buffer {
  const page = parts.page ?? '/MediaBox[0 0 300 200]';
  const objects = [
    Buffer.from(`<</Type/Catalog/Pages 2 0 R${parts.catalog ?? ''}>>`),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(`<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<${parts.resources ?? ''}>>${page}>>`),
    aStream('', Buffer.from(parts.content ?? '0 0 0 1 k 10 10 50 50 re f')),
    ...(parts.objects ?? []),
  ];
  const chunks = [Buffer.from('%PDF-1.6\n')];
  const offsets: number[] = [];
  let at = chunks[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += chunk.length;
    chunks.push(chunk);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const trailer = `trailer\n<</Size ${count}/Root 1 0 R${parts.trailer ?? ''}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`)]);
}
