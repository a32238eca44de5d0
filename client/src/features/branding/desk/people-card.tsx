import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { assignBrief } from '@qafila/shared/branding/design.contract';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { SelectField } from '../../../ui/field';
import { ErrorLine } from '../../../ui/states';
import { sayDone } from '../../../ui/toast';
import { useDeskStep } from './use-desk-step';

/** Who designs and who keeps the gate; never the same person. */
export function PeopleCard({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation('desk');
  const mayAssign = brief.actions.some(({ step, allowed }) => step === 'assign' && allowed);
  return (
    <Card title={t('people.title')}>
      {mayAssign ? (
        <AssignForm key={brief.version} brief={brief} />
      ) : (
        <dl className="rows">
          <div>
            <dt className="muted">{t('people.assignee')}</dt>
            <dd>{brief.assignee ? <bdi>{brief.assignee.name}</bdi> : t('people.nobody')}</dd>
          </div>
          <div>
            <dt className="muted">{t('people.gatekeeper')}</dt>
            <dd>{brief.gatekeeper ? <bdi>{brief.gatekeeper.name}</bdi> : t('people.nobody')}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
}

function AssignForm({ brief }: { readonly brief: DesignBriefView }): ReactNode {
  const { t } = useTranslation('desk');
  const [assigneeId, setAssignee] = useState(brief.assignee?.id ?? '');
  const [gatekeeperId, setGatekeeper] = useState(brief.gatekeeper?.id ?? '');
  const assign = useDeskStep(brief.id, {
    run: () =>
      call(assignBrief, {
        params: { id: brief.id },
        ifMatch: brief.version,
        body: { assigneeId, gatekeeperId: gatekeeperId === '' ? null : gatekeeperId },
      }),
    onDone: () => sayDone(t('people.done')),
  });
  const isSame = assigneeId === (brief.assignee?.id ?? '') && gatekeeperId === (brief.gatekeeper?.id ?? '');
  const why = isSame
    ? t('people.nothingNew')
    : assigneeId === ''
      ? t('people.needed')
      : assigneeId === gatekeeperId
        ? t('people.twoPeople')
        : undefined;
  const names = brief.designers.map(({ id, name }) => ({ value: id, text: name }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (why === undefined && !assign.isPending) assign.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <SelectField
        label={t('people.assignee')}
        value={assigneeId}
        options={[...(brief.assignee ? [] : [{ value: '', text: t('people.nobody') }]), ...names]}
        onChange={setAssignee}
      />
      <SelectField
        label={t('people.gatekeeper')}
        hint={t('people.gateHint')}
        value={gatekeeperId}
        options={[{ value: '', text: t('people.nobody') }, ...names]}
        onChange={setGatekeeper}
      />
      <ErrorLine error={assign.error} />
      <div className="inline">
        <Button type="submit" busy={assign.isPending} {...(why === undefined ? {} : { reason: why })}>
          {t('people.assign')}
        </Button>
      </div>
    </form>
  );
}
