import { deflateSync } from 'node:zlib';
import { SVG_ATTACKS } from '@qafila/shared/branding/testing/svg-attacks';
import sharp from 'sharp';
import { aPdf, aStream } from './a-pdf';

/** A broken or hostile file, and the reasons for which it may be refused. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly reasons: readonly string[];
}
type Pictures = Readonly<Record<'png' | 'jpg' | 'webp' | 'tif', Buffer>>;

const file = (name: string, bytes: Buffer | string, ...reasons: string[]): HostileFile => ({
  name,
  bytes: Buffer.from(bytes as Buffer),
  reasons,
});

async function pictures(): Promise<Pictures> {
  const picture = sharp({ create: { width: 120, height: 80, channels: 3, background: '#c84' } });
  const [png, jpg, webp, tif] = await Promise.all([
    picture.clone().png().toBuffer(),
    picture.clone().jpeg().toBuffer(),
    picture.clone().webp().toBuffer(),
    picture.clone().tiff({ compression: 'none' }).toBuffer(),
  ]);
  return { png, jpg, webp, tif };
}

const GIF = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1');
const ZIP = Buffer.from(`PK\x03\x04${'\0'.repeat(26)}aPK\x05\x06${'\0'.repeat(18)}`, 'latin1');
const HTML = '<html><script>alert(1)</script></html>';
const BROKEN = ['broken', 'type_not_accepted'];

function mangled(all: Pictures): HostileFile[] {
  return Object.entries(all).flatMap(([ending, bytes]) => {
    const cut = (part: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * part));
    const tails =
      ending === 'tif' ? [] : [Buffer.from(HTML), Buffer.from('\0\0x'), GIF, bytes, Buffer.from('%PDF-1.7')];
    return [
      ...[0.02, 0.1, 0.3, 0.5, 0.7, 0.9].map((part) =>
        file(`cut-${part * 100}.${ending}`, cut(part), ...BROKEN),
      ),
      ...tails.map((tail, index) =>
        file(`tail${index}.${ending}`, Buffer.concat([bytes, tail]), 'extra_data', 'several_types', 'broken'),
      ),
      file(`zip.${ending}`, Buffer.concat([bytes, ZIP]), 'extra_data', 'several_types'),
      file(`head.${ending}`, Buffer.concat([Buffer.from(HTML), bytes]), 'type_not_accepted'),
      file(`empty.${ending}`, Buffer.alloc(0), 'empty'),
      file(`zeros.${ending}`, Buffer.alloc(2000), 'type_not_accepted'),
      file(`text.${ending}`, 'hello', 'type_not_accepted'),
      file(`html.${ending}`, HTML, 'type_not_accepted'),
      file(`gif.${ending}`, GIF, 'type_not_accepted'),
      file(
        `elf.${ending}`,
        Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(99)]),
        'type_not_accepted',
      ),
      file(`pdf.${ending}`, aPdf(), 'type_differs'),
      ...['pdf', 'svg'].map((other) => file(`is-${ending}.${other}`, bytes, 'type_differs')),
    ];
  });
}

function named({ png }: Pictures): HostileFile[] {
  const unclear = [
    'logo.php.png',
    'logo.exe.png',
    'logo.svg.png',
    'logo.html.png',
    'logo.js.png',
    'logo.pdf.png',
  ];
  const hidden = [
    'logo\u202egnp.png',
    'logo\u0000.png',
    'logo\u2066.png',
    '../logo.png',
    'a\\b.png',
    `${'x'.repeat(300)}.png`,
  ];
  const foreign = [
    'logo',
    'logo.exe',
    'logo.eps',
    'logo.gif',
    'logo.svgz',
    'logo.html',
    'logo.png.exe',
    'logo.',
  ];
  return [
    ...[...unclear, ...hidden].map((name) => file(name, png, 'name_unclear')),
    ...foreign.map((name) => file(name, png, 'type_not_accepted')),
  ];
}

/** A PNG that says it is larger than it is, or is. */
async function large(): Promise<HostileFile[]> {
  const flat = sharp({
    create: { width: 14_000, height: 14_000, channels: 3, background: '#000' },
    limitInputPixels: false,
  });
  const { png } = await pictures();
  const lying = Buffer.from(png);
  lying.writeUInt32BE(60_000, 16);
  lying.writeUInt32BE(60_000, 20);
  const moves = Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1');
  const noted = Buffer.from(`tEXtComment\0${HTML}`, 'latin1');
  const chunk = Buffer.concat([Buffer.alloc(4), noted, Buffer.alloc(4)]);
  chunk.writeUInt32BE(noted.length - 4, 0);
  return [
    file('bomb.png', await flat.png({ compressionLevel: 1 }).toBuffer(), 'too_many_pixels'),
    file('lying.png', lying, 'too_many_pixels', 'broken'),
    file('moving.png', Buffer.concat([png.subarray(0, 33), moves, png.subarray(33)]), 'moving_picture'),
    file(
      'noted.png',
      Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]),
      'hidden_code',
      'several_types',
    ),
  ];
}

const zeros = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * 1024 * 1024));
const flate = (data: Buffer): Buffer => aStream('/Filter/FlateDecode', data);

const ACTIONS = ['Launch', 'URI', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'Hide', 'Named'];
const MEDIA = ['RichMedia', 'Movie', 'Sound', 'Screen', '3D'];

