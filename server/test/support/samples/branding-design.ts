import { anAsset } from '../../../src/modules/branding/testing/a-brief';
import { newId } from '../../../src/platform/ids/new-id';
import type { Sample, SampleAt, Samples } from './sample';
import { type Stage, type Staged, stage } from './staged-design';

type Body = object | ((at: SampleAt) => object | Promise<object>);
const bodyOf = async (at: SampleAt, body: Body | undefined): Promise<object> =>
  body === undefined ? {} : { body: typeof body === 'function' ? await body(at) : body };

/** The company's own brief, to be read. */
const onBrief =
  (body?: Body): Sample =>
  async (at) => ({ params: { id: at.company.briefId }, ...(await bodyOf(at, body)) });
/** A brief that stands where the step begins. */
const onStaged =
  (given: Stage, body?: (at: SampleAt, staged: Staged) => object | Promise<object>): Sample =>
  async (at) => {
    const staged = await stage(at, given);
    return { params: { id: staged.briefId }, version: 1, ...(body ? { body: await body(at, staged) } : {}) };
  };
/** A version that stands where the step begins. */
const onStagedProof =
  (given: Stage, body?: Body): Sample =>
  async (at) => {
    const staged = await stage(at, given);
    return { params: { id: staged.proofId }, version: 1, ...(await bodyOf(at, body)) };
  };
/** The version its trader looks at. */
const onProof =
  (body?: Body, more: (at: SampleAt) => object | Promise<object> = () => ({})): Sample =>
  async (at) => ({
    params: { id: at.company.proofId, ...(await more(at)) },
    ...(await bodyOf(at, body)),
  });

/** A note of its own for each cell: taking one back must find it. */
async function aNote({ world, company }: SampleAt, changed: object = {}): Promise<string> {
  const id = newId();
  await world.app.system((tx) =>
    tx.query(
      `with counted as (update briefs set shared_notes = shared_notes + 1 where id = $3 returning shared_notes)
       insert into proof_notes select (jsonb_populate_record(n, jsonb_build_object('number', c.shared_notes) || $2::jsonb)).*
       from proof_notes n, counted c where n.id = $1`,
      [company.noteId, JSON.stringify({ id, root_id: id, ...changed }), company.briefId],
    ),
  );
  return id;
}
const withNote = (body?: Body): Sample => onProof(body, async (at) => ({ noteId: await aNote(at) }));
const withOwnNote = (body?: Body): Sample =>
  onProof(body, async (at) => ({
    noteId: await aNote(at, { author_id: at.world.staff.designer.personId, side: 'store' }),
  }));
async function aTodo({ world, company }: SampleAt, on?: Staged): Promise<string> {
  const id = newId();
  const place = on ? { brief_id: on.briefId, proof_id: on.proofId } : {};
  await world.app.system((tx) =>
    tx.query(
      `insert into proof_todos select (jsonb_populate_record(t, jsonb_build_object('position',
           (select 1 + max(m.position) from proof_todos m where m.brief_id = t.brief_id)) || $2::jsonb)).*
       from proof_todos t where t.id = $1`,
      [company.todoId, JSON.stringify({ id, ...place })],
    ),
  );
  return id;
}
const withTodo: Sample = onProof(undefined, async (at) => ({ todoId: await aTodo(at) }));
const tickedTodos: Sample = async (at) => {
  const staged = await stage(at, { with: 'designer', proof: 'sent', turn: 'trader' });
  return { params: { id: staged.proofId }, body: { todoIds: [await aTodo(at, staged)], isDone: true } };
};

const asset = async ({ world, company }: SampleAt): Promise<object> => ({
  assetId: await anAsset(world.app, company.companyId, { by: world.staff.designer }),
});
const brand = ({ company }: SampleAt): object => ({ brandProfileId: company.brandId });
const fields = ({ company }: SampleAt): object => ({
  ...{
    brandProfileId: company.brandId,
    packagingSpecId: null,
    productIds: [],
    quantity: null,
    title: 'Label',
  },
  ...{ objectives: '', mustHave: [], mustNot: [], references: [], languages: [], deadline: null },
});
const NOTE = { page: 1, shape: { shape: 'pin', x: 3, y: 4 }, body: 'Here' };
const TEXT = { text: 'A word' };
const REPLY = { body: 'A word' };

const traderSamples: Samples = {
  'branding.create_brief': async (at) => ({ body: brand(at) }),
  'branding.brief': onBrief(),
  'branding.save_brief': onStaged({ state: 'draft' }, fields),
  'branding.submit_brief': onStaged({ state: 'draft' }),
  'branding.cancel_brief': onStaged({ state: 'submitted', turn: 'store' }),
  'branding.resume_brief': onStaged({ state: 'on_hold', turn: 'trader' }),
  'branding.answer_quote': onStaged({ turn: 'trader', roundsUsed: 3, hasQuote: true }, (_, { quoteId }) => ({
    quoteId,
    accepts: true,
  })),
  'branding.brief_messages': onBrief(),
  'branding.write_brief_message': onBrief(TEXT),
  'branding.proof': onProof(),
  'branding.view_proof': onProof(),
  'branding.add_note': onProof(NOTE),
  'branding.edit_note': withNote(NOTE),
  'branding.remove_note': withNote(),
  'branding.reply_to_note': withNote(REPLY),
};
const SENT_IN: Stage = { state: 'submitted', turn: 'store' };
const IN_WORK: Stage = { with: 'designer', turn: 'store' };
const AT_GATE: Stage = { with: 'second', turn: 'store', proof: 'internal_review' };
const deskSamples: Samples = {
  'branding.design_brief': onBrief(),
  'branding.take_brief': onStaged(SENT_IN),
  'branding.assign_brief': onStaged(SENT_IN, ({ world }) => ({
    assigneeId: world.secondDesigner.personId,
    gatekeeperId: world.staff.designer.personId,
  })),
  'branding.ask_brief_info': onStaged(SENT_IN, () => TEXT),
  'branding.begin_design': onStaged(SENT_IN),
  'branding.design_messages': onBrief(),
  'branding.write_design_message': onBrief({ ...TEXT, visibility: 'internal' }),
  'branding.quote_round': onStaged({ turn: 'store', roundsUsed: 3 }, () => ({
    ...TEXT,
    price: { minor: 35_000, currency: 'SAR' },
    leadDays: 2,
  })),
  'branding.create_proof': onStaged(IN_WORK, asset),
  'branding.design_proof': onProof(),
  'branding.replace_proof_file': onStagedProof({ ...IN_WORK, proof: 'draft' }, asset),
  'branding.hand_in_proof': onStagedProof({ ...IN_WORK, proof: 'draft' }),
  'branding.send_back_proof': onStagedProof(AT_GATE, TEXT),
  'branding.send_proof': onStagedProof(AT_GATE),
  'branding.add_design_note': onProof({ ...NOTE, visibility: 'internal' }),
  'branding.edit_design_note': withOwnNote(NOTE),
  'branding.remove_design_note': withOwnNote(),
  'branding.reply_to_design_note': withNote(REPLY),
  'branding.fold_notes': onProof(async (at) => ({ ...TEXT, noteIds: [await aNote(at)] })),
  'branding.decline_notes': onProof(async (at) => ({ reason: 'No', noteIds: [await aNote(at)] })),
  'branding.unfold_todo': withTodo,
  'branding.tick_todos': tickedTodos,
};
export const brandingDesignSamples: Samples = { ...traderSamples, ...deskSamples };
