import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { arbitrateGrant, type GrantFacts } from '../api/grants.ts';
import { Card } from '../parts/Card.tsx';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { useMay } from '../parts/useMay.ts';
import { ChainParty } from './ChainParty.tsx';

/** What the data authority may do with a grant of others. */
export function ArbitrationCard({ facts, id }: { facts: GrantFacts; id: string }) {
  const { t } = useTranslation('xGrants');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { onChain } = facts;
  if (!onChain) return null;
  const held = (onChain.holds & 2) !== 0;
  const act = held ? 'resume' : 'suspend';
  return (
    <Card title={t('named.title')}>
      <Facts
        rows={[
          [t('card.provider'), <ChainParty key="p" address={onChain.terms.provider} />],
          [t('card.consumer'), <ChainParty key="c" address={onChain.terms.consumer} />],
        ]}
      />
      <p className="muted">{t('named.explain')}</p>
      {may('exchange:arbitrate') && onChain.stage === 1 && (
        <Button danger={!held} onClick={() => setOpen(true)}>
          {t(`named.${act}`)}
        </Button>
      )}
      {open && (
        <ReasonModal
          title={t(`named.${act}`)}
          text={t('named.effect')}
          submit={t(`named.${act}`)}
          run={(reason) => arbitrateGrant(id, act, reason)}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