function documents(): HostileFile[] {
  const acting = (action: string): Buffer => aPdf({ catalog: `/OpenAction<<${action}>>` });
  const note = (entries: string): Buffer => aPdf({ page: `/MediaBox[0 0 300 200]/Annots[<<${entries}>>]` });
  const packedObject = deflateSync(Buffer.from('5 0 <</S/JavaScript/JS(app.alert(1))>>'));
  const packed = aStream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', packedObject);
  const action = (name: string): HostileFile =>
    file(`${name}.pdf`, note(`/Subtype/Link/A<</S/${name}>>`), 'pdf_action');
  return [
    file('js.pdf', acting('/S/JavaScript/JS(app.alert(1))'), 'pdf_script'),
    file('hexed-name.pdf', acting('/S/J#61vaScript/J#53(app.alert(1))'), 'pdf_script'),
    file(
      'names.pdf',
      aPdf({ catalog: '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>' }),
      'pdf_script',
    ),
    file('packed-js.pdf', aPdf({ objects: [packed] }), 'pdf_script'),
    file('launch-on-open.pdf', acting('/S/Launch/F(cmd.exe)'), 'pdf_action'),
    file('page-action.pdf', aPdf({ page: '/MediaBox[0 0 300 200]/AA<</O<</S/Foo>>>>' }), 'pdf_action'),
    ...ACTIONS.map(action),
    ...MEDIA.map((kind) => file(`${kind}.pdf`, note(`/Subtype/${kind}`), 'pdf_media')),
    file('widget.pdf', note('/Subtype/Widget/FT/Tx'), 'pdf_form'),
    file('attached.pdf', note('/Subtype/FileAttachment'), 'pdf_attachment'),
    file('form.pdf', aPdf({ catalog: '/AcroForm<</Fields[3 0 R]>>' }), 'pdf_form'),
    file('xfa.pdf', aPdf({ catalog: '/AcroForm<</XFA(x)>>' }), 'pdf_form'),
    file('files.pdf', aPdf({ catalog: '/Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>' }), 'pdf_attachment'),
    file(
      'file.pdf',
      aPdf({ objects: [aStream('/Type/EmbeddedFile', ZIP)] }),
      'pdf_attachment',
      'several_types',
    ),
    file(
      'outside.pdf',
      aPdf({ objects: [aStream('/F(http://evil.example/x)', Buffer.from('x'))] }),
      'pdf_outside',
    ),
    file('locked.pdf', aPdf({ trailer: '/Encrypt<</Filter/Standard/V 1/R 2/O()/U()/P -4>>' }), 'pdf_locked'),
  ];
}

function bombs(): HostileFile[] {
  const bomb = aStream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', zeros(60));
  return [
    file('object-bomb.pdf', aPdf({ objects: [bomb] }), 'pdf_bomb'),
    file(
      'content-bomb.pdf',
      aPdf({ page: '/MediaBox[0 0 300 200]/Contents 5 0 R', objects: [flate(zeros(80))] }),
      'pdf_bomb',
    ),
    file('nested.pdf', aPdf({ catalog: `/X${'['.repeat(500)}${']'.repeat(500)}` }), 'pdf_bomb'),
    file('huge-page.pdf', aPdf({ page: '/MediaBox[0 0 99999 99999]' }), 'pdf_page_size'),
    file('no-page-size.pdf', aPdf({ page: '' }), 'pdf_page_size'),
    file('flat-page.pdf', aPdf({ page: '/MediaBox[0 0 300 0]' }), 'pdf_page_size'),
  ];
}

function mangledDocuments(): HostileFile[] {
  const whole = aPdf();
  return [
    file('shifted.pdf', Buffer.concat([Buffer.from('MZ\n'), whole]), 'several_types'),
    file('tail.pdf', Buffer.concat([whole, Buffer.from(HTML)]), 'extra_data', 'several_types'),
    file('zip.pdf', Buffer.concat([whole, ZIP]), 'extra_data', 'several_types'),
    file('html.pdf', Buffer.concat([Buffer.from('%PDF-1.6\n<script>1</script>\n'), whole]), 'several_types'),
    file('renamed.png', whole, 'type_differs'),
    ...[0.05, 0.2, 0.5, 0.8, 0.97].map((part) =>
      file(`cut${part}.pdf`, whole.subarray(0, Math.floor(whole.length * part)), 'broken'),
    ),
  ];
}

const drawings = (): HostileFile[] => [
  ...SVG_ATTACKS.filter(
    (source) => /<script|onload=|@import|<!DOCTYPE/.test(source) && !/CDATA|<!--|<\?/.test(source),
  )
    .slice(0, 20)
    .map((source, index) =>
      file(`attack${index}.svg`, source, 'svg_script', 'svg_outside', 'svg_doctype', 'svg_element'),
    ),
  file('unclosed.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g>', 'broken'),
  file(
    'utf16.svg',
    Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le'),
    'type_not_accepted',
  ),
  file('no-size.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', 'too_small'),
  file('big.svg', `<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(5_300_000)}</svg>`, 'too_big'),
  file('renamed.pdf', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'type_differs'),
];

/** At least 150 files, each made here. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const all = await pictures();
  return [
    ...mangled(all),
    ...named(all),
    ...(await large()),
    ...documents(),
    ...bombs(),
    ...mangledDocuments(),
    ...drawings(),
  ];
}
