import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUNDS_INCLUDED } from '@qafila/shared/branding/brief-clock.rules';
import {
  answerQuote,
  briefMessages,
  cancelBrief,
  createBrief,
  listBriefs,
  readBrief,
  saveBrief,
  submitBrief,
  writeBriefMessage,
} from '@qafila/shared/branding/briefs.contract';
import {
  askBriefInfo,
  assignBrief,
  beginDesign,
  designBrief,
  designMessages,
  designQueue,
  quoteRound,
  quotesWanted,
  writeDesignMessage,
} from '@qafila/shared/branding/design.contract';
import { createProof } from '@qafila/shared/branding/design-proofs.contract';
import { money } from '@qafila/shared/kernel/money';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { aBrand } from '../testing/a-brand';
import {
  aBriefInDesign,
  aDesk,
  aDraft,
  anAsset,
  aSentBrief,
  aSentProof,
  type Desk,
  good,
  look,
} from '../testing/a-brief';
import { changesAsked } from '../testing/a-decision';

const DAY = 86_400_000;
let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await aTestApp();
  desk = await aDesk(app);
});
afterAll(() => app.close());

const own = async (id: string) => good(await app.call(readBrief, { as: desk.trader, params: { id } }));

describe('a brief', () => {
  it('is kept half filled and says what is missing; sent like that it is refused with the count', async () => {
    const as = desk.trader;
    const brandProfileId = await aBrand(app, as.companyId);
    const brief = good(await app.call(createBrief, { as, body: { brandProfileId, title: 'Ribbon' } }));
    expect(brief.missing).toEqual(['packaging', 'products', 'quantity', 'objectives', 'languages']);
    const answer = await app.call(submitBrief, { as, params: { id: brief.id }, version: brief.version });
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([
      409,
      'BRIEF_INCOMPLETE',
      { count: 5 },
    ]);
  });

  it('without a packaging spec is refused when it is sent, at its field; with one it goes', async () => {
    const as = desk.trader;
    const draft = await aDraft(app, as);
    const at = { as, params: { id: draft.id } };
    const body = { ...fieldsOf(draft), packagingSpecId: null };
    const without = good(await app.call(saveBrief, { ...at, version: draft.version, body }));
    expect(without.missing).toEqual(['packaging']);
    expect(without.actions.find((each) => each.step === 'submit')?.reasons).toEqual(['BRIEF_INCOMPLETE']);
    const refused = await app.call(submitBrief, { ...at, version: without.version });
    expect(refused.body).toMatchObject({
      code: 'BRIEF_INCOMPLETE',
      fields: [{ path: 'packagingSpecId', code: 'BRIEF_NEEDS_PACKAGING', params: {} }],
    });
    const chosen = await app.call(saveBrief, { ...at, version: without.version, body: fieldsOf(draft) });
    const sent = await app.call(submitBrief, { ...at, version: good(chosen).version });
    expect(good(sent).state).toBe('submitted');
  });

  it('names nothing of another company: its file is as unknown as one that never was', async () => {
    const other = await app.aTrader();
    const as = desk.trader;
    const brief = await aDraft(app, as);
    const { id, version } = brief;
    const fields = {
      ...fieldsOf(brief),
      references: [await anAsset(app, other.companyId, { by: other, kind: 'reference' })],
    };
    const foreign = await app.call(saveBrief, { as, params: { id }, version, body: fields });
    const never = await app.call(saveBrief, {
      as,
      params: { id },
      version,
      body: { ...fields, references: ['01890000-0000-7000-8000-000000000000'] },
    });
    expect([foreign.status, foreign.body.code]).toEqual([409, 'BRIEF_NAMES_UNKNOWN']);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...never.body, requestId: '' });
  });

  it('with a reference that is still being checked is not sent', async () => {
    const as = desk.trader;
    const brief = await aDraft(app, as);
    const reference = await anAsset(app, as.companyId, { by: as, kind: 'reference', state: 'checking' });
    const saved = good(
      await app.call(saveBrief, {
        as,
        params: { id: brief.id },
        version: brief.version,
        body: { ...fieldsOf(brief), references: [reference] },
      }),
    );
    const answer = await app.call(submitBrief, { as, params: { id: brief.id }, version: saved.version });
    expect(answer.body.code).toBe('BRIEF_FILES_OPEN');
    expect(saved.actions.find((each) => each.step === 'submit')).toEqual({
      step: 'submit',
      allowed: false,
      reasons: ['BRIEF_FILES_OPEN'],
    });
  });

  it('that was not sent is unknown to the design team, and another company’s to a trader: the same bytes', async () => {
    const draft = await aDraft(app, desk.trader);
    const hidden = await app.call(designBrief, { as: desk.maker, params: { id: draft.id } });
    const other = await app.aTrader();
    const foreign = await app.call(readBrief, { as: other, params: { id: draft.id } });
    const never = await app.call(readBrief, {
      as: other,
      params: { id: '01890000-0000-7000-8000-000000000000' },
    });
    expect([hidden.status, foreign.status]).toEqual([404, 404]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...never.body, requestId: '' });
  });
});

