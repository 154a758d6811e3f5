import { Link } from '@tanstack/react-router';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { shortenAddress } from '../../explorer/parts/links.tsx';

interface KeyNameProps {
  address: string;
  /** Of the own key; null for other accounts. */
  name?: string | null;
  full?: boolean;
}

/** An account by its name and address, which leads to its page in the explorer. */
export function KeyName({ address, name = null, full = false }: KeyNameProps) {
  return (
    <span className="reference">
      <Link to="/explorer/accounts/$address" params={{ address }} preload={false} title={address}>
        {name && <span className="address-name">{name} </span>}
        {(!name || full) && <code>{full ? address : shortenAddress(address)}</code>}
      </Link>
      <CopyButton text={address} />
    </span>
  );
}
