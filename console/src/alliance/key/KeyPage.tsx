import '../alliance.css';
import '../../explorer/explorer.css';
import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { CreateVotingKey } from './CreateVotingKey.tsx';
import { ImportVotingKey } from './ImportVotingKey.tsx';
import { MemberKeyCard } from './MemberKeyCard.tsx';
import { RecoveryCard } from './RecoveryCard.tsx';
import { RotateCard } from './RotateCard.tsx';
import { StoredKeysCard } from './StoredKeysCard.tsx';

/** The organisation's voting key: what it is, where it is, how it is made, changed and recovered. */
export function KeyPage() {
  const { t } = useTranslation('votingKey');
  const [adding, setAdding] = useState<'create' | 'import' | null>(null);
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <div className="actions">
            <Button size="large" icon={<KeyOutlined />} onClick={() => setAdding('import')} data-testid="import-key">
              {t('import.title')}
            </Button>
            <Button
              type="primary"
              size="large"
              icon={<PlusOutlined />}
              onClick={() => setAdding('create')}
              data-testid="create-voting-key"
            >
              {t('create.title')}
            </Button>
          </div>
        }
      />
      <div className="stack">
        <MemberKeyCard />
        <StoredKeysCard />
        <Card title={t('how.title')}>
          <ul className="plain-list">
            <li>{t('how.what')}</li>
            <li>{t('how.where')}</li>
            <li>{t('how.never')}</li>
            <li>{t('how.one')}</li>
          </ul>
        </Card>
        <RotateCard />
        <RecoveryCard />
      </div>
      {adding === 'create' && <CreateVotingKey onClose={() => setAdding(null)} />}
      {adding === 'import' && <ImportVotingKey onClose={() => setAdding(null)} />}
    </>
  );
}