describe('the clock of a brief', () => {
  it('gives the first proof two business days, stops while the trader is asked, and goes on when he answers', async () => {
    const brief = await aSentBrief(app, desk.trader);
    const { id } = brief;
    const asking = await look(app, desk.maker, id);
    expect(asking.turn).toBe('store');
    const text = 'Which of the two marks is the current one?';
    const asked = good(
      await app.call(askBriefInfo, {
        as: desk.maker,
        params: { id },
        version: asking.version,
        body: { text },
      }),
    );
    expect([asked.state, asked.turn, asked.dueAt]).toEqual(['needs_info', 'trader', null]);
    await app.clock.advance(7 * DAY);
    const waiting = await own(id);
    expect(waiting.question).toBe(text);
    expect(Date.parse(waiting.promisedAt ?? '')).toBeGreaterThan(Date.parse(brief.promisedAt ?? ''));
    const again = good(
      await app.call(submitBrief, { as: desk.trader, params: { id }, version: waiting.version }),
    );
    expect([again.state, again.turn, again.question]).toEqual(['submitted', 'store', null]);
    expect(Date.parse(again.dueAt ?? '')).toBeGreaterThan(app.clock.now().getTime() + DAY);
  });

  it('is not asked for more while the trader has a proof', async () => {
    const brief = await aBriefInDesign(app, desk);
    await aSentProof(app, desk, brief.id);
    const { version } = await look(app, desk.maker, brief.id);
    const answer = await app.call(askBriefInfo, {
      as: desk.maker,
      params: { id: brief.id },
      version,
      body: { text: 'One more thing' },
    });
    expect(answer.body.code).toBe('WRONG_STATE');
  });
});

describe('the desk', () => {
  it('never gives design and gate to one person, nor to somebody who does not design', async () => {
    const { id } = await aSentBrief(app, desk.trader);
    const { version } = await look(app, desk.maker, id);
    const assign = (assigneeId: string, gatekeeperId: string | null) =>
      app.call(assignBrief, { as: desk.maker, params: { id }, version, body: { assigneeId, gatekeeperId } });
    const same = await assign(desk.maker.personId, desk.maker.personId);
    const packer = await assign((await app.aStaff('warehouse')).personId, null);
    expect([same.body.code, packer.body.code]).toEqual(['BRIEF_SAME_PERSON', 'BRIEF_NO_DESIGNER']);
  });

  it('lets only one designer work on a brief', async () => {
    const { id } = await aBriefInDesign(app, desk);
    const { version } = await look(app, desk.maker, id);
    const answer = await app.call(askBriefInfo, {
      as: desk.gatekeeper,
      params: { id },
      version,
      body: { text: 'Mine?' },
    });
    expect(answer.body.code).toBe('BRIEF_TAKEN');
  });

  it('shows the queue by due time, with the count of each filter, in three statements', async () => {
    await aSentBrief(app, desk.trader);
    const as = desk.maker;
    const statements = await app.statements(async () => good(await app.call(designQueue, { as })));
    expect(statements.length).toBeLessThanOrEqual(3);
    const queue = good(await app.call(designQueue, { as, query: { limit: 100 } }));
    const dues = queue.rows.map((row) => row.dueAt ?? '9999');
    expect(dues).toEqual([...dues].sort());
    expect(queue.counts.all).toBe(queue.rows.length);
    const free = good(await app.call(designQueue, { as, query: { filter: 'unassigned', limit: 100 } }));
    expect(free.rows.every((row) => row.assignee === null)).toBe(true);
    const first = good(await app.call(designQueue, { as, query: { limit: 1 } }));
    const next = good(await app.call(designQueue, { as, query: { limit: 100, after: first.next ?? '' } }));
    expect([...first.rows, ...next.rows].map((row) => row.id)).toEqual(queue.rows.map((row) => row.id));
  });

  it('knows no company, person, mail or price of the trader', async () => {
    const trader = await app.aTrader({ nameLatin: 'Legalname Holding LLC' });
    const secret = { ...desk, trader };
    const brief = await aBriefInDesign(app, secret);
    good(
      await app.call(writeBriefMessage, { as: trader, params: { id: brief.id }, body: { text: 'Hello' } }),
    );
    await aSentProof(app, secret, brief.id);
    const calls = [
      await app.call(designBrief, { as: desk.maker, params: { id: brief.id } }),
      await app.call(designMessages, { as: desk.maker, params: { id: brief.id } }),
      await app.call(designQueue, { as: desk.maker, query: { limit: 100 } }),
    ];
    for (const { raw } of calls)
      for (const word of ['Legalname', trader.companyId, trader.personId, trader.email, 'price', 'minor'])
        expect(raw.toString()).not.toContain(word);
  });
});

