import { defineErrors } from '../errors.ts';

/** What can go wrong in the ledger room. */
export const ledgerErrors = defineErrors('ledger', {
  badMasterKey: {
    status: 500,
    retryable: false,
    cause: 'The master key is not 32 bytes in hexadecimal.',
    next: 'Give the content of the master key file, 64 hexadecimal digits.',
  },
  wrongMasterKey: {
    status: 500,
    retryable: false,
    cause: 'The key {name} cannot be decrypted: it was encrypted under another master key, or its row was changed.',
    next: 'Start with the master key that belongs to this database.',
  },
  badPrivateKey: {
    status: 400,
    retryable: false,
    cause: 'The private key for {name} is not a secp256k1 key of 32 bytes.',
    next: 'Give 64 hexadecimal digits with 0x in front.',
  },
  keyUnknown: {
    status: 404,
    retryable: false,
    cause: 'The key store has no key for the address {address}.',
    next: 'Create or import the key first.',
  },
  idempotencyConflict: {
    status: 409,
    retryable: false,
    cause: 'The idempotency key {key} was already used for another transaction.',
    next: 'Use a new key for a new transaction, or send the same one again.',
  },
  wrongChain: {
    status: 500,
    retryable: false,
    cause: 'The node serves chain {actual}, but the platform is set up for chain {expected}.',
    next: 'Give the address of a node of chain {expected}.',
  },
  nodeUnavailable: {
    status: 503,
    retryable: true,
    cause: 'No node of the chain answered {method}: {problem}.',
    next: 'Nothing is lost; it goes on by itself as soon as a node answers.',
  },
  statementInvalid: {
    status: 400,
    retryable: false,
    cause: 'The statement cannot be recorded: {problem}.',
    next: 'Correct it and record it again.',
  },
  notYetAnchored: {
    status: 409,
    retryable: true,
    cause: 'The statement {statementId} is recorded but its checkpoint is not on the chain yet.',
    next: 'Ask again in a few seconds.',
  },
  treasuryEmpty: {
    status: 503,
    retryable: true,
    cause: 'The treasury {address} has too little to pay for checkpoints: {balanceWei} wei.',
    next: 'Send CFX of chain {evmChainId} to {address}; anchoring goes on by itself.',
  },
  logBehindChain: {
    status: 500,
    retryable: false,
    cause: 'The contract {contract} holds a checkpoint of {anchored} statements, the database has only {size}.',
    next: 'The database is an older copy; restore the newest one. Nothing is anchored until then.',
  },
  logDiverged: {
    status: 500,
    retryable: false,
    cause: 'At {size} statements the contract {contract} holds another root than the database.',
    next: 'The database was changed or is not the one that was anchored; restore the right one. Nothing is anchored until then.',
  },
});
