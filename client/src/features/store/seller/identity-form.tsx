import { editSeller, type SellerView } from '@qafila/shared/store/seller.contract';
import { sellerIdentityInput } from '@qafila/shared/store/seller-fields';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../../lib/i18n/say';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CodeConfirm } from '../../../ui/code-confirm';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { sayDone } from '../../../ui/toast';
import { useStoreChanged } from '../api';
import { differencesOf, IDENTITY_FIELDS, withoutEmptyRows } from './identity-fields';
import { ListField } from './list-field';

type Identity = SellerView['identity'];

/** Names, addresses and numbers; what changed is shown once more before a fresh code saves it. */
export function IdentityForm({ seller }: { readonly seller: SellerView }): ReactNode {
  const { t } = useTranslation('store');
  const say = useSay();
  const [typed, setTyped] = useState<Identity>(seller.identity);
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const next = withoutEmptyRows(typed);
  const differences = differencesOf(seller.identity, next);
  const issues = sellerIdentityInput.safeParse(next).error?.issues ?? [];
  const fault = (path: string): string | undefined => {
    const issue = isTried ? issues.find((each) => each.path.join('.') === path) : undefined;
    return issue && say.reason({ code: issue.message, params: {} });
  };
  const review = (): void => {
    setTried(true);
    if (issues.length === 0) setOpen(true);
  };
  return (
    <Card title={t('identity.title')}>
      <p className="small muted">{t('identity.lead')}</p>
      <div className="identity-fields">
        {IDENTITY_FIELDS.map((spec) =>
          spec.kind === 'text' ? (
            <TextField
              key={spec.key}
              label={t(`identity.field.${spec.key}`)}
              error={fault(spec.key)}
              dir={spec.dir}
              value={typed[spec.key]}
              onChange={(value) => setTyped({ ...typed, [spec.key]: value })}
            />
          ) : (
            <ListField
              key={spec.key}
              label={t(`identity.field.${spec.key}`)}
              dir={spec.dir}
              values={typed[spec.key]}
              fault={(at) => fault(`${spec.key}.${at}`) ?? (at === 0 ? fault(spec.key) : undefined)}
              onChange={(values) => setTyped({ ...typed, [spec.key]: values })}
            />
          ),
        )}
      </div>
      <div className="inline">
        <Button
          kind="primary"
          onClick={review}
          {...(differences.length === 0 ? { reason: t('identity.nothing') } : {})}
        >
          {t('identity.review')}
        </Button>
        {differences.length > 0 && (
          <Button kind="quiet" onClick={() => setTyped(seller.identity)}>
            {t('identity.undo')}
          </Button>
        )}
      </div>
      {isOpen && <SaveDialog seller={seller} next={next} onClose={() => setOpen(false)} />}
    </Card>
  );
}

interface SaveDialogProps {
  readonly seller: SellerView;
  readonly next: Identity;
  readonly onClose: () => void;
}

function SaveDialog({ seller, next, onClose }: SaveDialogProps): ReactNode {
  const { t } = useTranslation('store');
  const changed = useStoreChanged('seller');
  return (
    <Dialog title={t('identity.saveTitle')} isOpen onClose={onClose}>
      <dl className="differences">
        {differencesOf(seller.identity, next).map(({ key, removed, added }) => (
          <div key={key}>
            <dt className="small muted">{t(`identity.field.${key}`)}</dt>
            {removed.map((value) => (
              <dd key={value}>
                <del>
                  <bdi>{value}</bdi>
                </del>
              </dd>
            ))}
            {added.map((value) => (
              <dd key={value}>
                <ins>
                  <bdi>{value}</bdi>
                </ins>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p>{t('identity.saveLead')}</p>
      <CodeConfirm
        endpoint={editSeller}
        input={{ body: next, ifMatch: seller.version }}
        confirm={t('identity.save')}
        onClose={onClose}
        onDone={() => {
          sayDone(t('identity.saved'));
          onClose();
          void changed();
        }}
      />
    </Dialog>
  );
}
