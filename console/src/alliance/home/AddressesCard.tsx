import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Copyable } from '../../operator/Copyable.tsx';
import type { AllianceState } from '../api/alliance.ts';

/** Where the alliance is on the chain. */
export function AddressesCard({ alliance }: { alliance: AllianceState }) {
  const { t } = useTranslation('governance');
  const { governor, registry, record, log, charterHash, chainId } = alliance;
  const contract = (address: string | null) =>
    address && (
      <>
        <Copyable text={address} full />
        <div>
          <Link to="/explorer/contracts/$address" params={{ address }} preload={false}>
            {t('addresses.explorer')} →
          </Link>
        </div>
      </>
    );
  return (
    <Card title={t('addresses.title')} className="card-wide">
      <Facts
        rows={[
          [t('addresses.chain'), <code key="chain">{chainId}</code>],
          [t('addresses.governor'), contract(governor)],
          [t('addresses.registry'), contract(registry)],
          [t('addresses.record'), contract(record)],
          [t('addresses.log'), contract(log.contract)],
          [t('addresses.owner'), log.ownedBy && t(`addresses.ownedBy.${log.ownedBy}`)],
          [t('addresses.charter'), charterHash && <Copyable text={charterHash} full />],
        ]}
      />
    </Card>
  );
}
