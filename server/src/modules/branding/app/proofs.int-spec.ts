import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROOF_EXPIRY_DAYS } from '@qafila/shared/branding/brief-clock.rules';
import { readBrief, resumeBrief } from '@qafila/shared/branding/briefs.contract';
import {
  addDesignNote,
  createProof,
  declineNotes,
  foldNotes,
  handInProof,
  replaceProofFile,
  sendBackProof,
  sendProof,
  tickTodos,
  unfoldTodo,
} from '@qafila/shared/branding/design-proofs.contract';
import { NOTES_A_PROOF, type NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import {
  addNote,
  editNote,
  readProof,
  removeNote,
  replyToNote,
  viewProof,
} from '@qafila/shared/branding/proofs.contract';
import { listNotices } from '@qafila/shared/notifications/notifications.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import {
  aBriefInDesign,
  aDesk,
  anAsset,
  aProof,
  aSentProof,
  type Desk,
  good,
  lookAt,
  sendOut,
} from '../testing/a-brief';
import { changesAsked } from '../testing/a-decision';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PIN: NoteShape = { shape: 'pin', x: 12.5, y: 8 };
let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
});
afterAll(() => app.close());

const open = async (id: string) => good(await app.call(viewProof, { as: desk.trader, params: { id } }));
const note = (id: string, body: string, shape: NoteShape = PIN) =>
  app.call(addNote, { as: desk.trader, params: { id }, body: { page: 1, shape, body } });
const teamNote = (id: string, body: string, visibility: 'shared' | 'internal') =>
  app.call(addDesignNote, {
    as: desk.gatekeeper,
    params: { id },
    body: { page: 1, shape: PIN, body, visibility },
  });
const aStarted = async () => {
  const brief = await aBriefInDesign(app, desk);
  return { briefId: brief.id, proof: await aSentProof(app, desk, brief.id) };
};
const fold = (id: string, noteIds: string[], as = desk.gatekeeper) =>
  app.call(foldNotes, { as, params: { id }, body: { noteIds, text: 'Make the logo larger' } });

describe('the gate', () => {
  it('is never kept by the maker: neither sending, nor sending back, nor folding', async () => {
    const brief = await aBriefInDesign(app, desk);
    const made = await aProof(app, desk, brief.id);
    const at = { as: desk.maker, params: { id: made.id } };
    const handed = good(await app.call(handInProof, { ...at, version: made.revision }));
    const answers = [
      await app.call(sendProof, { ...at, version: handed.revision }),
      await app.call(sendBackProof, { ...at, version: handed.revision, body: { text: 'No' } }),
      await fold(made.id, [made.id], desk.maker),
    ];
    expect(answers.map((answer) => answer.body.code)).toEqual(Array(3).fill('PROOF_OWN_GATE'));
  });

  it('sends back with a reason, and the same version comes again with another file', async () => {
    const brief = await aBriefInDesign(app, desk);
    const made = await aProof(app, desk, brief.id);
    const at = { as: desk.maker, params: { id: made.id } };
    const handed = good(await app.call(handInProof, { ...at, version: made.revision }));
    const back = good(
      await app.call(sendBackProof, {
        as: desk.gatekeeper,
        params: { id: made.id },
        version: handed.revision,
        body: { text: 'The bleed is missing' },
      }),
    );
    expect([back.state, back.sentBackFor]).toEqual(['draft', 'The bleed is missing']);
    const assetId = await anAsset(app, desk.trader.companyId, { by: desk.maker, briefId: brief.id });
    const replaced = good(
      await app.call(replaceProofFile, { ...at, version: back.revision, body: { assetId } }),
    );
    expect([replaced.version, replaced.assetId]).toEqual([1, assetId]);
    expect((await sendOut(app, desk, made.id)).state).toBe('sent');
  });

  it('takes only a checked proof file of the brief’s own company', async () => {
    const brief = await aBriefInDesign(app, desk);
    const other = await app.aTrader();
    const by = desk.maker;
    const files = [
      await anAsset(app, other.companyId, { by }),
      await anAsset(app, desk.trader.companyId, { by, state: 'rejected' }),
      await anAsset(app, desk.trader.companyId, { by, kind: 'reference' }),
    ];
    for (const assetId of files) {
      const answer = await app.call(createProof, {
        as: desk.maker,
        params: { id: brief.id },
        body: { assetId },
      });
      expect(answer.body.code).toBe('PROOF_FILE_NOT_READY');
    }
  });
});

