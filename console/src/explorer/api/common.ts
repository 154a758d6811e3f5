export type Space = 'core' | 'espace';

/** An address with what is known of it. */
export interface AddressRef {
  space: Space;
  hex: string;
  /** CIP-37 address; null in eSpace. */
  base32: string | null;
  name: string | null;
  contract: boolean;
}

/** A parameter of a call or an event; numbers are decimal text, tuples and arrays are nested. */
export interface DecodedArgument {
  name: string;
  type: string;
  indexed: boolean;
  value: unknown;
}

/** A call, event or error in the words of an ABI. */
export interface Decoded {
  name: string;
  signature: string;
  args: DecodedArgument[];
}

/** How sure it is that a block stays where it is; `risk` is an upper bound of the probability that it does not. */
export interface Confirmation {
  level: 'executed' | 'confirmed' | 'finalized';
  risk: number | null;
}