describe('messages', () => {
  it('go both ways with names of the own side only; what the team writes to itself stays there', async () => {
    const { id } = await aSentBrief(app, desk.trader);
    const write = (text: string, visibility: 'shared' | 'internal') =>
      app.call(writeDesignMessage, { as: desk.maker, params: { id }, body: { text, visibility } });
    good(await app.call(writeBriefMessage, { as: desk.trader, params: { id }, body: { text: 'From us' } }));
    good(await write('From the team', 'shared'));
    good(await write('Between ourselves', 'internal'));
    const theirs = await app.call(briefMessages, { as: desk.trader, params: { id } });
    const ours = good(await app.call(designMessages, { as: desk.maker, params: { id } }));
    expect(good(theirs).rows.map((row) => [row.text, row.author === null])).toEqual([
      ['From the team', true],
      ['From us', false],
    ]);
    expect(theirs.raw.toString()).not.toContain('Between ourselves');
    expect(ours.rows.map((row) => [row.text, row.author === null])).toEqual([
      ['Between ourselves', false],
      ['From the team', false],
      ['From us', true],
    ]);
  });
});

describe('rounds', () => {
  it('are three; the fourth waits for a quote in the company’s currency that the trader accepts', async () => {
    const brief = await aBriefInDesign(app, desk);
    const { id } = brief;
    expect(ROUNDS_INCLUDED.value).toBe(3);
    for (const _ of [1, 2, 3]) await changesAsked(app, desk.trader, (await aSentProof(app, desk, id)).id);
    const manager = await app.aStaff('account_manager');
    const assetId = await anAsset(app, desk.trader.companyId, { by: desk.maker, briefId: id });
    const make = () => app.call(createProof, { as: desk.maker, params: { id }, body: { assetId } });
    expect((await make()).body.code).toBe('BRIEF_ROUND_NEEDS_QUOTE');
    const wanted = good(await app.call(quotesWanted, { as: manager })).rows.find((row) => row.id === id);
    const offer = (currency: 'SAR' | 'NOK') =>
      app.call(quoteRound, {
        as: manager,
        params: { id },
        version: wanted?.version ?? 0,
        body: { price: money(35_000, currency), leadDays: 2, text: 'One further round' },
      });
    expect((await offer('NOK')).body.code).toBe('QUOTE_CURRENCY');
    good(await offer('SAR'));
    const offered = await own(id);
    expect(offered.quote).toMatchObject({ state: 'offered', round: 4, price: { minor: 35_000 } });
    const answer = { as: desk.trader, params: { id }, version: offered.version };
    const quoteId = offered.quote?.id ?? '';
    const taken = good(await app.call(answerQuote, { ...answer, body: { quoteId, accepts: true } }));
    expect(taken.rounds).toEqual({ included: 3, bought: 1, used: 3 });
    expect(good(await make()).version).toBe(4);
    // The designer hears that a round is there, never what it costs.
    expect(JSON.stringify(await look(app, desk.maker, id))).not.toContain('35000');
  });
});

describe('the list of a trader', () => {
  it('costs two statements, holds only his own, and pages by the last change', async () => {
    const trader = await app.aTrader();
    const ids = [];
    for (const _ of [1, 2, 3]) ids.unshift((await aDraft(app, trader)).id);
    const statements = await app.statements(async () => good(await app.call(listBriefs, { as: trader })));
    expect(statements.length).toBeLessThanOrEqual(2);
    const first = good(await app.call(listBriefs, { as: trader, query: { limit: 2 } }));
    const rest = good(await app.call(listBriefs, { as: trader, query: { after: first.next ?? '' } }));
    expect([...first.rows, ...rest.rows].map((row) => row.id)).toEqual(ids);
    expect(rest.next).toBeNull();
  });
});

describe('a brief that is cancelled', () => {
  it('locks its proofs and stops its clock', async () => {
    const brief = await aBriefInDesign(app, desk);
    await aSentProof(app, desk, brief.id);
    const { version } = await own(brief.id);
    const ended = good(await app.call(cancelBrief, { as: desk.trader, params: { id: brief.id }, version }));
    expect([ended.state, ended.turn, ended.dueAt]).toEqual(['cancelled', null, null]);
    expect(ended.proofs.map((proof) => proof.state)).toEqual(['superseded']);
    const begun = await app.call(beginDesign, {
      as: desk.maker,
      params: { id: brief.id },
      version: ended.version,
    });
    expect(begun.body.code).toBe('WRONG_STATE');
  });
});

const fieldsOf = (brief: Awaited<ReturnType<typeof own>>) => ({
  brandProfileId: brief.brand.id,
  packagingSpecId: brief.packaging?.id ?? null,
  productIds: brief.productIds,
  quantity: brief.quantity,
  title: brief.title,
  objectives: brief.objectives,
  mustHave: brief.mustHave,
  mustNot: brief.mustNot,
  references: brief.references.map((file) => file.assetId),
  languages: brief.languages,
  deadline: brief.deadline,
});