describe('a version', () => {
  it('is unknown to the trader until it is sent, and marked as viewed by whoever opens it', async () => {
    const brief = await aBriefInDesign(app, desk);
    const made = await aProof(app, desk, brief.id);
    expect((await app.call(readProof, { as: desk.trader, params: { id: made.id } })).status).toBe(404);
    await sendOut(app, desk, made.id);
    const read = good(await app.call(readProof, { as: desk.trader, params: { id: made.id } }));
    expect([read.state, read.marks]).toEqual(['sent', []]);
    const seen = await open(made.id);
    expect([seen.state, seen.marks.length, seen.watermark]).toEqual(['viewed', 1, `${brief.code} · v1`]);
    const shown = await lookAt(app, desk.maker, made.id);
    expect(shown.marks).toEqual({ viewed: 1, commented: 0, decided: 0 });
  });

  it('is another company’s by 404, with the same bytes as one that never was', async () => {
    const { proof } = await aStarted();
    const other = await app.aTrader();
    const foreign = await app.call(readProof, { as: other, params: { id: proof.id } });
    const never = await app.call(readProof, {
      as: other,
      params: { id: '01890000-0000-7000-8000-000000000000' },
    });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...never.body, requestId: '' });
  });

  it('that is sent locks the older ones: no note, no edit, no reply, no folding', async () => {
    const { briefId, proof } = await aStarted();
    const first = good(await note(proof.id, 'Too small'));
    await changesAsked(app, desk.trader, proof.id);
    await aSentProof(app, desk, briefId);
    const old = await open(proof.id);
    expect([old.state, old.isLocked]).toEqual(['superseded', true]);
    const at = { as: desk.trader, params: { id: proof.id, noteId: first.id } };
    const codes = [
      await note(proof.id, 'Late'),
      await app.call(editNote, { ...at, body: { page: 1, shape: PIN, body: 'Later' } }),
      await app.call(replyToNote, { ...at, body: { body: 'And this' } }),
      await fold(proof.id, [first.id]),
    ].map((answer) => answer.body.code);
    expect(codes).toEqual(Array(4).fill('PROOF_LOCKED'));
  });
});

describe('the next version', () => {
  it('is made while the trader has the last one, and goes only once he has answered', async () => {
    const { briefId, proof } = await aStarted();
    const next = await aProof(app, desk, briefId);
    const at = { params: { id: next.id } };
    const handed = good(await app.call(handInProof, { as: desk.maker, ...at, version: next.revision }));
    const early = await app.call(sendProof, { as: desk.gatekeeper, ...at, version: handed.revision });
    expect([early.status, early.body.code]).toEqual([409, 'PROOF_WITH_TRADER']);
    const shown = await lookAt(app, desk.gatekeeper, next.id);
    const send = shown.actions.find((each) => each.step === 'send');
    expect(send).toEqual({ step: 'send', allowed: false, reasons: ['PROOF_WITH_TRADER'] });
    expect((await open(proof.id)).isLocked).toBe(false);
    await changesAsked(app, desk.trader, proof.id);
    const sent = await app.call(sendProof, { as: desk.gatekeeper, ...at, version: handed.revision });
    expect(good(sent).state).toBe('sent');
    expect((await open(proof.id)).state).toBe('superseded');
  });
});

