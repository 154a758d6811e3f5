import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { shorten } from '../../format/shorten.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { AddressRef } from '../api/common.ts';
import { CopyButton } from './CopyButton.tsx';

interface HashLinkProps {
  hash: string;
  /** Show all of it. */
  full?: boolean;
  /** Without the copy button, for tight places. */
  plain?: boolean;
}

/** A block's hash, which leads to its page. */
export function BlockLink({ hash, full = false, plain = false }: HashLinkProps) {
  return (
    <span className="reference">
      <Link to="/explorer/blocks/$hash" params={{ hash }} preload={false} title={hash} data-testid="block-link">
        <code>{full ? hash : shorten(hash)}</code>
      </Link>
      {!plain && <CopyButton text={hash} />}
    </span>
  );
}

/** A transaction's hash, which leads to its page. */
export function TransactionLink({ hash, full = false, plain = false }: HashLinkProps) {
  return (
    <span className="reference">
      <Link
        to="/explorer/transactions/$hash"
        params={{ hash }}
        preload={false}
        title={hash}
        data-testid="transaction-link"
      >
        <code>{full ? hash : shorten(hash)}</code>
      </Link>
      {!plain && <CopyButton text={hash} />}
    </span>
  );
}

/** An epoch's number, which leads to its page. */
export function EpochLink({ number }: { number: number }) {
  const language = useLanguage();
  return (
    <Link to="/explorer/epochs/$number" params={{ number: String(number) }} preload={false} data-testid="epoch-link">
      {formatNumber(number, language)}
    </Link>
  );
}

interface AddressLinkProps {
  address: AddressRef;
  full?: boolean;
  plain?: boolean;
}

/** An address by its name or its ends, which leads to its account or contract. */
export function AddressLink({ address, full = false, plain = false }: AddressLinkProps) {
  const { t } = useTranslation('chain');
  const id = address.base32 ?? address.hex;
  const text = full ? id : shortenAddress(id);
  const body = address.name && !full ? <span className="address-name">{address.name}</span> : <code>{text}</code>;
  return (
    <span className="reference">
      {address.contract ? (
        <Link
          to="/explorer/contracts/$address"
          params={{ address: id }}
          preload={false}
          title={`${t('contract')} ${id}`}
          data-testid="contract-link"
        >
          {body}
        </Link>
      ) : (
        <Link
          to="/explorer/accounts/$address"
          params={{ address: id }}
          preload={false}
          title={id}
          data-testid="account-link"
        >
          {body}
        </Link>
      )}
      {!plain && <CopyButton text={id} />}
    </span>
  );
}

/** The ends of an address; a base32 address keeps its network prefix, which tells the space. */
export function shortenAddress(id: string): string {
  const at = id.lastIndexOf(':');
  return at < 0 ? shorten(id) : `${id.slice(0, id.indexOf(':') + 1)}${shorten(id.slice(at + 1), 5, 6)}`.toLowerCase();
}
