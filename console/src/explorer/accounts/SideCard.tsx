import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { AccountSide, CoreSide, EspaceSide } from '../api/accounts.ts';
import { Coins, Whole } from '../parts/Amount.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Facts } from '../parts/Facts.tsx';
import { AddressLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { SpaceTag } from '../parts/tags.tsx';

type SideCardProps = { space: 'core'; side: CoreSide } | { space: 'espace'; side: EspaceSide };

/** What an address has in one space. */
export function SideCard(props: SideCardProps) {
  const { t } = useTranslation(['accounts', 'chain']);
  const language = useLanguage();
  const { side, space } = props;
  const { address } = side;
  const id = address.base32 ?? address.hex;
  const count = ({ count: value, exact }: AccountSide['transactions']) =>
    exact ? formatNumber(value, language) : t('atLeast', { count: value });
  const seen = (at: AccountSide['firstSeen']) => (at === null ? t('never') : <Time at={at.time} />);
  return (
    <Card
      title={
        <span className="title-tags">
          <SpaceTag space={space} /> {t(`kind.${side.kind}`)}
        </span>
      }
      extra={
        address.contract && (
          <Link to="/explorer/contracts/$address" params={{ address: id }}>
            {t('toContract')}
          </Link>
        )
      }
      data-testid={`side-${space}`}
    >
      <p className="balance">
        <Coins drip={side.balance} />
      </p>
      <Facts
        rows={[
          [
            t('address'),
            <span key="address" className="reference">
              <code>{id}</code>
              <CopyButton text={id} />
            </span>,
          ],
          [
            t('hex'),
            address.base32 === null ? null : (
              <span key="hex" className="reference">
                <code>{address.hex}</code>
                <CopyButton text={address.hex} />
              </span>
            ),
          ],
          [t('nonce'), <Whole key="nonce" digits={side.nonce} />],
          [t('transactionCount'), count(side.transactions)],
          [t('transferCount'), count(side.transfers)],
          [t('firstSeen'), seen(side.firstSeen)],
          [t('lastSeen'), seen(side.lastSeen)],
          [t('codeSize'), side.codeSizeBytes === 0 ? null : formatBytes(side.codeSizeBytes, language)],
          ...(props.space === 'core' ? coreRows(props.side, t) : []),
          ...(props.space === 'espace' && props.side.delegate !== null
            ? ([[t('delegate'), <code key="delegate">{props.side.delegate}</code>]] as [string, ReactNode][])
            : []),
        ]}
      />
    </Card>
  );
}

function coreRows(side: CoreSide, t: ReturnType<typeof useTranslation<'accounts'>>['t']): [string, ReactNode][] {
  const { sponsor } = side;
  return [
    [t('staking'), side.stakingBalance === '0' ? null : <Coins key="staking" drip={side.stakingBalance} />],
    [t('collateral'), side.collateralForStorage === '0' ? null : <Coins key="c" drip={side.collateralForStorage} />],
    [t('admin'), side.admin && <AddressLink key="admin" address={side.admin} />],
    [t('mapped'), <AddressLink key="mapped" address={side.mapped} />],
    [
      t('producer'),
      <Link key="blocks" to="/explorer/blocks" search={{ miner: side.address.base32 ?? side.address.hex }}>
        {t('produced')}
      </Link>,
    ],
    [t('gasSponsor'), sponsor?.gasSponsor ? <AddressLink key="gas" address={sponsor.gasSponsor} /> : null],
    [t('gasSponsorBalance'), sponsor?.gasSponsor ? <Coins key="balance" drip={sponsor.gasBalance} /> : null],
    [
      t('storageSponsor'),
      sponsor?.collateralSponsor ? <AddressLink key="s" address={sponsor.collateralSponsor} /> : null,
    ],
  ];
}