describe('notes', () => {
  it('stand on the page, bleed included; one beyond it is refused', async () => {
    const { proof } = await aStarted();
    const shapes: [NoteShape, number][] = [
      [{ shape: 'rectangle', x: -5, y: -5, w: 100, h: 60 }, 200],
      [{ shape: 'arrow', x: 0, y: 0, toX: 90, toY: 50 }, 200],
      [{ shape: 'text', x: 95.5, y: 10 }, 409],
    ];
    for (const [shape, status] of shapes) expect((await note(proof.id, 'Here', shape)).status).toBe(status);
  });

  it('are so many on one version, replies counted; the next is refused with the number', async () => {
    const { proof } = await aStarted();
    const first = good(await note(proof.id, 'First'));
    const limit = NOTES_A_PROOF.value;
    await app.system((tx) =>
      tx.query(
        `insert into proof_notes select (jsonb_populate_record(n,
             jsonb_build_object('id', i.id, 'root_id', i.id, 'number', i.number))).*
         from proof_notes n, (select gen_random_uuid() as id, number from generate_series(2, $2) number) i
         where n.id = $1`,
        [first.id, limit],
      ),
    );
    const at = { as: desk.trader, params: { id: proof.id, noteId: first.id } };
    for (const answer of [
      await note(proof.id, 'Last'),
      await app.call(replyToNote, { ...at, body: { body: 'And' } }),
    ])
      expect([answer.body.code, answer.body.params]).toEqual(['TOO_MANY_NOTES', { limit }]);
  });

  it('of the team alone reach no trader, and leave no gap in his numbers', async () => {
    const { proof } = await aStarted();
    good(await teamNote(proof.id, 'Internal remark', 'internal'));
    good(await note(proof.id, 'First of his'));
    good(await teamNote(proof.id, 'Shared remark', 'shared'));
    const answer = await app.call(readProof, { as: desk.trader, params: { id: proof.id } });
    expect(answer.raw.toString()).not.toContain('Internal remark');
    expect(good(answer).notes.map((each) => [each.number, each.side, each.author === null])).toEqual([
      [1, 'trader', false],
      [2, 'store', true],
    ]);
    const shown = await lookAt(app, desk.maker, proof.id);
    expect(shown.notes.map((each) => [each.body, each.author === null])).toEqual([
      ['Internal remark', false],
      ['First of his', true],
      ['Shared remark', false],
    ]);
  });

  it('are changed and taken back by their writer until somebody answers', async () => {
    const { proof } = await aStarted();
    const own = good(await note(proof.id, 'Typo'));
    const at = { as: desk.trader, params: { id: proof.id, noteId: own.id } };
    const body = { page: 1, shape: PIN, body: 'No typo' };
    expect(good(await app.call(editNote, { ...at, body })).body).toBe('No typo');
    good(await app.call(replyToNote, { ...at, body: { body: 'Please' } }));
    const codes = [await app.call(editNote, { ...at, body }), await app.call(removeNote, at)].map(
      (answer) => answer.body.code,
    );
    expect(codes).toEqual(['NOTE_IS_FIXED', 'NOTE_IS_FIXED']);
    const hidden = good(await teamNote(proof.id, 'Internal', 'internal'));
    const blind = await app.call(replyToNote, {
      as: desk.trader,
      params: { id: proof.id, noteId: hidden.id },
      body: { body: 'What is this?' },
    });
    expect(blind.status).toBe(404);
  });

  it('two hundred of them cost the trader nine statements and the team ten, the same as one', async () => {
    const { proof } = await aStarted();
    good(await note(proof.id, 'The first'));
    await open(proof.id);
    const count = async () => [
      (await app.statements(() => open(proof.id))).length,
      (await app.statements(() => lookAt(app, desk.maker, proof.id))).length,
    ];
    const one = await count();
    await app.system((tx) =>
      tx.query(
        `insert into proof_notes (company_id, id, brief_id, proof_id, root_id, from_version, number, page, shape, geometry,
           body, visibility, status, side, author_id, written_at)
         select n.company_id, i.id, n.brief_id, n.proof_id, i.id, 1, 1000 + i.at, 1, 'pin', n.geometry, 'More', 'shared',
           'open', 'trader', n.author_id, n.written_at
         from proof_notes n, (select gen_random_uuid() as id, at from generate_series(1, 200) as at) i
         where n.proof_id = $1`,
        [proof.id],
      ),
    );
    expect((await open(proof.id)).notes).toHaveLength(201);
    expect(await count()).toEqual(one);
    expect(one[0]).toBeLessThanOrEqual(9);
    expect(one[1]).toBeLessThanOrEqual(10);
  });
});

