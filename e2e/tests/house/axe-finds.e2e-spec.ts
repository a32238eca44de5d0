import { faultsOn } from '../../worlds/axe';
import { expect, test } from '../../worlds/journey';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}</main></html>`;
const frame = (body: string, more = ''): string =>
  `<iframe title="A frame" width="300" height="200" ${more} srcdoc="${page(body).replaceAll('"', '&quot;')}"></iframe>`;

const PLANTED = [
  { what: 'nothing', body: '<p>Plain</p>', rule: null },
  { what: 'a picture without words', body: '<img src="data:,">', rule: 'image-alt' },
  { what: 'pale text', body: '<p style="color:#ccc;background:#fff">Pale</p>', rule: 'color-contrast' },
  { what: 'nothing in a frame', body: frame('<p>Plain</p>'), rule: null },
  { what: 'a nameless button in a frame', body: frame('<button></button>'), rule: 'button-name' },
  {
    what: 'a nameless button in a frame without scripts',
    body: frame('<button></button>', 'sandbox=""'),
    rule: 'button-name',
  },
];

for (const { what, body, rule } of PLANTED) {
  test(`${what} is ${rule ? 'found' : 'no fault'}`, async ({ page: looked }) => {
    await looked.setContent(page(body));
    const faults = await faultsOn(looked);
    expect(faults.map((fault) => fault.replace(/^in a frame: /, '').replace(/:.*/s, ''))).toEqual(
      rule ? [rule] : [],
    );
  });
}
