import type { TransactionData } from './epochData.ts';

/** The fields of a transaction that are kept as one text. */
export type TransactionDetails = Pick<
  TransactionData,
  | 'type'
  | 'phantom'
  | 'blockIndex'
  | 'value'
  | 'nonce'
  | 'gasLimit'
  | 'gasUsed'
  | 'fee'
  | 'gasPrice'
  | 'maxFee'
  | 'maxPriorityFee'
  | 'effectiveGasPrice'
  | 'burntFee'
  | 'storageLimit'
  | 'storageCollateralized'
  | 'gasSponsored'
  | 'storageSponsored'
>;

const orDash = (value: string | number | null) => value ?? '-';
const bit = (value: boolean) => (value ? 1 : 0);

/** The text of the column `details`, see the migration. It has nothing that would need quotes in an array's text. */
export function encodeDetails(t: TransactionDetails): string {
  const price = `${orDash(t.gasPrice)} ${orDash(t.maxFee)} ${orDash(t.maxPriorityFee)} ${orDash(t.effectiveGasPrice)}`;
  const storage = `${orDash(t.storageLimit)} ${orDash(t.storageCollateralized)}`;
  const flags = `${bit(t.gasSponsored)} ${bit(t.storageSponsored)}`;
  const amounts = `${t.value} ${t.nonce} ${t.gasLimit} ${t.gasUsed} ${t.fee}`;
  return `${t.type} ${bit(t.phantom)} ${orDash(t.blockIndex)} ${amounts} ${price} ${orDash(t.burntFee)} ${storage} ${flags}`;
}

/** Reads what `encodeDetails` wrote. */
export function decodeDetails(text: string): TransactionDetails {
  const fields = text.split(' ');
  const given = (place: number) => fields[place] ?? '0';
  const orNull = (place: number) => (fields[place] === '-' ? null : given(place));
  return {
    type: Number(given(0)),
    phantom: given(1) === '1',
    blockIndex: fields[2] === '-' ? null : Number(given(2)),
    value: given(3),
    nonce: given(4),
    gasLimit: given(5),
    gasUsed: given(6),
    fee: given(7),
    gasPrice: orNull(8),
    maxFee: orNull(9),
    maxPriorityFee: orNull(10),
    effectiveGasPrice: orNull(11),
    burntFee: orNull(12),
    storageLimit: orNull(13),
    storageCollateralized: orNull(14),
    gasSponsored: given(15) === '1',
    storageSponsored: given(16) === '1',
  };
}