describe('the one to-do list', () => {
  it('is folded from several notes; open ones and declined ones go their ways to the next version', async () => {
    const { briefId, proof } = await aStarted();
    const written = [];
    for (const body of ['Logo', 'Logo again', 'Colour', 'Later thought'])
      written.push(good(await note(proof.id, body)).id);
    const [logo = '', again = '', colour = '', later = ''] = written;
    await changesAsked(app, desk.trader, proof.id);
    const folded = good(await fold(proof.id, [logo, again]));
    expect(folded.todos).toMatchObject([{ text: 'Make the logo larger', notes: [1, 2], isDone: false }]);
    expect((await fold(proof.id, [logo])).body.code).toBe('NOTES_NOT_OPEN');
    const reason = 'The brand book fixes this colour';
    good(
      await app.call(declineNotes, {
        as: desk.gatekeeper,
        params: { id: proof.id },
        body: { noteIds: [colour], reason },
      }),
    );
    expect((await open(proof.id)).notes[2]).toMatchObject({ status: 'declined', declineReason: reason });

    const next = await aProof(app, desk, briefId);
    const at = { as: desk.maker, params: { id: next.id } };
    expect(next.notes.map((each) => [each.number, each.status, each.fromVersion])).toEqual([
      [1, 'todo', 1],
      [2, 'todo', 1],
      [4, 'open', 1],
    ]);
    const early = await app.call(handInProof, { ...at, version: next.revision });
    expect([early.body.code, early.body.params]).toEqual(['PROOF_TODOS_OPEN', { count: 1 }]);
    const todoIds = folded.todos.map((each) => each.id);
    good(await app.call(tickTodos, { ...at, body: { todoIds, isDone: true } }));
    await sendOut(app, desk, next.id);
    const second = await open(next.id);
    expect(second.notes.map((each) => [each.number, each.status])).toEqual([
      [1, 'done'],
      [2, 'done'],
      [4, 'open'],
    ]);
    expect(later).not.toBe('');
    expect(second.notes.every((each) => each.author !== null)).toBe(true);
  });

  it('gives notes back when a to-do is taken back', async () => {
    const { proof } = await aStarted();
    const first = good(await note(proof.id, 'Logo'));
    const folded = good(await fold(proof.id, [first.id]));
    const todoId = folded.todos[0]?.id ?? '';
    const back = good(await app.call(unfoldTodo, { as: desk.gatekeeper, params: { id: proof.id, todoId } }));
    expect([back.todos, back.notes[0]?.status]).toEqual([[], 'open']);
  });
});

describe('a proof without an answer', () => {
  it('is brought to mind after 24 and 72 hours and 7 days, each once', async () => {
    const { proof } = await aStarted();
    const told = async () => {
      await app.drain();
      await app.drain();
      const rows = await app.system((tx) =>
        tx.query<{ count: number }>(
          `select count(*)::int as count from audit_event where subject_id = $1 and event = 'branding.proof_reminded'`,
          [proof.id],
        ),
      );
      return rows[0]?.count;
    };
    expect(await told()).toBe(0);
    const counts = [];
    for (const hours of [24, 48, 96]) {
      await app.clock.advance(hours * HOUR);
      counts.push(await told());
    }
    expect(counts).toEqual([1, 2, 3]);
    const notices = good(await app.call(listNotices, { as: desk.trader, query: { limit: 100 } }));
    const events = notices.rows.map((row) => row.event);
    expect(events.filter((event) => event === 'proof_reminder').length).toBeGreaterThanOrEqual(3);
  });

  it('expires after fourteen days and is not approved; the brief waits until the trader takes it up', async () => {
    const { briefId, proof } = await aStarted();
    expect(PROOF_EXPIRY_DAYS.value).toBe(14);
    await app.clock.advance(PROOF_EXPIRY_DAYS.value * DAY - HOUR);
    await app.drain();
    expect((await open(proof.id)).state).toBe('viewed');
    await app.clock.advance(2 * HOUR);
    await app.drain();
    expect((await open(proof.id)).state).toBe('expired');
    const waiting = good(await app.call(readBrief, { as: desk.trader, params: { id: briefId } }));
    expect([waiting.state, waiting.rounds.used, waiting.turn]).toEqual(['on_hold', 0, 'trader']);
    const taken = good(
      await app.call(resumeBrief, { as: desk.trader, params: { id: briefId }, version: waiting.version }),
    );
    expect([taken.state, taken.turn]).toEqual(['in_design', 'store']);
    expect((await aSentProof(app, desk, briefId)).version).toBe(2);
  });
});
