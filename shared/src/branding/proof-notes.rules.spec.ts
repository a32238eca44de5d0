import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proofLifecycle } from './branding.lifecycle';
import {
  fitsPages,
  isOnPage,
  NOTE_BLEED_MM,
  type NoteShape,
  placeOn,
  takesNotes,
  takesReplies,
} from './proof-notes.rules';

const TRIM = { widthMm: 90, heightMm: 50 };
const PAGES = [{ page: 1, trimWMm: 90, trimHMm: 50 }];
const aPlace = fc.double({ min: -50, max: 150, noNaN: true });

describe('a note', () => {
  it.each<[string, NoteShape, boolean]>([
    ['a pin on the corner of the trim box', { shape: 'pin', x: 0, y: 0 }, true],
    ['a pin in the bleed', { shape: 'pin', x: -5, y: 55 }, true],
    ['a pin beyond the bleed', { shape: 'pin', x: -5.01, y: 10 }, false],
    ['a rectangle up to the far bleed', { shape: 'rectangle', x: 10, y: 10, w: 85, h: 45 }, true],
    ['a rectangle that leaves the page', { shape: 'rectangle', x: 10, y: 10, w: 86, h: 10 }, false],
    ['a rectangle without an inside', { shape: 'rectangle', x: 10, y: 10, w: 0, h: 10 }, false],
    ['an arrow that points off the page', { shape: 'arrow', x: 10, y: 10, toX: 10, toY: 60 }, false],
  ])('%s', (_, shape, isIn) => {
    expect(isOnPage(shape, TRIM)).toBe(isIn);
  });

  it('may stand where the bleed is drawn, and no further', () => {
    const edge = { shape: 'pin' as const, x: -NOTE_BLEED_MM.value, y: TRIM.heightMm + NOTE_BLEED_MM.value };
    expect([isOnPage(edge, TRIM), isOnPage({ ...edge, x: edge.x - 0.01 }, TRIM)]).toEqual([true, false]);
  });

  it('of a page that does not exist fits nowhere', () => {
    expect(fitsPages({ page: 2, shape: { shape: 'pin', x: 1, y: 1 } }, PAGES)).toBe(false);
  });

  it('carried to another file always stands on it, and where it stood if it can', () => {
    fc.assert(
      fc.property(aPlace, aPlace, fc.integer({ min: 1, max: 3 }), (x, y, page) => {
        const note = { page, shape: { shape: 'arrow' as const, x, y, toX: x + 3, toY: y } };
        const placed = placeOn(note, PAGES);
        expect(fitsPages(placed, PAGES)).toBe(true);
        if (fitsPages(note, PAGES)) expect(placed).toEqual(note);
        else expect(placed.shape.shape).toBe('pin');
      }),
    );
  });
});

describe('a closed version', () => {
  const closed = ['approved', 'rejected', 'expired', 'superseded'] as const;
  it.each(closed)('takes no note and no reply when it is %s', (state) => {
    expect([takesNotes('store', state), takesNotes('trader', state), takesReplies(state)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is written on by a trader only between its sending and his decision', () => {
    expect(proofLifecycle.states.filter((state) => takesNotes('trader', state))).toEqual(['sent', 'viewed']);
  });
});
