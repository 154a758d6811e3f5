/** Every hard fork at the first block: the node's defaults are the heights of the public network, even in dev mode. */
const hardForks = {
  default_transition_time: 1,
  pos_reference_enable_height: 0,
  hydra_transition_height: 1,
  hydra_transition_number: 1,
  cip1559_transition_height: 1,
  cip112_transition_height: 1,
  cip107_transition_number: 1,
  cip118_transition_number: 1,
  cip119_transition_number: 1,
  cip105_transition_number: 1,
  sigma_fix_transition_number: 1,
  base_fee_burn_transition_number: 1,
  base_fee_burn_transition_height: 1,
  dao_vote_transition_number: 1,
  dao_vote_transition_height: 1,
  cancun_opcodes_transition_number: 1,
  cip130_transition_height: 1,
  c2_fix_transition_height: 1,
  eoa_code_transition_height: 1,
  cip151_transition_height: 1,
  cip645_transition_height: 1,
  cip145_fix_transition_height: 1,
  align_evm_transition_height: 1,
} as const;

/**
 * What every node of a private chain must have alike besides chain ids and genesis accounts; a node with other rules comes to
 * other states and forks off.
 */
export const chainRules: Readonly<Record<string, string | number | boolean>> = {
  mode: 'dev',
  execute_genesis: false,
  evm_transaction_block_ratio: 1,
  ...hardForks,
};
