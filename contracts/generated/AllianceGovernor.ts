// Generated from AllianceGovernor.sol with solc 0.8.37+commit.f401782d.Emscripten.clang by contracts/build.ts; do not edit.

export const allianceGovernorAbi = [
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "charterHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "foundersRoot",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "founders",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint48",
            "name": "votingDelay",
            "type": "uint48"
          },
          {
            "internalType": "uint32",
            "name": "votingPeriod",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "quorumPercent",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "passPercent",
            "type": "uint8"
          },
          {
            "internalType": "uint32[6]",
            "name": "kindWeights",
            "type": "uint32[6]"
          }
        ],
        "internalType": "struct AllianceGovernor.Rules",
        "name": "rules",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "CheckpointUnorderedInsertion",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ERC6372InconsistentClock",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "FailedCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "GovernorAlreadyCastVote",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorAlreadyQueuedProposal",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GovernorDisabledDeposit",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "votes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "threshold",
        "type": "uint256"
      }
    ],
    "name": "GovernorInsufficientProposerVotes",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "targets",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "calldatas",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "values",
        "type": "uint256"
      }
    ],
    "name": "GovernorInvalidProposalLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "quorumNumerator",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "quorumDenominator",
        "type": "uint256"
      }
    ],
    "name": "GovernorInvalidQuorumFraction",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      }
    ],
    "name": "GovernorInvalidSignature",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GovernorInvalidVoteParams",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GovernorInvalidVoteType",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "votingPeriod",
        "type": "uint256"
      }
    ],
    "name": "GovernorInvalidVotingPeriod",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorNonexistentProposal",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "GovernorOnlyExecutor",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorProposalQueueingFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "GovernorProposalQueueingNotRequired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      }
    ],
    "name": "GovernorRestrictedProposer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "GovernorUnableToCancel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "enum IGovernor.ProposalState",
        "name": "current",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "expectedStates",
        "type": "bytes32"
      }
    ],
    "name": "GovernorUnexpectedProposalState",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "log",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "LogNotOwned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "snapshot",
        "type": "uint256"
      }
    ],
    "name": "NoWeight",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "most",
        "type": "uint256"
      }
    ],
    "name": "RuleOutOfBounds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "log",
        "type": "address"
      }
    ],
    "name": "LogAccepted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldPercent",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newPercent",
        "type": "uint256"
      }
    ],
    "name": "PassPercentSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "ProposalCanceled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "indexed": false,
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "indexed": false,
        "internalType": "string[]",
        "name": "signatures",
        "type": "string[]"
      },
      {
        "indexed": false,
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "voteStart",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "voteEnd",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "description",
        "type": "string"
      }
    ],
    "name": "ProposalCreated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "ProposalExecuted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "etaSeconds",
        "type": "uint256"
      }
    ],
    "name": "ProposalQueued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldProposalThreshold",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newProposalThreshold",
        "type": "uint256"
      }
    ],
    "name": "ProposalThresholdSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldQuorumNumerator",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newQuorumNumerator",
        "type": "uint256"
      }
    ],
    "name": "QuorumNumeratorUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "VoteCast",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "weight",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "reason",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      }
    ],
    "name": "VoteCastWithParams",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldVotingDelay",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newVotingDelay",
        "type": "uint256"
      }
    ],
    "name": "VotingDelaySet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldVotingPeriod",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newVotingPeriod",
        "type": "uint256"
      }
    ],
    "name": "VotingPeriodSet",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "BALLOT_TYPEHASH",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "CLOCK_MODE",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "COUNTING_MODE",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "EXTENDED_BALLOT_TYPEHASH",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "log",
        "type": "address"
      }
    ],
    "name": "acceptLog",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "cancel",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      }
    ],
    "name": "castVote",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "castVoteBySig",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      }
    ],
    "name": "castVoteWithReason",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      }
    ],
    "name": "castVoteWithReasonAndParams",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "support",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "voter",
        "type": "address"
      },
      {
        "internalType": "string",
        "name": "reason",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "castVoteWithReasonAndParamsBySig",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "clock",
    "outputs": [
      {
        "internalType": "uint48",
        "name": "",
        "type": "uint48"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "execute",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "getProposalId",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "getVotes",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "params",
        "type": "bytes"
      }
    ],
    "name": "getVotesWithParams",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "hasVoted",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "hashProposal",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "name",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      },
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC1155BatchReceived",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC1155Received",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC721Received",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "passPercent",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalDeadline",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalEta",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "name": "proposalNeedsQueuing",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalProposer",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalSnapshot",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "proposalThreshold",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "proposalVotes",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "againstVotes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "forVotes",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "abstainVotes",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "string",
        "name": "description",
        "type": "string"
      }
    ],
    "name": "propose",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "proposer",
        "type": "address"
      },
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "string",
        "name": "description",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "proposeBySig",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "calldatas",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "descriptionHash",
        "type": "bytes32"
      }
    ],
    "name": "queue",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "quorum",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "quorumDenominator",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "quorumNumerator",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "quorumNumerator",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "record",
    "outputs": [
      {
        "internalType": "contract AllianceRecord",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "registry",
    "outputs": [
      {
        "internalType": "contract MemberRegistry",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      }
    ],
    "name": "relay",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "percent",
        "type": "uint256"
      }
    ],
    "name": "setPassPercent",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "newProposalThreshold",
        "type": "uint256"
      }
    ],
    "name": "setProposalThreshold",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "newVotingDelay",
        "type": "uint48"
      }
    ],
    "name": "setVotingDelay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "newVotingPeriod",
        "type": "uint32"
      }
    ],
    "name": "setVotingPeriod",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "proposalId",
        "type": "uint256"
      }
    ],
    "name": "state",
    "outputs": [
      {
        "internalType": "enum IGovernor.ProposalState",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "interfaceId",
        "type": "bytes4"
      }
    ],
    "name": "supportsInterface",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC5805",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "newQuorumNumerator",
        "type": "uint256"
      }
    ],
    "name": "updateQuorumNumerator",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "version",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "votingDelay",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "votingPeriod",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "stateMutability": "payable",
    "type": "receive"
  }
] as const;

