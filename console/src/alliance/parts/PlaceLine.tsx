import { useTranslation } from 'react-i18next';
import { TransactionLink } from '../../explorer/parts/links.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Place } from '../api/types.ts';
import { BlockNumberLink } from './BlockNumberLink.tsx';

/** When and in which transaction and block something happened, and whether it can still be taken back. */
export function PlaceLine({ place }: { place: Place }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  return (
    <span className="place">
      <Time at={place.time} />
      <span>
        {t('place.transaction')} <TransactionLink hash={place.transactionHash} plain />
      </span>
      <span>
        {t('place.block')} <BlockNumberLink place={place}>{formatNumber(place.blockNumber, language)}</BlockNumberLink>
      </span>
      {!place.confirmed && <span className="chip chip-pending">{t('place.unconfirmed')}</span>}
    </span>
  );
}
