import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { AddressLink, TransactionLink } from '../../explorer/parts/links.tsx';
import type { GrantFacts } from '../api/grants.ts';
import { Card } from '../parts/Card.tsx';

const stages = { 1: 'issued', 2: 'revoked', 3: 'renounced' } as const;
const holds = { 0: 'nobody', 1: 'provider', 2: 'authority', 3: 'both' } as const;

/** What the chain says of a grant, which anybody can read there. */
export function ChainCard({ facts: { onChain, contract, evmChainId } }: { facts: GrantFacts }) {
  const { t } = useTranslation('xGrants');
  const stage = stages[(onChain?.stage ?? 0) as keyof typeof stages];
  const hold = holds[(onChain?.holds ?? 0) as keyof typeof holds];
  return (
    <Card title={t('chain.title')}>
      {onChain ? (
        <Facts
          rows={[
            [t('chain.stage'), stage ? t(`chain.stages.${stage}`) : String(onChain.stage)],
            [t('chain.holds'), hold ? t(`chain.held.${hold}`) : String(onChain.holds)],
            [t('chain.transaction'), <TransactionLink key="t" hash={onChain.transaction} />],
            [t('chain.block'), String(onChain.blockNumber)],
            [
              t('chain.contract'),
              contract ? (
                <AddressLink
                  key="c"
                  address={{ space: 'espace', hex: contract, base32: null, name: null, contract: true }}
                />
              ) : null,
            ],
            [t('chain.network'), String(evmChainId)],
          ]}
        />
      ) : (
        <Alert type="info" showIcon title={t('chain.notYet')} />
      )}
      <p className="muted">{t('chain.explain')}</p>
    </Card>
  );
}
