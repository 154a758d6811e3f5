import { formatUnits } from '../../format/formatUnits.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

/** An amount of the chain's coin, given in drip (1e-18), with all of its digits on hover, or at once when `exact`. */
export function Coins({ drip, exact = false }: { drip: string; exact?: boolean }) {
  const language = useLanguage();
  return (
    <span className="amount" title={`${formatUnits(drip, 18, language, 18)} CFX`}>
      {formatUnits(drip, 18, language, exact ? 18 : 6)} <small>CFX</small>
    </span>
  );
}

/** A gas price in GDrip (1e-9 coins). */
export function GasPrice({ drip }: { drip: string }) {
  const language = useLanguage();
  return (
    <span className="amount">
      {formatUnits(drip, 9, language, 9)} <small>GDrip</small>
    </span>
  );
}

/** A whole number too large for JSON, with grouping. */
export function Whole({ digits }: { digits: string }) {
  const language = useLanguage();
  return <span className="amount">{formatUnits(digits, 0, language, 0)}</span>;
}
