import { defineErrors } from '../../errors.ts';

/** What can go wrong with members' nodes. */
export const nodesErrors = defineErrors('nodes', {
  noOwnNode: {
    status: 409,
    retryable: false,
    cause: 'This platform works with a node that somebody else runs, so that it cannot say how to join its network.',
    next: 'Ask whoever runs that node; for a public network see its own documentation.',
  },
  sweepUnderWay: {
    status: 503,
    retryable: true,
    cause:
      'The account that the chain began with still holds {amount} CFX; the platform is moving them to its treasury.',
    next: 'Ask again in some seconds. A bundle contains the key of that account, so none is made before it is empty.',
  },
  genesisBound: {
    status: 409,
    retryable: false,
    cause:
      'The account that the chain began with has {amount} CFX staked, locked or in its mirror account in eSpace, which the platform does not move.',
    next: 'Release them with the key in keys/genesis.key and send them to the treasury, then ask again.',
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no organisation "{slug}".',
    next: 'See GET /api/members for those there are.',
  },
  notAdmitted: {
    status: 403,
    retryable: false,
    cause: 'The organisation "{slug}" is not an admitted member of the alliance.',
    next: 'Nodes join for admitted members only; the members admit by vote.',
  },
  reportUnsigned: {
    status: 403,
    retryable: false,
    cause: 'The report is not signed: the signature is none over its content.',
    next: 'Sign the report as it is sent, with the key that it names.',
  },
  keyForeign: {
    status: 403,
    retryable: false,
    cause: 'The key that signed this report is not that of "{member}": {reason}.',
    next: 'Sign with the node key of the member’s entry in the registry (`xiangyu alliance node-keys --node FOLDER` sets it); before an alliance is founded, with the key of the node itself and an API key of the member.',
  },
  witnessNotRegistered: {
    status: 409,
    retryable: false,
    cause: 'The account of this witness is {address}; the registry has {registered} for your organisation.',
    next: 'Set the account in the registry with `xiangyu alliance node-keys --witness ADDRESS`, then publish the witness again.',
  },
  tooMany: {
    status: 409,
    retryable: false,
    cause: 'There are {most} nodes of "{member}" here already, which is the most.',
    next: 'Let the nodes there are go on reporting under their own network keys.',
  },
  reportOld: {
    status: 409,
    retryable: false,
    cause: 'The report of {time} cannot be taken: {reason}.',
    next: 'Set the clock of the node’s machine; a report counts once and for five minutes.',
  },
  otherChain: {
    status: 409,
    retryable: false,
    cause: 'The node is on a chain that begins with {actual}; this network begins with {expected}.',
    next: 'Join with the newest bundle of this platform.',
  },
});
