/** A step of a match that takes long. */
export type MatchWork =
  | { step: 'request'; identifiers: readonly string[]; reveal: boolean }
  | { step: 'answer'; identifiers: readonly string[]; request: Uint8Array; size: number; reveal: boolean }
  | { step: 'compare'; key: Uint8Array; setup: Uint8Array; response: Uint8Array; reveal: boolean };

/** What comes of it. */
export type MatchOutcome =
  | { step: 'request'; key: Uint8Array; request: Uint8Array }
  | { step: 'answer'; setup: Uint8Array; response: Uint8Array }
  | { step: 'compare'; size: number; indices: number[] | null }
  /** The other side's message is none of the protocol. */
  | { step: 'refused'; problem: string };
