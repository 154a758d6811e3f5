import { type GrantState, grantStates, type Side, sides } from './api/grants.ts';
import { type TransferState, transferStates } from './api/transfers.ts';
import { type Given, given, oneOf, textOf } from './searches.ts';

/** Grants of one side or state. */
export const grantsSearch = (search: Given) =>
  given({ role: oneOf<Side>(sides, search.role), state: oneOf<GrantState>(grantStates, search.state) });

/** Transfers of one side, state or agreement. */
export const transfersSearch = (search: Given) =>
  given({
    role: oneOf<Side>(sides, search.role),
    state: oneOf<TransferState>(transferStates, search.state),
    agreement: textOf(search.agreement),
  });
