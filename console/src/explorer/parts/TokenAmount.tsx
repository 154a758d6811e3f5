import { useTranslation } from 'react-i18next';
import { formatUnits } from '../../format/formatUnits.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Transfer } from '../api/transactions.ts';
import { AddressLink } from './links.tsx';

/** How much of which token moved. */
export function TokenAmount({ transfer: { amount, decimals, symbol, token, tokenId, kind } }: { transfer: Transfer }) {
  const { t } = useTranslation('transactions');
  const language = useLanguage();
  const name = symbol ?? token.name ?? shortKind[kind];
  return (
    <span className="amount">
      {kind !== 'erc721' && <b>{formatUnits(amount, decimals ?? 0, language, 6)} </b>}
      <AddressLink address={{ ...token, name }} plain />
      {tokenId !== null && <small> {t('tokenId', { id: tokenId })}</small>}
      {kind === 'erc20' && decimals === null && <small className="muted"> {t('noDecimals')}</small>}
    </span>
  );
}

const shortKind = { erc20: 'ERC-20', erc721: 'ERC-721', erc1155: 'ERC-1155' };
