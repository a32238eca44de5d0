import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { AUDIT_EVENTS, auditEventSpec, isAuditEvent } from '@qafila/shared/oversight/audit-events';
import { emittedEvents, namedEvents } from './audit-events';
import { CheckedFile, readTree } from './tree';

const { files } = readTree(resolve(__dirname, '../../server/src'));
const running = files.filter((file) => file.isCode && !file.isSpec && !file.path.includes('/testing/'));
const catalogue = Object.keys(AUDIT_EVENTS);
const emitted = running.flatMap(emittedEvents);

describe('audit events', () => {
  it('that the server writes stand in the catalogue', () => {
    const unknown = emitted.filter(({ name }) => !isAuditEvent(name));
    expect(unknown.map(({ name, place }) => `${place}  ${name}`)).toEqual([]);
    expect(emitted.length).toBeGreaterThan(25);
  });

  it('that stand in the catalogue are written by the server', () => {
    const written = new Set(running.flatMap(namedEvents));
    expect(catalogue.filter((name) => !written.has(name))).toEqual([]);
  });

  it('are named by their capability and say what they are in each language, differently from one another', () => {
    expect(catalogue.filter((name) => !/^[a-z]+\.[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
    for (const locale of LOCALES) {
      const said = catalogue.filter(isAuditEvent).map((name) => auditEventSpec(name)[locale]);
      expect(said.filter((text, at) => text.trim() === '' || said.indexOf(text) !== at)).toEqual([]);
    }
  });

  it('are found where one of two is chosen, and not in what is no event', () => {
    const text = `audit.record(tx, { event: isFirst ? 'a.began' : 'a.went_on', companyId });
      const other = { type: 'a.told', eventName: 'a.b' };`;
    const names = emittedEvents(new CheckedFile('app/x.ts', text)).map(({ name }) => name);
    expect(names).toEqual(['a.began', 'a.went_on']);
  });
});
