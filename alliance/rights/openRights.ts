import type { Principal } from '../principal.ts';
import { type Action, actions } from './actions.ts';
import { type DecideParameters, type Decision, decide } from './decide.ts';
import { rememberDecisions } from './remember.ts';
import { requireRight } from './require.ts';

/** The one place that decides who may do what on what. */
export interface Rights {
  /** Synchronous and in process; denies by default. */
  decide(parameters: DecideParameters): Decision;
  /** See `requireRight`. */
  require(parameters: DecideParameters): void;
  /** What a principal may do within its own organisation. */
  permissionsOf(principal: Principal | null): Action[];
}

export interface OpenRightsParameters {
  /** Whether the alliance is founded, as read last. */
  isFounded: () => boolean;
}

/** Opens the rights over what is known of the alliance. */
export function openRights({ isFounded }: OpenRightsParameters): Rights {
  const decideOnce = rememberDecisions(decide);
  const decideNow = (parameters: DecideParameters) => decideOnce(parameters, isFounded());
  return {
    decide: decideNow,
    require: (parameters) => requireRight(parameters, decideNow(parameters)),
    permissionsOf: (principal) =>
      (Object.keys(actions) as Action[]).filter((action) => decideNow({ principal, action }).allowed),
  };
}
