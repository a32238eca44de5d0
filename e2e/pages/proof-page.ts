import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from '../worlds/journey';
import { freshCode } from '../worlds/people';
import type { ScreenWords } from '../worlds/words';

type Point = readonly [across: number, down: number];

/** A version of a proof on the screen of either side. */
export class ProofPage {
  readonly page: Page;

  constructor(
    private readonly visit: Visit,
    readonly words: ScreenWords,
  ) {
    this.page = visit.page;
  }

  private say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.words.say(name, values);
  }
  button(name: string, values: Readonly<Record<string, string | number>> = {}): Locator {
    return this.page.getByRole('button', { name: this.say(name, values), exact: true });
  }
  /** The note with these words in the list. */
  note(text: string): Locator {
    return this.page.locator('.proof-notes-list > li').filter({ hasText: text });
  }

  /** Waits until the page of the version is drawn. */
  async shown(): Promise<void> {
    await expect(this.page.locator('.proof-tile').first()).toBeVisible();
  }
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.shown();
  }

  async choose(tool: string): Promise<void> {
    await this.button(`proofs:tool.${tool}`).click();
  }
  /** Presses the pointer at a share of the page's window, and lets it go at another. */
  async drag(from: Point, to: Point): Promise<void> {
    const box = await this.page.locator('.proof-window').first().boundingBox();
    if (!box) throw new Error('The page is not shown');
    await this.page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 4 });
    await this.page.mouse.up();
  }
  /** Gives the shape on the page its words. */
  async write(shape: string, text: string): Promise<void> {
    await this.page.getByLabel(this.say(`proofs:form.words.${shape}`), { exact: true }).fill(text);
    await this.button('proofs:form.add').click();
    await expect(this.note(text)).toBeVisible();
  }
  async pin(at: Point, text: string): Promise<void> {
    await this.choose('pin');
    await this.drag(at, at);
    await this.write('pin', text);
  }
  async rectangle(from: Point, to: Point, text: string): Promise<void> {
    await this.choose('rectangle');
    await this.drag(from, to);
    await this.write('rectangle', text);
  }
  async answer(text: string, answer: string): Promise<void> {
    const note = this.note(text);
    await note.locator('.proof-note-open').click();
    await note.getByLabel(this.words.like('proofs:note.replyTo')).fill(answer);
    await note.getByRole('button', { name: this.say('proofs:note.reply'), exact: true }).click();
    await expect(note.getByRole('listitem').filter({ hasText: answer })).toBeVisible();
  }

  /** Marks notes and gives the gatekeeper's verdict on them. */
  async settle(
    texts: readonly string[],
    given: { readonly verdict: 'fold' | 'decline'; readonly says: string },
  ): Promise<void> {
    for (const text of texts) await this.note(text).getByRole('checkbox').check();
    if (given.verdict === 'decline')
      await this.page.getByText(this.say('gate:fold.decline'), { exact: true }).click();
    await this.page
      .getByLabel(this.say(`gate:fold.words.${given.verdict}`), { exact: true })
      .fill(given.says);
    await this.button(`gate:fold.confirm.${given.verdict}`).click();
    await expect(this.page.getByRole('region', { name: this.say('gate:fold.title') })).toBeHidden();
  }
  async tick(todo: string): Promise<void> {
    const box = this.page.getByRole('checkbox', { name: todo });
    await box.check();
    await expect(box).toBeChecked();
    await expect(box).toBeEnabled();
  }
  async handIn(): Promise<void> {
    await this.button('gate:steps.handIn').click();
    await expect(this.page.getByText(this.say('gate:steps.gateText'))).toBeVisible();
  }
  async send(): Promise<void> {
    await this.button('gate:steps.send').click();
    await this.button('gate:send.confirm').click();
    await expect(this.page.getByText(this.words.like('proofs:telling.expires.store'))).toBeVisible();
  }

  /** The trader sends the version back: its open notes say what is to change, a text as a whole. */
  async askForChanges(text?: string): Promise<void> {
    await this.button('proofs:decide.changes').click();
    const field = this.page.getByLabel(this.say('proofs:changes.text'), { exact: true });
    if (text !== undefined) await field.fill(text);
    await this.button('proofs:changes.confirm').click();
    await expect(this.page.getByText(this.say('proofs:telling.changes'))).toBeVisible();
  }
  /** Reads what is signed, ticks all of it and signs with a fresh code. */
  async approve(version: number, email: string): Promise<void> {
    await this.button('proofs:decide.approve', { version }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.getByRole('group', { name: this.say('proofs:approve.checklist') })).toBeVisible();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByLabel(this.say('ui:confirm.code')).fill(await freshCode(this.visit.request, email));
    await dialog.getByRole('button', { name: this.say('proofs:approve.confirm', { version }) }).click();
    await expect(this.page.getByText(this.say('proofs:telling.approved'))).toBeVisible();
  }
}
