/** What a pass changed, to be told to those who watch. */
export interface Changes {
  /** Ids of members. */
  members: Set<string>;
  /** Accounts that votes or delegations changed of. */
  accounts: Set<string>;
  /** Ids of proposals. */
  proposals: Set<string>;
  /** Rules, scenarios, or everything. */
  other: boolean;
}

/** Nothing yet. */
export const noChanges = (): Changes => ({
  members: new Set(),
  accounts: new Set(),
  proposals: new Set(),
  other: false,
});