/** Creation code; the constructor's arguments are appended by whoever deploys. */
export const allianceGovernorBytecode =
  '0x6101c0604052348015610010575f5ffd5b5060405161a77b38038061a77b83398101604081905261002f91610a47565b806040015160ff16848484846080015160405161004b90610997565b6100589493929190610b2a565b604051809103905ff080158015610071573d5f5f3e3d5ffd5b50825f015183602001515f6040518060400160405280601081526020016f5869616e67797520616c6c69616e636560801b815250806100b461020160201b60201c565b6100bd8261021c565b610120526100ca8161021c565b61014052815160208084019190912060e052815190820120610100524660a05261015660e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c052600361016b8282610c07565b50610177905083610262565b610180826102af565b610189816102f6565b5050506001600160a01b0316610160526101a2816103cd565b50610160516001600160a01b0316610180526040516101c0906109a4565b604051809103905ff0801580156101d9573d5f5f3e3d5ffd5b506001600160a01b03166101a05260608101516101f89060ff16610462565b50505050610d94565b6040805180820190915260018152603160f81b602082015290565b5f5f829050601f8151111561024f578260405163305a27a960e01b81526004016102469190610cc1565b60405180910390fd5b805161025a82610cf6565b179392505050565b806276a70065ffffffffffff82168110156102a05760405163162deb6960e11b815265ffffffffffff90921660048301526024820152604401610246565b506102ac90508161052b565b50565b806301e1338063ffffffff82168110156102ea5760405163162deb6960e11b815263ffffffff90921660048301526024820152604401610246565b506102ac905081610591565b5f811561038d57610160516001600160a01b0316638e539e8c6001610319610630565b6103239190610d2d565b6040516001600160e01b031960e084901b16815265ffffffffffff9091166004820152602401602060405180830381865afa158015610364573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103889190610d51565b61038f565b5f5b90508181808211156103bd5760405163162deb6960e11b815260048101929092526024820152604401610246565b506103c99050826106aa565b5050565b6064808211156103fa5760405163243e544560e01b81526004810183905260248101829052604401610246565b5f6104036106eb565b9050610422610410610630565b61041985610704565b600a919061073b565b505060408051828152602081018590527f0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997910160405180910390a1505050565b8060648082111561048f5760405163162deb6960e11b815260048101929092526024820152604401610246565b507fbaaf958d641c52bfb0c768b10661f7cce1457fd3699afd5b8d856905e1c8ede990506104bd600b610755565b604080516001600160d01b039092168252602082018490520160405180910390a15f6104e9600b61079d565b5091505f90506104f7610630565b90506105248265ffffffffffff168265ffffffffffff1611610519578261051b565b815b600b908561073b565b5050505050565b6008546040805165ffffffffffff928316815291831660208301527fc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93910160405180910390a16008805465ffffffffffff191665ffffffffffff92909216919091179055565b8063ffffffff165f036105b95760405163f1cfbf0560e01b81525f6004820152602401610246565b6008546040805163ffffffff66010000000000009093048316815291831660208301527f7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828910160405180910390a16008805463ffffffff90921666010000000000000263ffffffff60301b19909216919091179055565b5f61063b6101605190565b6001600160a01b03166391ddadf46040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015610694575060408051601f3d908101601f1916820190925261069191810190610d68565b60015b6106a5576106a06107ff565b905090565b919050565b60075460408051918252602082018390527fccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461910160405180910390a1600755565b5f6106f6600a610755565b6001600160d01b0316905090565b5f6001600160d01b03821115610737576040516306dfcc6560e41b815260d0600482015260248101839052604401610246565b5090565b5f80610748858585610809565b915091505b935093915050565b80545f9080156107945761077b8361076e600184610d81565b5f91825260209091200190565b54660100000000000090046001600160d01b0316610796565b5f5b9392505050565b80545f90819081908082036107bb575f5f5f935093509350506107f8565b5f6107cb8661076e600185610d81565b546001955065ffffffffffff81169450660100000000000090046001600160d01b031692506107f8915050565b9193909250565b5f6106a043610965565b82545f9081908015610908575f6108258761076e600185610d81565b805490915065ffffffffffff80821691660100000000000090046001600160d01b031690881682111561086b57604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff16036108a757825465ffffffffffff1666010000000000006001600160d01b038916021783556108fa565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b945085935061074d92505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316660100000000000002919093161792019190915590508161074d565b5f65ffffffffffff821115610737576040516306dfcc6560e41b81526030600482015260248101839052604401610246565b6147268061590883390190565b61074d8061a02e83390190565b634e487b7160e01b5f52604160045260245ffd5b60405160a081016001600160401b03811182821017156109e7576109e76109b1565b60405290565b60405160c081016001600160401b03811182821017156109e7576109e76109b1565b805165ffffffffffff811681146106a5575f5ffd5b805163ffffffff811681146106a5575f5ffd5b805160ff811681146106a5575f5ffd5b5f5f5f5f8486036101a0811215610a5c575f5ffd5b85516020870151604088015191965094509250610140605f1982011215610a81575f5ffd5b50610a8a6109c5565b610a9660608701610a0f565b8152610aa460808701610a24565b6020820152610ab560a08701610a37565b6040820152610ac660c08701610a37565b60608201528660ff870112610ad9575f5ffd5b610ae16109ed565b806101a0880189811115610af3575f5ffd5b60e089015b81811015610b1757610b0981610a24565b845260209384019301610af8565b5050608083015250939692955090935050565b8481526020810184905260408101839052610120810160608201835f5b6006811015610b6c57815163ffffffff16835260209283019290910190600101610b47565b50505095945050505050565b600181811c90821680610b8c57607f821691505b602082108103610baa57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610c025782821115610c0257805f5260205f20601f840160051c6020851015610bdb57505f5b90810190601f840160051c035f5b81811015610bfe575f83820155600101610be9565b5050505b505050565b81516001600160401b03811115610c2057610c206109b1565b610c3481610c2e8454610b78565b84610bb0565b6020601f821160018114610c66575f8315610c4f5750848201515b5f19600385901b1c1916600184901b178455610524565b5f84815260208120601f198516915b82811015610c955787850151825560209485019460019092019101610c75565b5084821015610cb257868401515f19600387901b60f8161c191681555b50505050600190811b01905550565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610baa575f1960209190910360031b1b16919050565b634e487b7160e01b5f52601160045260245ffd5b65ffffffffffff8281168282160390811115610d4b57610d4b610d19565b92915050565b5f60208284031215610d61575f5ffd5b5051919050565b5f60208284031215610d78575f5ffd5b61079682610a0f565b81810381811115610d4b57610d4b610d19565b60805160a05160c05160e05161010051610120516101405161016051610180516101a051614ac6610e425f395f6104f201525f818161076f01528181611e280152818161218501528181612471015261251401525f8181610b6f015281816111b70152818161157a015281816118fd015281816126ff015261321501525f61237e01525f61235301525f6129e201525f6129ba01525f61291501525f61293f01525f6129690152614ac65ff3fe60806040526004361061033d575f3560e01c80637d5e81e2116101b2578063bc197c81116100f2578063deaaa7cc11610092578063ece40cc11161006d578063ece40cc114610adf578063f23a6e6114610afe578063f8ce560a14610b42578063fc0c546a14610b61575f5ffd5b8063deaaa7cc14610a6e578063e540d01d14610aa1578063eb9019d414610ac0575f5ffd5b8063c28bc2fa116100cd578063c28bc2fa146109d8578063c4750efd146109eb578063c59057e414610a0a578063dd4e2ba514610a29575f5ffd5b8063bc197c8114610956578063bee2a8ba1461099a578063c01f9e37146109b9575f5ffd5b806397c3d3341161015d578063a8f8a66811610138578063a8f8a668146108ce578063a9a95294146108ed578063ab58fb8e1461090c578063b58131b014610942575f5ffd5b806397c3d334146108885780639a802a6d1461089b578063a7713a70146108ba575f5ffd5b806384b0196e1161018d57806384b0196e146108175780638ff262e31461083e57806391ddadf41461085d575f5ffd5b80637d5e81e2146107b05780637ecebe00146107cf5780638187991f14610803575f5ffd5b80633e4f49e61161027d578063567813881161022857806360c4247f1161020357806360c4247f14610720578063790518871461073f5780637b1039991461075e5780637b3c71d314610791575f5ffd5b806356781388146106c35780635b8d0e0d146106e25780635f398a1414610701575f5ffd5b80634bf5d7e9116102585780634bf5d7e914610630578063544ffc9c1461064457806354fd4d501461067e575f5ffd5b80633e4f49e61461059d57806343859632146105c9578063452115d614610611575f5ffd5b8063160cbed7116102e8578063266cf109116102c3578063266cf109146104e15780632d63f693146105145780632fe3e2611461054e5780633932abb114610581575f5ffd5b8063160cbed7146104905780631e5bd138146104af5780632656227d146104ce575f5ffd5b806306fdde031161031857806306fdde03146103c7578063143489d0146103e8578063150b7a0214610434575f5ffd5b806301ffc9a71461034957806302a251a31461037d57806306f3f9e6146103a8575f5ffd5b36610345575b005b5f5ffd5b348015610354575f5ffd5b50610368610363366004613b3b565b610b93565b60405190151581526020015b60405180910390f35b348015610388575f5ffd5b50600854600160301b900463ffffffff165b604051908152602001610374565b3480156103b3575f5ffd5b506103436103c2366004613b62565b610c63565b3480156103d2575f5ffd5b506103db610c77565b6040516103749190613ba7565b3480156103f3575f5ffd5b5061041c610402366004613b62565b5f908152600460205260409020546001600160a01b031690565b6040516001600160a01b039091168152602001610374565b34801561043f575f5ffd5b5061047761044e366004613c98565b7f150b7a0200000000000000000000000000000000000000000000000000000000949350505050565b6040516001600160e01b03199091168152602001610374565b34801561049b575f5ffd5b5061039a6104aa366004613e61565b610d07565b3480156104ba575f5ffd5b5061039a6104c9366004613ef7565b610dad565b61039a6104dc366004613e61565b610eb3565b3480156104ec575f5ffd5b5061041c7f000000000000000000000000000000000000000000000000000000000000000081565b34801561051f575f5ffd5b5061039a61052e366004613b62565b5f90815260046020526040902054600160a01b900465ffffffffffff1690565b348015610559575f5ffd5b5061039a7f3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a81181565b34801561058c575f5ffd5b5060085465ffffffffffff1661039a565b3480156105a8575f5ffd5b506105bc6105b7366004613b62565b610fe7565b604051610374919061401d565b3480156105d4575f5ffd5b506103686105e336600461402b565b5f8281526009602090815260408083206001600160a01b038516845260030190915290205460ff1692915050565b34801561061c575f5ffd5b5061039a61062b366004613e61565b611153565b34801561063b575f5ffd5b506103db6111b3565b34801561064f575f5ffd5b5061066361065e366004613b62565b61124b565b60408051938452602084019290925290820152606001610374565b348015610689575f5ffd5b5060408051808201909152600181527f310000000000000000000000000000000000000000000000000000000000000060208201526103db565b3480156106ce575f5ffd5b5061039a6106dd366004614069565b611270565b3480156106ed575f5ffd5b5061039a6106fc3660046140d8565b611297565b34801561070c575f5ffd5b5061039a61071b366004614197565b611354565b34801561072b575f5ffd5b5061039a61073a366004613b62565b61139c565b34801561074a575f5ffd5b5061034361075936600461422d565b6113a8565b348015610769575f5ffd5b5061041c7f000000000000000000000000000000000000000000000000000000000000000081565b34801561079c575f5ffd5b5061039a6107ab366004614248565b6113b9565b3480156107bb575f5ffd5b5061039a6107ca36600461429e565b611409565b3480156107da575f5ffd5b5061039a6107e936600461433f565b6001600160a01b03165f9081526002602052604090205490565b34801561080e575f5ffd5b5061039a6114a8565b348015610822575f5ffd5b5061082b6114c1565b6040516103749796959493929190614394565b348015610849575f5ffd5b5061039a61085836600461440f565b61151f565b348015610868575f5ffd5b50610871611577565b60405165ffffffffffff9091168152602001610374565b348015610893575f5ffd5b50606461039a565b3480156108a6575f5ffd5b5061039a6108b536600461445d565b6115fe565b3480156108c5575f5ffd5b5061039a611614565b3480156108d9575f5ffd5b5061039a6108e8366004613e61565b61161f565b3480156108f8575f5ffd5b50610368610907366004613b62565b505f90565b348015610917575f5ffd5b5061039a610926366004613b62565b5f9081526004602052604090206001015465ffffffffffff1690565b34801561094d575f5ffd5b5061039a61162c565b348015610961575f5ffd5b506104776109703660046144b2565b7fbc197c810000000000000000000000000000000000000000000000000000000095945050505050565b3480156109a5575f5ffd5b506103436109b4366004613b62565b611636565b3480156109c4575f5ffd5b5061039a6109d3366004613b62565b611647565b6103436109e636600461454c565b611689565b3480156109f6575f5ffd5b50610343610a0536600461433f565b611705565b348015610a15575f5ffd5b5061039a610a24366004613e61565b611846565b348015610a34575f5ffd5b506040805180820190915260208082527f737570706f72743d627261766f2671756f72756d3d666f722c6162737461696e908201526103db565b348015610a79575f5ffd5b5061039a7ff2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d781565b348015610aac575f5ffd5b50610343610abb36600461458c565b61187f565b348015610acb575f5ffd5b5061039a610ada3660046145af565b611890565b348015610aea575f5ffd5b50610343610af9366004613b62565b6118af565b348015610b09575f5ffd5b50610477610b183660046145d9565b7ff23a6e610000000000000000000000000000000000000000000000000000000095945050505050565b348015610b4d575f5ffd5b5061039a610b5c366004613b62565b6118c0565b348015610b6c575f5ffd5b507f000000000000000000000000000000000000000000000000000000000000000061041c565b5f6001600160e01b031982167fcdbdfcee000000000000000000000000000000000000000000000000000000001480610bf557506001600160e01b031982167f65455a8600000000000000000000000000000000000000000000000000000000145b80610c2957506001600160e01b031982167f4e2312e000000000000000000000000000000000000000000000000000000000145b80610c5d57507f01ffc9a7000000000000000000000000000000000000000000000000000000006001600160e01b03198316145b92915050565b610c6b611976565b610c74816119c6565b50565b606060038054610c8690614631565b80601f0160208091040260200160405190810160405280929190818152602001828054610cb290614631565b8015610cfd5780601f10610cd457610100808354040283529160200191610cfd565b820191905f5260205f20905b815481529060010190602001808311610ce057829003601f168201915b5050505050905090565b5f5f610d158686868661161f565b90505f610d2b82610d266004611a74565b611a96565b5080610d6b576040517fd838bcb7000000000000000000000000000000000000000000000000000000008152600481018390526024015b60405180910390fd5b5f6040517fab2d031100000000000000000000000000000000000000000000000000000000815260048101849052602401610d62565b50909695505050505050565b5f5f610dbc8888888888611ad3565b9050610dd188610dcb83611c95565b85611cdc565b610df9576040516394ab6c0760e01b81526001600160a01b0389166004820152602401610d62565b610e038885611d4c565b610e2b5760405163d9b3955760e01b81526001600160a01b0389166004820152602401610d62565b5f610e3461162c565b90505f610e5c8a6001610e45611577565b610e4f919061467d565b65ffffffffffff16611890565b905081811015610e9857604051636121770b60e11b81526001600160a01b038b1660048201526024810182905260448101839052606401610d62565b610ea5898989898e611dfb565b9a9950505050505050505050565b5f5f610ec18686868661161f565b90505f610ed282610d266004611a74565b505f82815260046020526040902080547fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff16600160f01b17905530610f143090565b6001600160a01b031614610f9d575f5b8751811015610f9b57306001600160a01b0316888281518110610f4957610f4961469b565b60200260200101516001600160a01b031603610f9357610f93868281518110610f7457610f7461469b565b6020026020010151805190602001206005611e9690919063ffffffff16565b600101610f24565b505b610faa8288888888611eb7565b6040518281527f712ae1383f79ac853f8d882153778e0260ef8f03b504e2866e0593e04d2b291f9060200160405180910390a15095945050505050565b5f818152600460205260408120805460ff600160f01b82048116917f0100000000000000000000000000000000000000000000000000000000000000900416811561103757506007949350505050565b801561104857506002949350505050565b5f85815260046020526040812054600160a01b900465ffffffffffff169050805f036110a3576040517f6ad0607500000000000000000000000000000000000000000000000000000000815260048101879052602401610d62565b5f6110ac611577565b65ffffffffffff1690508082106110c957505f9695505050505050565b5f6110d388611647565b90508181106110ea57506001979650505050505050565b6110f388611f8c565b1580611105575061110388611fdc565b155b1561111857506003979650505050505050565b5f8881526004602052604090206001015465ffffffffffff165f0361114557506004979650505050505050565b506005979650505050505050565b5f5f6111618686868661161f565b9050336040517f8fe5d8a9000000000000000000000000000000000000000000000000000000008152600481018390526001600160a01b0382166024820152604401610d62565b979650505050505050565b60607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316634bf5d7e96040518163ffffffff1660e01b81526004015f60405180830381865afa92505050801561123257506040513d5f823e601f3d908101601f1916820160405261122f91908101906146af565b60015b6112465761124161157761205e565b905090565b919050565b5f818152600960205260409020805460018201546002909201549091905b9193909250565b5f8033905061128f84828560405180602001604052805f815250612074565b949350505050565b5f6112dd88888888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a92508991506120959050565b611305576040516394ab6c0760e01b81526001600160a01b0387166004820152602401610d62565b61134888878988888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250612162915050565b98975050505050505050565b5f803390506111a887828888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250612162915050565b5f610c5d600a83612272565b6113b0611976565b610c74816122bf565b5f803390506113ff86828787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061207492505050565b9695505050505050565b5f336114158184611d4c565b61143d5760405163d9b3955760e01b81526001600160a01b0382166004820152602401610d62565b5f61144661162c565b9050801561149b575f61145d836001610e45611577565b90508181101561149957604051636121770b60e11b81526001600160a01b03841660048201526024810182905260448101839052606401610d62565b505b6111a88787878786611dfb565b5f6114b3600b612308565b6001600160d01b0316905090565b5f6060805f5f5f60606114d261234c565b6114da612377565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b5f61152c858585856123a2565b611554576040516394ab6c0760e01b81526001600160a01b0384166004820152602401610d62565b61156e85848660405180602001604052805f815250612074565b95945050505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166391ddadf46040518163ffffffff1660e01b8152600401602060405180830381865afa9250505080156115f2575060408051601f3d908101601f191682019092526115ef91810190614724565b60015b6112465761124161242b565b5f61160a848484612435565b90505b9392505050565b5f6114b3600a612308565b5f61156e85858585611846565b5f61124160075490565b61163e611976565b610c7481612593565b5f8181526004602052604081205461167b90600160d01b810463ffffffff1690600160a01b900465ffffffffffff1661473f565b65ffffffffffff1692915050565b611691611976565b5f5f856001600160a01b03168585856040516116ae92919061475d565b5f6040518083038185875af1925050503d805f81146116e8576040519150601f19603f3d011682016040523d82523d5f602084013e6116ed565b606091505b50915091506116fc828261265a565b50505050505050565b806001600160a01b03166379ba50976040518163ffffffff1660e01b81526004015f604051808303815f87803b15801561173d575f5ffd5b505af115801561174f573d5f5f3e3d5ffd5b505050505f816001600160a01b0316638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611790573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117b4919061476c565b905081816001600160a01b038116301461180d576040517fe754e9650000000000000000000000000000000000000000000000000000000081526001600160a01b03928316600482015291166024820152604401610d62565b50506040516001600160a01b038316907f1fc70c2086815dedd38179c2c3e61c06afc9d5e141885ba53cd07a8eb19ac1c2905f90a25050565b5f8484848460405160200161185e949392919061480e565b60408051601f19818403018152919052805160209091012095945050505050565b611887611976565b610c74816126b0565b5f61160d83836118aa60408051602081019091525f815290565b612435565b6118b7611976565b610c74816126f6565b6040517f8e539e8c000000000000000000000000000000000000000000000000000000008152600481018290525f90610c5d906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638e539e8c90602401602060405180830381865afa158015611942573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906119669190614858565b61196f8461139c565b60646127e9565b3033146119b1576040517f47096e47000000000000000000000000000000000000000000000000000000008152336004820152602401610d62565b565b806119be6005612899565b036119b35750565b606480821115611a0c576040517f243e54450000000000000000000000000000000000000000000000000000000081526004810183905260248101829052604401610d62565b5f611a15611614565b9050611a34611a22611577565b611a2b856128b8565b600a91906128ef565b505060408051828152602081018590527f0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997910160405180910390a1505050565b5f816007811115611a8757611a87613fe9565b600160ff919091161b92915050565b5f5f611aa184610fe7565b90505f83611aae83611a74565b160361160d578381846040516331b75e4d60e01b8152600401610d629392919061486f565b5f5f835167ffffffffffffffff811115611aef57611aef613bd8565b604051908082528060200260200182016040528015611b18578160200160208202803683370190505b5090505f5b8451811015611b6c57848181518110611b3857611b3861469b565b602002602001015180519060200120828281518110611b5957611b5961469b565b6020908102919091010152600101611b1d565b507f813b755a33afa064c34cd669b38cb0a35edaa18bdb73a1cc841df0afa752080b8787604051602001611ba09190614891565b6040516020818303038152906040528051906020012087604051602001611bc791906148c4565b6040516020818303038152906040528051906020012084604051602001611bee91906148c4565b604051602081830303815290604052805190602001208780519060200120611c328d6001600160a01b03165f90815260026020526040902080546001810190915590565b6040805160208101989098526001600160a01b03909616958701959095526060860193909352608085019190915260a084015260c083015260e0820152610100016040516020818303038152906040528051906020012091505095945050505050565b5f610c5d611ca1612909565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f836001600160a01b03163b5f03611d3a575f5f611cfa8585612a32565b5090925090505f816003811115611d1357611d13613fe9565b148015611d315750856001600160a01b0316826001600160a01b0316145b9250505061160d565b611d45848484612a7b565b905061160d565b80515f906034811015611d63576001915050610c5d565b60131981840101517fffffffffffffffffffff0000000000000000000000000000000000000000000081167f2370726f706f7365723d0000000000000000000000000000000000000000000014611dbf57600192505050610c5d565b5f5f611dcf86602a860386612af9565b915091508115806111a85750866001600160a01b0316816001600160a01b031614979650505050505050565b604051636c80dc6d60e01b81526001600160a01b0382811660048301525f916113ff9188918891889188917f00000000000000000000000000000000000000000000000000000000000000001690636c80dc6d90602401602060405180830381865afa158015611e6d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e91919061476c565b612bba565b5f611ea18383612e3d565b905080611eb257611eb26041612eb4565b505050565b5f5b8451811015611f84575f5f868381518110611ed657611ed661469b565b60200260200101516001600160a01b0316868481518110611ef957611ef961469b565b6020026020010151868581518110611f1357611f1361469b565b6020026020010151604051611f2891906148ee565b5f6040518083038185875af1925050503d805f8114611f62576040519150601f19603f3d011682016040523d82523d5f602084013e611f67565b606091505b5091509150611f76828261265a565b505050806001019050611eb9565b505050505050565b5f81815260096020526040812060028101546001820154611fad9190614904565b5f84815260046020526040902054611fd390600160a01b900465ffffffffffff166118c0565b11159392505050565b5f5f5f611fe88461124b565b50915091505f61201e612016865f9081526004602052604090205465ffffffffffff600160a01b9091041690565b600b90612ec5565b6001600160d01b03169050828211801561156e57508061203e8484614904565b6120489190614917565b612053836064614917565b101595945050505050565b6060610c5d61206f8363ffffffff16565b612f67565b5f61156e8585858561209060408051602081019091525f815290565b612162565b5f6111a88561215c7f3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a8118a8a8a6120e78c6001600160a01b03165f90815260026020526040902080546001810190915590565b8b516020808e01919091208c518d83012060405161214198979695949301968752602087019590955260ff9390931660408601526001600160a01b03919091166060850152608084015260a083015260c082015260e00190565b60405160208183030381529060405280519060200120611c95565b84611cdc565b604051636c80dc6d60e01b81526001600160a01b0385811660048301525f9182917f00000000000000000000000000000000000000000000000000000000000000001690636c80dc6d90602401602060405180830381865afa1580156121ca573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121ee919061476c565b90506121fd8782878787612ff2565b9150815f03612268575f878152600460205260409020548190600160a01b900465ffffffffffff166040517f9667eba60000000000000000000000000000000000000000000000000000000081526001600160a01b0390921660048301526024820152604401610d62565b5095945050505050565b5f5f5f61227e856130e5565b9250925050838265ffffffffffff1611156122ab576122a661229f8561313d565b8690612ec5565b6122ad565b805b6001600160d01b031695945050505050565b806276a70065ffffffffffff82168110156122fd5760405163162deb6960e11b815265ffffffffffff90921660048301526024820152604401610d62565b5050610c748161316f565b80545f9080156123445761232e83612321600184614965565b5f91825260209091200190565b54600160301b90046001600160d01b031661160d565b5f9392505050565b60606112417f00000000000000000000000000000000000000000000000000000000000000006131d5565b60606112417f00000000000000000000000000000000000000000000000000000000000000006131d5565b5f61156e8361215c7ff2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d78888886123f48a6001600160a01b03165f90815260026020526040902080546001810190915590565b60408051602081019690965285019390935260ff90911660608401526001600160a01b0316608083015260a082015260c001612141565b5f6112414361313d565b6040517fec7886fe0000000000000000000000000000000000000000000000000000000081526001600160a01b0384811660048301525f9182917f0000000000000000000000000000000000000000000000000000000000000000169063ec7886fe90602401602060405180830381865afa1580156124b6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906124da9190614858565b905061156e811561258a576040517f0b61a887000000000000000000000000000000000000000000000000000000008152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690630b61a88790602401602060405180830381865afa158015612561573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612585919061476c565b61258c565b855b8585613212565b806064808211156125c05760405163162deb6960e11b815260048101929092526024820152604401610d62565b50507fbaaf958d641c52bfb0c768b10661f7cce1457fd3699afd5b8d856905e1c8ede96125ed600b612308565b604080516001600160d01b039092168252602082018490520160405180910390a15f612619600b6130e5565b509150505f612626611577565b90506126538265ffffffffffff168265ffffffffffff1611612648578261264a565b815b600b90856128ef565b5050505050565b60608215612669575080610c5d565b81511561267e57612679826132be565b610c5d565b6040517fd6bda27500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b806301e1338063ffffffff82168110156126eb5760405163162deb6960e11b815263ffffffff90921660048301526024820152604401610d62565b5050610c74816132c6565b5f81156127aa577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316638e539e8c6001612736611577565b612740919061467d565b6040516001600160e01b031960e084901b16815265ffffffffffff9091166004820152602401602060405180830381865afa158015612781573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127a59190614858565b6127ac565b5f5b90508181808211156127da5760405163162deb6960e11b815260048101929092526024820152604401610d62565b50506127e58261337b565b5050565b5f5f5f6127f686866133bc565b91509150815f0361281a5783818161281057612810614978565b049250505061160d565b818411612831576128316003851502601118612eb4565b5f848688095f868103871696879004966002600389028118808a02820302808a02820302808a02820302808a02820302808a02820302808a02909103029181900381900460010185841190960395909502919093039390930492909217029150509392505050565b5f5f5f6128a5846133d8565b915091508161160d5761160d6031612eb4565b5f6001600160d01b038211156128eb576040516306dfcc6560e41b815260d0600482015260248101839052604401610d62565b5090565b5f806128fc85858561346d565b915091505b935093915050565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561296157507f000000000000000000000000000000000000000000000000000000000000000046145b1561298b57507f000000000000000000000000000000000000000000000000000000000000000090565b611241604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103612a69576020840151604085015160608601515f1a612a5b888285856135d6565b955095509550505050612a74565b505081515f91506002905b9250925092565b8051604080517f1626ba7e000000000000000000000000000000000000000000000000000000008082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b5f5f8451831180612b0957508284115b15612b1857505f905080612901565b5f612b24856001614904565b84118015612b64575061060f60f31b612b408787016020015190565b7fffff00000000000000000000000000000000000000000000000000000000000016145b90505f612b748215156002614917565b612b7f906028614904565b905080612b8c8787614965565b03612bad575f5f612b9e89898961369e565b90965094506129019350505050565b5f5f935093505050612901565b5f612bce868686868051906020012061161f565b905084518651141580612be357508351865114155b80612bed57508551155b15612c3b578551845186516040517f447b05d0000000000000000000000000000000000000000000000000000000008152600481019390935260248301919091526044820152606401610d62565b5f81815260046020526040902054600160a01b900465ffffffffffff1615612c845780612c6782610fe7565b6040516331b75e4d60e01b8152610d629291905f9060040161486f565b5f612c9660085465ffffffffffff1690565b612c9e611577565b65ffffffffffff16612cb09190614904565b90505f612cca60085463ffffffff600160301b9091041690565b5f84815260046020526040902080547fffffffffffffffffffffffff0000000000000000000000000000000000000000166001600160a01b038716178155909150612d148361313d565b815465ffffffffffff91909116600160a01b027fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff909116178155612d5782613777565b815463ffffffff91909116600160d01b027fffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffffff90911617815588517f7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e090859087908c908c9067ffffffffffffffff811115612dd357612dd3613bd8565b604051908082528060200260200182016040528015612e0657816020015b6060815260200190600190039081612df15790505b508c89612e138a82614904565b8e604051612e299998979695949392919061498c565b60405180910390a150505095945050505050565b81545f906fffffffffffffffffffffffffffffffff600160801b820481169181166001830190911603612e73575f915050610c5d565b6fffffffffffffffffffffffffffffffff8181165f908152600186810160205260409091209490945584549184018116600160801b02911617909255919050565b634e487b715f52806020526024601cfd5b81545f9081816005811115612f21575f612ede846137a7565b612ee89085614965565b5f8881526020902090915081015465ffffffffffff9081169087161015612f1157809150612f1f565b612f1c816001614904565b92505b505b5f612f2e878785856138ff565b90508015612f5b57612f4587612321600184614965565b54600160301b90046001600160d01b03166111a8565b505f9695505050505050565b6060612f7161242b565b65ffffffffffff168265ffffffffffff1614612fb9576040517f6ff0714000000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b505060408051808201909152601d81527f6d6f64653d626c6f636b6e756d6265722666726f6d3d64656661756c74000000602082015290565b5f61300186610d266001611a74565b505f8681526004602052604081205461302b908790600160a01b900465ffffffffffff1685612435565b90505f61303b8888888588613955565b905083515f0361309157866001600160a01b03167fb8e138887d0aa13bab447e82de9d5c1777041ecd21ca36ba824ff1e6c07ddda4898884896040516130849493929190614a66565b60405180910390a26111a8565b866001600160a01b03167fe2babfbac5889a709b63bb7f598b324e08bc5a4fb9ec647fb3cbc9ec07eb871289888489896040516130d2959493929190614a8d565b60405180910390a2979650505050505050565b80545f9081908190808203613103575f5f5f93509350935050611269565b5f61311386612321600185614965565b546001955065ffffffffffff81169450600160301b90046001600160d01b03169250611269915050565b5f65ffffffffffff8211156128eb576040516306dfcc6560e41b81526030600482015260248101839052604401610d62565b6008546040805165ffffffffffff928316815291831660208301527fc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93910160405180910390a16008805465ffffffffffff191665ffffffffffff92909216919091179055565b60605f6131e183613a83565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f7f00000000000000000000000000000000000000000000000000000000000000006040517f3a46b1a80000000000000000000000000000000000000000000000000000000081526001600160a01b038681166004830152602482018690529190911690633a46b1a890604401602060405180830381865afa15801561329a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061160a9190614858565b805160208201fd5b8063ffffffff165f03613307576040517ff1cfbf050000000000000000000000000000000000000000000000000000000081525f6004820152602401610d62565b6008546040805163ffffffff600160301b9093048316815291831660208301527f7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828910160405180910390a16008805463ffffffff909216600160301b0269ffffffff00000000000019909216919091179055565b60075460408051918252602082018390527fccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461910160405180910390a1600755565b5f805f1983850993909202808410938190039390930393915050565b80545f9081906fffffffffffffffffffffffffffffffff80821691600160801b900416810361340c57505f93849350915050565b6fffffffffffffffffffffffffffffffff8181165f908152600186810160205260408220805492905586547fffffffffffffffffffffffffffffffff0000000000000000000000000000000016938101909216929092179094559293915050565b82545f908190801561357c575f61348987612321600185614965565b805490915065ffffffffffff80821691600160301b90046001600160d01b03169088168211156134e5576040517f2520601d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361351e57825465ffffffffffff16600160301b6001600160d01b0389160217835561356e565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f81529190912094519151909216600160301b029216919091179101555b945085935061290192505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316600160301b029190931617920191909155905081612901565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561360f57505f91506003905082613694565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613660573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661368b57505f925060019150829050613694565b92505f91508190505b9450945094915050565b5f8084816136ad866001614904565b851180156136ed575061060f60f31b6136c98388016020015190565b7fffff00000000000000000000000000000000000000000000000000000000000016145b90505f6136fd8215156002614917565b90505f8061370b838a614904565b90505b87811015613766575f61372c6137278784016020015190565b613ac3565b9050600f8160ff16111561374b575f5f97509750505050505050612901565b613756601084614917565b60ff90911601915060010161370e565b506001999098509650505050505050565b5f63ffffffff8211156128eb576040516306dfcc6560e41b81526020600482015260248101839052604401610d62565b5f600182116137b4575090565b816001600160801b82106137cd5760809190911c9060401b5b6801000000000000000082106137e85760409190911c9060201b5b64010000000082106137ff5760209190911c9060101b5b6201000082106138145760109190911c9060081b5b61010082106138285760089190911c9060041b5b6010821061383b5760049190911c9060021b5b600482106138475760011b5b600302600190811c9081858161385f5761385f614978565b048201901c9050600181858161387757613877614978565b048201901c9050600181858161388f5761388f614978565b048201901c905060018185816138a7576138a7614978565b048201901c905060018185816138bf576138bf614978565b048201901c905060018185816138d7576138d7614978565b048201901c90506138f68185816138f0576138f0614978565b04821190565b90039392505050565b5f5b8183101561394d575f85815260209020838316600285851804019081015465ffffffffffff8681169116111561393957809250613947565b613944816001614904565b93505b50613901565b509392505050565b5f8581526009602090815260408083206001600160a01b03881684526003810190925282205460ff16156139c0576040517f71c6af490000000000000000000000000000000000000000000000000000000081526001600160a01b0387166004820152602401610d62565b6001600160a01b0386165f9081526003820160205260409020805460ff1916600117905560ff8516613a095783815f015f8282546139fe9190614904565b90915550613a789050565b5f1960ff861601613a275783816001015f8282546139fe9190614904565b60011960ff861601613a465783816002015f8282546139fe9190614904565b6040517f06b337c200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b509195945050505050565b5f60ff8216601f811115610c5d576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f60f882901c602f81118015613adc5750603a8160ff16105b15613aea57602f1901610c5d565b60608160ff16118015613b00575060678160ff16105b15613b0e5760561901610c5d565b60408160ff16118015613b24575060478160ff16105b15613b325760361901610c5d565b5060ff92915050565b5f60208284031215613b4b575f5ffd5b81356001600160e01b03198116811461160d575f5ffd5b5f60208284031215613b72575f5ffd5b5035919050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f61160d6020830184613b79565b6001600160a01b0381168114610c74575f5ffd5b803561124681613bb9565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f1916810167ffffffffffffffff81118282101715613c1557613c15613bd8565b604052919050565b5f67ffffffffffffffff821115613c3657613c36613bd8565b50601f01601f191660200190565b5f82601f830112613c53575f5ffd5b8135602083015f613c6b613c6684613c1d565b613bec565b9050828152858383011115613c7e575f5ffd5b828260208301375f92810160200192909252509392505050565b5f5f5f5f60808587031215613cab575f5ffd5b8435613cb681613bb9565b93506020850135613cc681613bb9565b925060408501359150606085013567ffffffffffffffff811115613ce8575f5ffd5b613cf487828801613c44565b91505092959194509250565b5f67ffffffffffffffff821115613d1957613d19613bd8565b5060051b60200190565b5f82601f830112613d32575f5ffd5b8135613d40613c6682613d00565b8082825260208201915060208360051b860101925085831115613d61575f5ffd5b602085015b83811015612268578035613d7981613bb9565b835260209283019201613d66565b5f82601f830112613d96575f5ffd5b8135613da4613c6682613d00565b8082825260208201915060208360051b860101925085831115613dc5575f5ffd5b602085015b83811015612268578035835260209283019201613dca565b5f82601f830112613df1575f5ffd5b8135613dff613c6682613d00565b8082825260208201915060208360051b860101925085831115613e20575f5ffd5b602085015b8381101561226857803567ffffffffffffffff811115613e43575f5ffd5b613e52886020838a0101613c44565b84525060209283019201613e25565b5f5f5f5f60808587031215613e74575f5ffd5b843567ffffffffffffffff811115613e8a575f5ffd5b613e9687828801613d23565b945050602085013567ffffffffffffffff811115613eb2575f5ffd5b613ebe87828801613d87565b935050604085013567ffffffffffffffff811115613eda575f5ffd5b613ee687828801613de2565b949793965093946060013593505050565b5f5f5f5f5f5f60c08789031215613f0c575f5ffd5b613f1587613bcd565b9550602087013567ffffffffffffffff811115613f30575f5ffd5b613f3c89828a01613d23565b955050604087013567ffffffffffffffff811115613f58575f5ffd5b613f6489828a01613d87565b945050606087013567ffffffffffffffff811115613f80575f5ffd5b613f8c89828a01613de2565b935050608087013567ffffffffffffffff811115613fa8575f5ffd5b613fb489828a01613c44565b92505060a087013567ffffffffffffffff811115613fd0575f5ffd5b613fdc89828a01613c44565b9150509295509295509295565b634e487b7160e01b5f52602160045260245ffd5b6008811061401957634e487b7160e01b5f52602160045260245ffd5b9052565b60208101610c5d8284613ffd565b5f5f6040838503121561403c575f5ffd5b82359150602083013561404e81613bb9565b809150509250929050565b803560ff81168114611246575f5ffd5b5f5f6040838503121561407a575f5ffd5b8235915061408a60208401614059565b90509250929050565b5f5f83601f8401126140a3575f5ffd5b50813567ffffffffffffffff8111156140ba575f5ffd5b6020830191508360208285010111156140d1575f5ffd5b9250929050565b5f5f5f5f5f5f5f60c0888a0312156140ee575f5ffd5b873596506140fe60208901614059565b9550604088013561410e81613bb9565b9450606088013567ffffffffffffffff811115614129575f5ffd5b6141358a828b01614093565b909550935050608088013567ffffffffffffffff811115614154575f5ffd5b6141608a828b01613c44565b92505060a088013567ffffffffffffffff81111561417c575f5ffd5b6141888a828b01613c44565b91505092959891949750929550565b5f5f5f5f5f608086880312156141ab575f5ffd5b853594506141bb60208701614059565b9350604086013567ffffffffffffffff8111156141d6575f5ffd5b6141e288828901614093565b909450925050606086013567ffffffffffffffff811115614201575f5ffd5b61420d88828901613c44565b9150509295509295909350565b65ffffffffffff81168114610c74575f5ffd5b5f6020828403121561423d575f5ffd5b813561160d8161421a565b5f5f5f5f6060858703121561425b575f5ffd5b8435935061426b60208601614059565b9250604085013567ffffffffffffffff811115614286575f5ffd5b61429287828801614093565b95989497509550505050565b5f5f5f5f608085870312156142b1575f5ffd5b843567ffffffffffffffff8111156142c7575f5ffd5b6142d387828801613d23565b945050602085013567ffffffffffffffff8111156142ef575f5ffd5b6142fb87828801613d87565b935050604085013567ffffffffffffffff811115614317575f5ffd5b61432387828801613de2565b925050606085013567ffffffffffffffff811115613ce8575f5ffd5b5f6020828403121561434f575f5ffd5b813561160d81613bb9565b5f8151808452602084019350602083015f5b8281101561438a57815186526020958601959091019060010161436c565b5093949350505050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f6143ce60e0830189613b79565b82810360408401526143e08189613b79565b90508660608401526001600160a01b03861660808401528460a084015282810360c0840152610ea5818561435a565b5f5f5f5f60808587031215614422575f5ffd5b8435935061443260208601614059565b9250604085013561444281613bb9565b9150606085013567ffffffffffffffff811115613ce8575f5ffd5b5f5f5f6060848603121561446f575f5ffd5b833561447a81613bb9565b925060208401359150604084013567ffffffffffffffff81111561449c575f5ffd5b6144a886828701613c44565b9150509250925092565b5f5f5f5f5f60a086880312156144c6575f5ffd5b85356144d181613bb9565b945060208601356144e181613bb9565b9350604086013567ffffffffffffffff8111156144fc575f5ffd5b61450888828901613d87565b935050606086013567ffffffffffffffff811115614524575f5ffd5b61453088828901613d87565b925050608086013567ffffffffffffffff811115614201575f5ffd5b5f5f5f5f6060858703121561455f575f5ffd5b843561456a81613bb9565b935060208501359250604085013567ffffffffffffffff811115614286575f5ffd5b5f6020828403121561459c575f5ffd5b813563ffffffff8116811461160d575f5ffd5b5f5f604083850312156145c0575f5ffd5b82356145cb81613bb9565b946020939093013593505050565b5f5f5f5f5f60a086880312156145ed575f5ffd5b85356145f881613bb9565b9450602086013561460881613bb9565b93506040860135925060608601359150608086013567ffffffffffffffff811115614201575f5ffd5b600181811c9082168061464557607f821691505b60208210810361466357634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601160045260245ffd5b65ffffffffffff8281168282160390811115610c5d57610c5d614669565b634e487b7160e01b5f52603260045260245ffd5b5f602082840312156146bf575f5ffd5b815167ffffffffffffffff8111156146d5575f5ffd5b8201601f810184136146e5575f5ffd5b80516146f3613c6682613c1d565b818152856020838501011115614707575f5ffd5b8160208401602083015e5f91810160200191909152949350505050565b5f60208284031215614734575f5ffd5b815161160d8161421a565b65ffffffffffff8181168382160190811115610c5d57610c5d614669565b818382375f9101908152919050565b5f6020828403121561477c575f5ffd5b815161160d81613bb9565b5f8151808452602084019350602083015f5b8281101561438a5781516001600160a01b0316865260209586019590910190600101614799565b5f82825180855260208501945060208160051b830101602085015f5b83811015610da157601f198584030188526147f8838351613b79565b60209889019890935091909101906001016147dc565b608081525f6148206080830187614787565b8281036020840152614832818761435a565b9050828103604084015261484681866147c0565b91505082606083015295945050505050565b5f60208284031215614868575f5ffd5b5051919050565b838152606081016148836020830185613ffd565b826040830152949350505050565b81515f90829060208501835b82811015613a785781516001600160a01b031684526020938401939091019060010161489d565b81515f90829060208501835b82811015613a785781518452602093840193909101906001016148d0565b5f82518060208501845e5f920191825250919050565b80820180821115610c5d57610c5d614669565b8082028115828204841417610c5d57610c5d614669565b60018411156129015780850481111561494957614949614669565b600184161561495757908102905b60019390931c92800261492e565b81810381811115610c5d57610c5d614669565b634e487b7160e01b5f52601260045260245ffd5b8981526001600160a01b038916602082015261012060408201525f6149b561012083018a614787565b82810360608401526149c7818a61435a565b9050828103608084015280885180835260208301915060208160051b84010160208b015f5b83811015614a1e57601f19868403018552614a08838351613b79565b60209586019590935091909101906001016149ec565b505085810360a0870152614a32818b6147c0565b93505050508560c08401528460e0840152828103610100840152614a568185613b79565b9c9b505050505050505050505050565b84815260ff84166020820152826040820152608060608201525f6113ff6080830184613b79565b85815260ff8516602082015283604082015260a060608201525f614ab460a0830185613b79565b82810360808401526113488185613b79566101e0604052348015610010575f5ffd5b5060405161472638038061472683398101604081905261002f916101c2565b6040518060400160405280601081526020016f5869616e67797520616c6c69616e636560801b815250604051806040016040528060018152602001603160f81b8152506100818261015060201b60201c565b6101205261008e81610150565b61014052815160208084019190912060e052815190820120610100524660a05261011a60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05233610160526101808490526101a08390526101c0829052600d6101468282610261565b50505050506102fd565b5f5f829050601f81511115610183578260405163305a27a960e01b815260040161017a91906102a2565b60405180910390fd5b805161018e826102d7565b179392505050565b634e487b7160e01b5f52604160045260245ffd5b805163ffffffff811681146101bd575f5ffd5b919050565b5f5f5f5f61012085870312156101d6575f5ffd5b84516020860151604087015191955093509150607f850186136101f7575f5ffd5b60405160c081016001600160401b038111828210171561021957610219610196565b6040528061012087018881111561022e575f5ffd5b606088015b8181101561025257610244816101aa565b835260209283019201610233565b50959894975092955093505050565b815f805b600681101561029a57825160209093019263ffffffff600583901b81811b1994909416911690921b9190911790600101610265565b509091555050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156102f7575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516143476103df5f395f81816103f3015281816105fe01528181611a3301528181611a6b01528181611ad60152611b1901525f818161064f01526118d901525f8181610628015281816119c50152611a9401525f818161033401528181610a4501528181611033015281816110cc01528181611226015281816113df015281816114ef015261177b01525f6128d801525f6128ad01525f61311f01525f6130f701525f61305201525f61307c01525f6130a601526143475ff3fe608060405234801561000f575f5ffd5b50600436106102cd575f3560e01c80637ecebe001161017c578063aab6a199116100dd578063c3cda52011610093578063ec7886fe1161006e578063ec7886fe146106dd578063ece0ff94146106fc578063f17c306f1461070f575f5ffd5b8063c3cda520146106a4578063da3f7ca9146106b7578063df4b8e09146106ca575f5ffd5b8063af75f190116100c3578063af75f1901461064a578063b1c4235d14610671578063bee2cc5514610684575f5ffd5b8063aab6a199146105f9578063acb56fa214610623575f5ffd5b80638e539e8c116101325780639a308dcc116101185780639a308dcc146105ab5780639ab24eb0146105b45780639e38d8a0146105c7575f5ffd5b80638e539e8c1461057957806391ddadf41461058c575f5ffd5b806384580bad1161016257806384580bad1461053857806384b0196e1461054b57806389099a6314610566575f5ffd5b80637ecebe00146104fd578063829fec4814610525575f5ffd5b80633a46b1a8116102315780634bf5d7e9116101e75780636bc31fd3116101c25780636bc31fd3146104c45780636c80dc6d146104d75780637b734319146104ea575f5ffd5b80634bf5d7e914610447578063587cde1e146104865780635c19a95c146104b1575f5ffd5b8063411b007e11610217578063411b007e146103ee5780634789e0bb1461041557806347bf49ef14610428575f5ffd5b80633a46b1a8146103d357806340d9b7de146103e6575f5ffd5b806312f1451e11610286578063290212051161026c57806329021205146103985780632b3ba921146103ad57806330275e4c146103c0575f5ffd5b806312f1451e1461035e578063283054d614610378575f5ffd5b80630b61a887116102b65780630b61a887146103065780630c340a241461032f57806311aee38014610356575f5ffd5b8063045b8177146102d157806305762e48146102ef575b5f5ffd5b6102d9610722565b6040516102e69190613822565b60405180910390f35b6102f860075481565b6040519081526020016102e6565b610317610314366004613858565b90565b6040516001600160a01b0390911681526020016102e6565b6103177f000000000000000000000000000000000000000000000000000000000000000081565b600c546102f8565b610366600681565b60405160ff90911681526020016102e6565b61038b610386366004613858565b610787565b6040516102e691906138d1565b6103ab6103a63660046139f8565b6109c6565b005b6103ab6103bb366004613a92565b610a3a565b6103ab6103ce366004613abc565b610b78565b6102f86103e1366004613af5565b610c59565b6102f8606481565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab610423366004613b1d565b610c95565b6102f8610436366004613b65565b600a6020525f908152604090205481565b604080518082018252600e81527f6d6f64653d74696d657374616d70000000000000000000000000000000000000602082015290516102e69190613b7e565b610317610494366004613b65565b6001600160a01b039081165f908152600360205260409020541690565b6103ab6104bf366004613b65565b610d17565b6103ab6104d2366004613ba6565b610d22565b6103176104e5366004613b65565b610ef4565b6103ab6104f8366004613858565b611028565b6102f861050b366004613b65565b6001600160a01b03165f9081526002602052604090205490565b6103ab610533366004613bf6565b6110c1565b6103ab610546366004613c38565b61121b565b610553611376565b6040516102e69796959493929190613c75565b6103ab610574366004613858565b6113d4565b6102f8610587366004613858565b611477565b61059461149b565b60405165ffffffffffff90911681526020016102e6565b6102f860065481565b6102f86105c2366004613b65565b6114c4565b6105e96105d5366004613858565b60086020525f908152604090205460ff1681565b60405190151581526020016102e6565b6006547f0000000000000000000000000000000000000000000000000000000000000000146105e9565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab61067f366004613858565b6114e4565b610697610692366004613d27565b61157e565b6040516102e69190613d47565b6103ab6106b2366004613d89565b611652565b6103ab6106c5366004613858565b611727565b6103ab6106d8366004613ddd565b611770565b6102f86106eb366004613b65565b60096020525f908152604090205481565b6103ab61070a366004613dfe565b6117dd565b6103ab61071d366004613e6a565b6118d2565b61072a613804565b6040805160c081019182905290600d90600690825f855b82829054906101000a900463ffffffff1663ffffffff16815260200190600401906020826003010492830192600103820291508084116107415790505050505050905090565b6107e760408051610120810182525f80825260208201819052909182019081526020015f63ffffffff1681526020015f64ffffffffff1681526020015f6001600160a01b031681526020015f815260200160608152602001606081525090565b5f828152600b602090815260409182902082516101208101845281546001600160a01b0381168252600160a01b810461ffff169382019390935292909190830190600160b01b900460ff1660048111156108435761084361386f565b60048111156108545761085461386f565b81528154600160b81b810463ffffffff166020830152600160d81b900464ffffffffff16604082015260018201546001600160a01b031660608201526002820154608082015260038201805460a0909201916108af90613f36565b80601f01602080910402602001604051908101604052809291908181526020018280546108db90613f36565b80156109265780601f106108fd57610100808354040283529160200191610926565b820191905f5260205f20905b81548152906001019060200180831161090957829003601f168201915b5050505050815260200160048201805461093f90613f36565b80601f016020809104026020016040519081016040528092919081815260200182805461096b90613f36565b80156109b65780601f1061098d576101008083540402835291602001916109b6565b820191905f5260205f20905b81548152906001019060200180831161099957829003601f168201915b5050505050815250509050919050565b6109ce611b14565b5f6109d887611b7a565b90505f610a0b8888610a06856001600160a01b03165f90815260026020526040902080546001810190915590565b611c33565b9050610a1982828888611c9e565b610a2587828686611c9e565b610a3088885f611cf5565b5050505050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168114610a955760405163ad0550d560e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b50610a9f82611b7a565b505f8161ffff16118015610ab75750604061ffff8216105b8290610ad95760405163502cc3db60e11b8152600401610a8c91815260200190565b505f828152600b6020908152604091829020805461ffff60a01b1916600160a01b61ffff861690810291909117909155915191825283917f8eca642b051350f4c06be718ceb4b1bb21d9682ef9aaa080b595f316dcedb80a910160405180910390a260025f838152600b6020526040902054600160b01b900460ff166004811115610b6657610b6661386f565b03610b7457610b7482611e2c565b5050565b610b80611b14565b5f610b8a87611b7a565b905086610100851115610bb35760405163502cc3db60e11b8152600401610a8c91815260200190565b50610bf181610bea89898989610be5886001600160a01b03165f90815260026020526040902080546001810190915590565b611f7e565b8585611c9e565b5f878152600b6020526040902060028101879055600301610c13858783613fd2565b50867f1a3e0dc11f91bc6295eb516de6959e3a920db64083ae10a6cc01c106603f060c878787604051610c48939291906140b4565b60405180910390a250505050505050565b5f610c83610c6683612003565b6001600160a01b0385165f9081526004602052604090209061206a565b6001600160d01b031690505b92915050565b610c9d611b14565b5f610ca784611b7a565b9050610cdc81610bea86610cd7856001600160a01b03165f90815260026020526040902080546001810190915590565b61211d565b610ce7846004612178565b60405184907f5a46e4fa3f2ad342e2e6f7abb4d9c0ca74c93ca317fabf0866ac4f2bc72722e9905f90a250505050565b33610b748183612195565b610d2a611b14565b82355f908152600b602052604090208054600160b01b900460ff166002816004811115610d5957610d5961386f565b14158015610d7957506003816004811115610d7657610d7661386f565b14155b8535908290610d9d5760405163276065d160e21b8152600401610a8c9291906140cd565b5050610da88561221e565b5f610db2866122f2565b5f81815260086020526040902054909150819060ff1615610e02576040517f3c547cb4000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b50610e1d8635610e1860a0890160808a01613b65565b612321565b610e75610e3060a0880160808901613b65565b610e6e88610e69610e4760a0830160808401613b65565b6001600160a01b03165f90815260026020526040902080546001810190915590565b612454565b8787611c9e565b5f818152600860205260408120805460ff19166001179055826004811115610e9f57610e9f61386f565b03610eb057610eb086356001612550565b80865f01357f53b7c1276fd8eb8df24ab244cf0705ea5de1bfabbde4b1bfe543542619b0dc8788604051610ee49190614123565b60405180910390a3505050505050565b5f610efd611b14565b6001600160a01b0382165f908152600960205260409020548281610f59576040517f2400d0dc0000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a8c565b505f818152600b602052604090208054829085906001600160a01b03808316911614610fc3576040517fedf4ef2100000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b03166024820152604401610a8c565b50600290508154600160b01b900460ff166004811115610fe557610fe561386f565b82548492600160b01b90910460ff1691146110155760405163276065d160e21b8152600401610a8c9291906140cd565b505061101e8290565b925050505b919050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461107e5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b5061108881611b7a565b50611094816004612178565b60405181907f4afc3eb7d5d1880fae4691a025445ff2d5a849c15ae9328a99dd1583ea1bca33905f90a250565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146111175760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b505f611122826122f2565b5f81815260086020526040902054909150819060ff16611171576040517f6daa6151000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b5081355f908152600b6020526040902054600160b01b900460ff1660018160048111156111a0576111a061386f565b14806111bd575060048160048111156111bb576111bb61386f565b145b83359082906111e15760405163276065d160e21b8152600401610a8c9291906140cd565b50505f828152600860205260409020805460ff1916905561120d8335610e1860a0860160808701613b65565b611216836125e0565b505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146112715760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b5081600660ff8216106112b6576040517fdfc0338700000000000000000000000000000000000000000000000000000000815260ff9091166004820152602401610a8c565b5060ff82167fa3495b94b8e5370920c2ce0f25df4cf215ac300e157da98dbd6123bfe22edc3e600d82600681106112ef576112ef6141dc565b6008810491909101546040805160079093166004026101000a90910463ffffffff9081168352851660208301520160405180910390a280600d8360ff166006811061133c5761133c6141dc565b600891828204019190066004026101000a81548163ffffffff021916908363ffffffff1602179055505f600781905550610b7460646127f9565b5f6060805f5f5f60606113876128a6565b61138f6128d1565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461142a5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b506114368160036128fc565b611441816002612550565b61144a81611e2c565b60405181907f16f9f571b6be3a34292fb5636acb28d05f60b69293a0737c7b3f1461518343de905f90a250565b5f61148c61148483612003565b60059061206a565b6001600160d01b031692915050565b600e545f9065ffffffffffff1642116114bd5750600e5465ffffffffffff1690565b425b905090565b6001600160a01b0381165f90815260046020526040812061148c90612994565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461153a5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b506115468160026128fc565b611551816003612178565b60405181907f5cc1ddb624837dd7db35ce0d5c9a7f3596ffe54b069c67fea6d9e39de2bcab78905f90a250565b600c546060905f908410611592575f6115a0565b600c546115a0908590614204565b90508083106115af57806115b1565b825b67ffffffffffffffff8111156115c9576115c9613f68565b6040519080825280602002602001820160405280156115f2578160200160208202803683370190505b5091505f5b825181101561164a57600c61160c8287614217565b8154811061161c5761161c6141dc565b905f5260205f200154838281518110611637576116376141dc565b60209081029190910101526001016115f7565b505092915050565b8342111561168f576040517f4683af0e00000000000000000000000000000000000000000000000000000000815260048101859052602401610a8c565b604080517fe48329057bfd03d55e49b547132e39cffd9c1820ad7b9d4c5307691425d15adf60208201526001600160a01b0388169181019190915260608101869052608081018590525f90611708906117009060a001604051602081830303815290604052805190602001206129ce565b858585612a15565b90506117148187612a43565b61171e8188612195565b50505050505050565b600c5460075410611764576040517fd80bd74900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61176d816127f9565b50565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146117c65760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b506117d082611b7a565b50610b7482826001611cf5565b6117e5611b14565b5f6117ef87611b7a565b90508415806117fe5750604085145b87906118205760405163502cc3db60e11b8152600401610a8c91815260200190565b5061185781610bea89898989611852886001600160a01b03165f90815260026020526040902080546001810190915590565b612aae565b5f878152600b60205260409020600401611872868883613fd2565b505f878152600b60205260409081902060010180546001600160a01b0319166001600160a01b0387161790555187907faf9d32d3de27f8536951827549233d0d644542ba20dfe5a09ad18ba4eafb866690610c489089908990899061422a565b61190684847f000000000000000000000000000000000000000000000000000000000000000061190189612b1f565b612b3b565b853590611942576040517fe90499e4000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b505f85355f908152600b6020526040902054600160b01b900460ff16600481111561196f5761196f61386f565b863591146119ac576040517fea3cca5e000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b506119f26119c060a0870160808801613b65565b6119eb7f00000000000000000000000000000000000000000000000000000000000000008835612b52565b8484611c9e565b845f01357f01c7bdf7cba9a0f5b6955ec8cac00c043a9e2c983e9e4b26fc1ad31ce556b6a260065f8154611a2590614256565b9182905550604080519182527f000000000000000000000000000000000000000000000000000000000000000060208301520160405180910390a2611a69856125e0565b7f000000000000000000000000000000000000000000000000000000000000000060065403611b0d577f00000000000000000000000000000000000000000000000000000000000000007fccff8632a0d3fec904aacad1a325da9400cc7ce560307c879485afa10b3aa2617f0000000000000000000000000000000000000000000000000000000000000000604051611b0491815260200190565b60405180910390a25b5050505050565b6006547f0000000000000000000000000000000000000000000000000000000000000000818114610b74576040517f7adc65bf00000000000000000000000000000000000000000000000000000000815260048101929092526024820152604401610a8c565b5f818152600b602052604081208054600160b01b900460ff1682816004811115611ba657611ba661386f565b14158490611bca57604051633c9ce87f60e21b8152600401610a8c91815260200190565b506002816004811115611bdf57611bdf61386f565b1480611bfc57506003816004811115611bfa57611bfa61386f565b145b84829091611c1f5760405163276065d160e21b8152600401610a8c9291906140cd565b505090546001600160a01b03169392505050565b604080517fc837b05524309f03dc0cc619ba55b03b022a2489c963c254421804fd2451b9f960208201529081018490526001600160a01b0383166060820152608081018290525f9060a0016040516020818303038152906040528051906020012090505b9392505050565b611cb284611cab856129ce565b8484612b93565b8490611b0d576040517e414a420000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a8c565b6001600160a01b03821615801590611d2257506001600160a01b0382165f90815260096020526040902054155b8290611d4d57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b506001600160a01b0382165f908152600a6020526040902054611d71908490612c05565b8290611d9c57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b505f838152600b602090815260409182902054915183151581526001600160a01b0385811693169186917f592dd90a7bd10af28a9a7946497bad6b3c87eb0c1b8981419971df76fc3621cb910160405180910390a4506001600160a01b03165f818152600960209081526040808320859055938252600b90529190912080546001600160a01b0319169091179055565b5f818152600b6020526040812080549091600160b81b820463ffffffff1691600290600160b01b900460ff166004811115611e6957611e6961386f565b14611e74575f611e8a565b8254611e8a90600160a01b900461ffff16612c13565b90508163ffffffff168163ffffffff1603611ea55750505050565b82547fffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffff16600160b81b63ffffffff83160217835583611ee261149b565b600e805465ffffffffffff191665ffffffffffff9290921691909117905563ffffffff8381169083161115611f3057611f2b5f82611f20868661426e565b63ffffffff16612ce4565b611f3f565b611f3f815f611f20858761426e565b6040805163ffffffff80861682528416602082015286917ffdde4cd63b865621329075063a0930f73c4ea34568b130c4f0b3872559d9160f9101611b04565b5f7f804067091acf5f87ce363edca6fbd8b4944ab33710b93483fa02f67344c85ed086868686604051611fb292919061428a565b6040805191829003822060208301959095528101929092526060820152608081019190915260a0810183905260c0015b60405160208183030381529060405280519060200120905095945050505050565b5f5f61200d61149b565b90508065ffffffffffff168310612061576040517fecd3f81e0000000000000000000000000000000000000000000000000000000081526004810184905265ffffffffffff82166024820152604401610a8c565b611c9783612d5e565b81545f90818160058111156120c6575f61208384612d94565b61208d9085614204565b5f8881526020902090915081015465ffffffffffff90811690871610156120b6578091506120c4565b6120c1816001614217565b92505b505b5f6120d387878585612ef9565b90508015612110576120f7876120ea600184614204565b5f91825260209091200190565b54660100000000000090046001600160d01b0316612112565b5f5b979650505050505050565b604080517f97b0eb11f04712296be17a2b9bc845526590f8ef0f407c74df1b98f597dad6096020820152908101839052606081018290525f906080015b60405160208183030381529060405280519060200120905092915050565b6121828282612550565b61218b82611e2c565b610b748283612f4f565b5f61219f83610ef4565b6001600160a01b0383165f908152600a602052604090205490915080806121dc57604051633c9ce87f60e21b8152600401610a8c91815260200190565b506121e88160026128fc565b6121f061149b565b600e805465ffffffffffff191665ffffffffffff929092169190911790556122188284612f4f565b50505050565b80351580159061224057505f61223a6080830160608401614299565b61ffff16115b801561225f575060406122596080830160608401614299565b61ffff16105b801561228357505f61227760a0830160808401613b65565b6001600160a01b031614155b801561229f575061010061229a60408301836142b2565b905011155b80156122cf57506122b360a08201826142b2565b159050806122cf57506122c960a08201826142b2565b90506040145b813590610b745760405163502cc3db60e11b8152600401610a8c91815260200190565b5f816040516020016123049190614123565b604051602081830303815290604052805190602001209050919050565b6001600160a01b0381165f908152600960205260409020548015806123685750828114801561236857505f838152600b60205260409020546001600160a01b038381169116145b829061239357604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b506001600160a01b0382165f908152600a60205260409020546123b7908490612c05565b82906123e257604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b506001600160a01b0383165f908152600a60205260409020548390612408908290612c05565b801561243257506001600160a01b0381165f90815260096020526040902054612432908590612c05565b8490611b0d5760405163502cc3db60e11b8152600401610a8c91815260200190565b5f7f65da46cecdbf7e2fa7088c233f975dcc9e3bfad50f1da598f502e1bb317a60208335602085013561248a60408701876142b2565b60405161249892919061428a565b6040519081900390206124b16080880160608901614299565b6124c160a0890160808a01613b65565b6124ce60a08a018a6142b2565b6040516124dc92919061428a565b6040519081900390206124f560e08b0160c08c01613b65565b6040805160208101999099528801969096526060870194909452608086019290925261ffff1660a08501526001600160a01b0390811660c085015260e08401919091521661010082015261012081018390526101400161215a565b5f828152600b6020526040902080548291907fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff16600160b01b83600481111561259b5761259b61386f565b0217905550505f908152600b6020526040902080547affffffffffffffffffffffffffffffffffffffffffffffffffffff16600160d81b4264ffffffffff1602179055565b6125e98161221e565b80355f818152600b602090815260408083206001600160a01b0385168452600a90925290912054829190612684576001600160a01b0382165f908152600a60205260409020839055600c546007540361264f5760075f815461264a90614256565b909155505b600c80546001810182555f919091527fdf6966c971051c3d54ec59162606531493a51404a002842f56009d7e5cf4a8c7018390555b61269883610e1860a0870160808801613b65565b8260095f6126ac60a0880160808901613b65565b6001600160a01b0316815260208101919091526040015f20556126d560a0850160808601613b65565b81546001600160a01b0319166001600160a01b03919091161781556127006080850160608601614299565b815461ffff91909116600160a01b0261ffff60a01b1990911617815561272c60e0850160c08601613b65565b6001820180546001600160a01b0319166001600160a01b03929092169190911790556020840135600282015561276560408501856142b2565b6003830191612775919083613fd2565b5061278360a08501856142b2565b6004830191612793919083613fd2565b5061279f836002612550565b6127a98283612f4f565b6127b283611e2c565b6127bb846122f2565b837f18be73bb1193013f4fa7064bd0d3cfa2cffeb71bb91bc579d8556838a5851365866040516127eb9190614123565b60405180910390a350505050565b600754600c545f9061280c908390614204565b90505f81841061281c578161281e565b835b6128289084614217565b60078190559050825b818110156128655761285d600c828154811061284f5761284f6141dc565b905f5260205f200154611e2c565b600101612831565b505f61286f612ff0565b11612218576040517f8edbfeeb00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60606114bf7f0000000000000000000000000000000000000000000000000000000000000000613009565b60606114bf7f0000000000000000000000000000000000000000000000000000000000000000613009565b5f828152600b6020526040812054600160b01b900460ff16908160048111156129275761292761386f565b1415839061294b57604051633c9ce87f60e21b8152600401610a8c91815260200190565b5081600481111561295e5761295e61386f565b8160048111156129705761297061386f565b1483829091611b0d5760405163276065d160e21b8152600401610a8c9291906140cd565b80545f9080156129c6576129ad836120ea600184614204565b54660100000000000090046001600160d01b0316611c97565b5f9392505050565b5f610c8f6129da613046565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f5f5f5f612a258888888861316f565b925092509250612a358282613237565b50909150505b949350505050565b6001600160a01b0382165f908152600260205260409020805460018101909155818114611216576040517f752d88c00000000000000000000000000000000000000000000000000000000081526001600160a01b038416600482015260248101829052604401610a8c565b5f7f5d2e058362abe40985de61000e1e023df19cf3f4dc328dc3e48f3f54b32f0d04868686604051612ae192919061428a565b60408051918290038220602083019490945281019190915260608101919091526001600160a01b038416608082015260a0810183905260c001611fe2565b5f612b29826122f2565b60405160200161230491815260200190565b5f82612b4886868561333a565b1495945050505050565b604080517f3a058ec3503ebf5f51a6246e4f2fe3162d770ba338fc9f3328a55b365c66a9dc6020820152908101839052606081018290525f9060800161215a565b5f846001600160a01b03163b5f03612bf2575f5f612bb286868661337b565b5090925090505f816003811115612bcb57612bcb61386f565b148015612be95750866001600160a01b0316826001600160a01b0316145b92505050612a3b565b612bfe858585856133c2565b9050612a3b565b5f811580611c975750501490565b6040805160c08101918290525f91829190600d906006908285855b82829054906101000a900463ffffffff1663ffffffff1681526020019060040190602082600301049283019260010382029150808411612c2e57509495505f9450505050505b6006811015612cdd576001811b841661ffff1615801590612cb657508263ffffffff16828260068110612ca957612ca96141dc565b602002015163ffffffff16115b15612cd557818160068110612ccd57612ccd6141dc565b602002015192505b600101612c74565b5050919050565b6001600160a01b038316612d0b57612d086005613445612d0384613450565b613483565b50505b6001600160a01b038216612d2d57612d2a60056134bb612d0384613450565b50505b6001600160a01b038381165f90815260036020526040808220548584168352912054611216929182169116836134c6565b5f65ffffffffffff821115612d90576040516306dfcc6560e41b81526030600482015260248101839052604401610a8c565b5090565b5f60018211612da1575090565b8160017001000000000000000000000000000000008210612dc75760809190911c9060401b5b680100000000000000008210612de25760409190911c9060201b5b6401000000008210612df95760209190911c9060101b5b620100008210612e0e5760109190911c9060081b5b6101008210612e225760089190911c9060041b5b60108210612e355760049190911c9060021b5b60048210612e415760011b5b600302600190811c90818581612e5957612e596142f5565b048201901c90506001818581612e7157612e716142f5565b048201901c90506001818581612e8957612e896142f5565b048201901c90506001818581612ea157612ea16142f5565b048201901c90506001818581612eb957612eb96142f5565b048201901c90506001818581612ed157612ed16142f5565b048201901c9050612ef0818581612eea57612eea6142f5565b04821190565b90039392505050565b5f5b81831015612f47575f85815260209020838316600285851804019081015465ffffffffffff86811691161115612f3357809250612f41565b612f3e816001614217565b93505b50612efb565b509392505050565b6001600160a01b038281165f8181526003602052604080822080548686166001600160a01b0319821681179092559151919094169392849290917f3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f9190a46112168183612feb866001600160a01b03165f908152600a60209081526040808320548352600b90915290205463ffffffff600160b81b9091041690565b6134c6565b5f612ffb6005612994565b6001600160d01b0316905090565b60605f6130158361361b565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561309e57507f000000000000000000000000000000000000000000000000000000000000000046145b156130c857507f000000000000000000000000000000000000000000000000000000000000000090565b6114bf604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156131a857505f9150600390508261322d565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156131f9573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661322457505f92506001915082905061322d565b92505f91508190505b9450945094915050565b5f82600381111561324a5761324a61386f565b03613253575050565b60018260038111156132675761326761386f565b0361329e576040517ff645eedf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60028260038111156132b2576132b261386f565b036132ec576040517ffce698f700000000000000000000000000000000000000000000000000000000815260048101829052602401610a8c565b60038260038111156133005761330061386f565b03610b74576040517fd78bce0c00000000000000000000000000000000000000000000000000000000815260048101829052602401610a8c565b5f81815b84811015613372576133688287878481811061335c5761335c6141dc565b9050602002013561365b565b915060010161333e565b50949350505050565b5f808060418490036133af578435602086013560408701355f1a6133a18982858561316f565b9550955095505050506133b9565b505f915060029050825b93509350939050565b604080517f1626ba7e00000000000000000000000000000000000000000000000000000000808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f611c978284614309565b5f6001600160d01b03821115612d90576040516306dfcc6560e41b815260d0600482015260248101839052604401610a8c565b5f5f6134ae61349061149b565b6134a661349c88612994565b868863ffffffff16565b879190613687565b915091505b935093915050565b5f611c978284614328565b816001600160a01b0316836001600160a01b0316141580156134e757505f81115b15611216576001600160a01b03831615613589576001600160a01b0383165f9081526004602052604081208190613524906134bb612d0386613450565b6001600160d01b031691506001600160d01b03169150846001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724838360405161357e929190918252602082015260400190565b60405180910390a250505b6001600160a01b03821615611216576001600160a01b0382165f90815260046020526040812081906135c190613445612d0386613450565b6001600160d01b031691506001600160d01b03169150836001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a7248383604051611b04929190918252602082015260400190565b5f60ff8216601f811115610c8f576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f818310613675575f828152602084905260409020611c97565b5f838152602083905260409020611c97565b5f806134ae85858582545f90819080156137a7575f6136ab876120ea600185614204565b805490915065ffffffffffff80821691660100000000000090046001600160d01b031690881682111561370a576040517f2520601d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361374657825465ffffffffffff1666010000000000006001600160d01b03891602178355613799565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b94508593506134b392505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a81529182209551925190931666010000000000000291909316179201919091559050816134b3565b6040518060c001604052806006906020820280368337509192915050565b60c0810181835f5b600681101561384f57815163ffffffff1683526020928301929091019060010161382a565b50505092915050565b5f60208284031215613868575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b6005811061389f57634e487b7160e01b5f52602160045260245ffd5b9052565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081526138eb6020820183516001600160a01b03169052565b5f6020830151613901604084018261ffff169052565b5060408301516139146060840182613883565b50606083015163ffffffff8116608084015250608083015164ffffffffff811660a08401525060a08301516001600160a01b03811660c08401525060c083015160e083015260e08301516101206101008401526139756101408401826138a3565b9050610100840151601f198483030161012085015261399482826138a3565b95945050505050565b80356001600160a01b0381168114611023575f5ffd5b5f5f83601f8401126139c3575f5ffd5b50813567ffffffffffffffff8111156139da575f5ffd5b6020830191508360208285010111156139f1575f5ffd5b9250929050565b5f5f5f5f5f5f60808789031215613a0d575f5ffd5b86359550613a1d6020880161399d565b9450604087013567ffffffffffffffff811115613a38575f5ffd5b613a4489828a016139b3565b909550935050606087013567ffffffffffffffff811115613a63575f5ffd5b613a6f89828a016139b3565b979a9699509497509295939492505050565b803561ffff81168114611023575f5ffd5b5f5f60408385031215613aa3575f5ffd5b82359150613ab360208401613a81565b90509250929050565b5f5f5f5f5f5f60808789031215613ad1575f5ffd5b8635955060208701359450604087013567ffffffffffffffff811115613a38575f5ffd5b5f5f60408385031215613b06575f5ffd5b613b0f8361399d565b946020939093013593505050565b5f5f5f60408486031215613b2f575f5ffd5b83359250602084013567ffffffffffffffff811115613b4c575f5ffd5b613b58868287016139b3565b9497909650939450505050565b5f60208284031215613b75575f5ffd5b611c978261399d565b602081525f611c9760208301846138a3565b5f60e08284031215613ba0575f5ffd5b50919050565b5f5f5f60408486031215613bb8575f5ffd5b833567ffffffffffffffff811115613bce575f5ffd5b613bda86828701613b90565b935050602084013567ffffffffffffffff811115613b4c575f5ffd5b5f60208284031215613c06575f5ffd5b813567ffffffffffffffff811115613c1c575f5ffd5b612a3b84828501613b90565b803560ff81168114611023575f5ffd5b5f5f60408385031215613c49575f5ffd5b613c5283613c28565b9150602083013563ffffffff81168114613c6a575f5ffd5b809150509250929050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f613caf60e08301896138a3565b8281036040840152613cc181896138a3565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613d16578351835260209384019390920191600101613cf8565b50909b9a5050505050505050505050565b5f5f60408385031215613d38575f5ffd5b50508035926020909101359150565b602080825282518282018190525f918401906040840190835b81811015613d7e578351835260209384019390920191600101613d60565b509095945050505050565b5f5f5f5f5f5f60c08789031215613d9e575f5ffd5b613da78761399d565b95506020870135945060408701359350613dc360608801613c28565b9598949750929560808101359460a0909101359350915050565b5f5f60408385031215613dee575f5ffd5b82359150613ab36020840161399d565b5f5f5f5f5f5f60808789031215613e13575f5ffd5b86359550602087013567ffffffffffffffff811115613e30575f5ffd5b613e3c89828a016139b3565b9096509450613e4f90506040880161399d565b9250606087013567ffffffffffffffff811115613a63575f5ffd5b5f5f5f5f5f60608688031215613e7e575f5ffd5b853567ffffffffffffffff811115613e94575f5ffd5b613ea088828901613b90565b955050602086013567ffffffffffffffff811115613ebc575f5ffd5b8601601f81018813613ecc575f5ffd5b803567ffffffffffffffff811115613ee2575f5ffd5b8860208260051b8401011115613ef6575f5ffd5b60209190910194509250604086013567ffffffffffffffff811115613f19575f5ffd5b613f25888289016139b3565b969995985093965092949392505050565b600181811c90821680613f4a57607f821691505b602082108103613ba057634e487b7160e01b5f52602260045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b601f821115611216578282111561121657805f5260205f20601f840160051c6020851015613fa757505f5b90810190601f840160051c035f5b81811015613fca575f83820155600101613fb5565b505050505050565b67ffffffffffffffff831115613fea57613fea613f68565b613ffe83613ff88354613f36565b83613f7c565b5f601f84116001811461402f575f85156140185750838201355b5f19600387901b1c1916600186901b178355611b0d565b5f83815260208120601f198716915b8281101561405e578685013582556020948501946001909201910161403e565b508682101561407a575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b838152604060208201525f61399460408301848661408c565b82815260408101611c976020830184613883565b5f5f8335601e198436030181126140f6575f5ffd5b830160208101925035905067ffffffffffffffff811115614115575f5ffd5b8036038213156139f1575f5ffd5b60208082528235828201528201356040808301919091525f90614148908401846140e1565b60e0606085015261415e6101008501828461408c565b91505061ffff61417060608601613a81565b1660808401526001600160a01b0361418a6080860161399d565b1660a084015261419d60a08501856140e1565b848303601f190160c08601526141b483828461408c565b925050506001600160a01b036141cc60c0860161399d565b1660e08401528091505092915050565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b81810381811115610c8f57610c8f6141f0565b80820180821115610c8f57610c8f6141f0565b604081525f61423d60408301858761408c565b90506001600160a01b0383166020830152949350505050565b5f60018201614267576142676141f0565b5060010190565b63ffffffff8281168282160390811115610c8f57610c8f6141f0565b818382375f9101908152919050565b5f602082840312156142a9575f5ffd5b611c9782613a81565b5f5f8335601e198436030181126142c7575f5ffd5b83018035915067ffffffffffffffff8211156142e1575f5ffd5b6020019150368190038213156139f1575f5ffd5b634e487b7160e01b5f52601260045260245ffd5b6001600160d01b038181168382160190811115610c8f57610c8f6141f0565b6001600160d01b038281168282160390811115610c8f57610c8f6141f05660a0604052348015600e575f5ffd5b50336080526080516107156100385f395f8181606d0152818161012c015261029701526107155ff3fe608060405234801561000f575f5ffd5b5060043610610064575f3560e01c80635c23bdf51161004d5780635c23bdf5146100c1578063cdc9e123146100d4578063fb3ed06a14610101575f5ffd5b80630c340a24146100685780632ec184cc146100ac575b5f5ffd5b61008f7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020015b60405180910390f35b6100bf6100ba366004610437565b610121565b005b6100bf6100cf3660046104b5565b61028c565b6100f36100e23660046104b5565b5f6020819052908152604090205481565b6040519081526020016100a3565b61011461010f3660046104b5565b61031d565b6040516100a391906104cc565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461017c5760405163ad0550d560e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b5060015f8581526020019081526020015f20604051806060016040528083815260200185858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92018290525093855250505064ffffffffff42166020928301528354600181810186559482529082902083516003909202019081559082015191929091908201906102159082610618565b50604091820151600291909101805464ffffffffff191664ffffffffff9092169190911790555f858152600160205281902054905185917fb5ec4d61228758f33f9e8ad3412523bf1e2eb1169d50023822f1c21609288fca9161027e91908790879087906106d7565b60405180910390a250505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146102e25760405163ad0550d560e01b81526001600160a01b039091166004820152602401610173565b505f818152602081905260408082204290555182917fef627d0e66434f22f9f3c4ac2a0ef3ab44f42e720a9b663a1e38d990b943faee91a250565b606060015f8381526020019081526020015f20805480602002602001604051908101604052809291908181526020015f905b8282101561042c578382905f5260205f2090600302016040518060600160405290815f820154815260200160018201805461038990610589565b80601f01602080910402602001604051908101604052809291908181526020018280546103b590610589565b80156104005780601f106103d757610100808354040283529160200191610400565b820191905f5260205f20905b8154815290600101906020018083116103e357829003601f168201915b50505091835250506002919091015464ffffffffff16602091820152908252600192909201910161034f565b505050509050919050565b5f5f5f5f6060858703121561044a575f5ffd5b84359350602085013567ffffffffffffffff811115610467575f5ffd5b8501601f81018713610477575f5ffd5b803567ffffffffffffffff81111561048d575f5ffd5b87602082840101111561049e575f5ffd5b949760209190910196509394604001359392505050565b5f602082840312156104c5575f5ffd5b5035919050565b5f602082016020835280845180835260408501915060408160051b8601019250602086015f5b8281101561056957603f198786030184528151805186526020810151606060208801528051806060890152806020830160808a015e5f6080828a01015264ffffffffff60408401511660408901526080601f19601f83011689010197505050506020820191506020840193506001810190506104f2565b50929695505050505050565b634e487b7160e01b5f52604160045260245ffd5b600181811c9082168061059d57607f821691505b6020821081036105bb57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610613578282111561061357805f5260205f20601f840160051c60208510156105ec57505f5b90810190601f840160051c035f5b8181101561060f575f838201556001016105fa565b5050505b505050565b815167ffffffffffffffff81111561063257610632610575565b610646816106408454610589565b846105c1565b6020601f821160018114610678575f83156106615750848201515b5f19600385901b1c1916600184901b1784556106d0565b5f84815260208120601f198516915b828110156106a75787850151825560209485019460019092019101610687565b50848210156106c457868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b84815260606020820152826060820152828460808301375f608084830101525f6080601f19601f86011683010190508260408301529594505050505056' as const;

/** SHA-256 of the source. */
export const allianceGovernorSourceHash = 'df8b4ceb68db8cb50de9310ab126612d3d70f5de196c62d2113d7e2dff12c0b8';
