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
  '0x6101c0604052348015610010575f5ffd5b5060405161a50638038061a50683398101604081905261002f916109b1565b806040015160ff16848484846080015160405161004b90610901565b6100589493929190610a94565b604051809103905ff080158015610071573d5f5f3e3d5ffd5b50825f015183602001515f6040518060400160405280601081526020016f5869616e67797520616c6c69616e636560801b815250806100b461020160201b60201c565b6100bd8261021c565b610120526100ca8161021c565b61014052815160208084019190912060e052815190820120610100524660a05261015660e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c052600361016b8282610b70565b50610177905083610262565b610180826102af565b610189816102f6565b5050506001600160a01b0316610160526101a2816103cd565b50610160516001600160a01b0316610180526040516101c09061090e565b604051809103905ff0801580156101d9573d5f5f3e3d5ffd5b506001600160a01b03166101a05260608101516101f89060ff16610462565b50505050610d01565b6040805180820190915260018152603160f81b602082015290565b5f5f829050601f8151111561024f578260405163305a27a960e01b81526004016102469190610c2e565b60405180910390fd5b805161025a82610c63565b179392505050565b806276a70065ffffffffffff82168110156102a05760405163162deb6960e11b815265ffffffffffff90921660048301526024820152604401610246565b506102ac9050816104f7565b50565b806301e1338063ffffffff82168110156102ea5760405163162deb6960e11b815263ffffffff90921660048301526024820152604401610246565b506102ac90508161055d565b5f811561038d57610160516001600160a01b0316638e539e8c60016103196105fc565b6103239190610c9a565b6040516001600160e01b031960e084901b16815265ffffffffffff9091166004820152602401602060405180830381865afa158015610364573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103889190610cbe565b61038f565b5f5b90508181808211156103bd5760405163162deb6960e11b815260048101929092526024820152604401610246565b506103c9905082610676565b5050565b6064808211156103fa5760405163243e544560e01b81526004810183905260248101829052604401610246565b5f6104036106b7565b90506104226104106105fc565b610419856106d0565b600a9190610707565b505060408051828152602081018590527f0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997910160405180910390a1505050565b8060648082111561048f5760405163162deb6960e11b815260048101929092526024820152604401610246565b507fbaaf958d641c52bfb0c768b10661f7cce1457fd3699afd5b8d856905e1c8ede990506104bd600b610721565b604080516001600160d01b039092168252602082018490520160405180910390a16104f26104e96105fc565b600b9083610707565b505050565b6008546040805165ffffffffffff928316815291831660208301527fc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93910160405180910390a16008805465ffffffffffff191665ffffffffffff92909216919091179055565b8063ffffffff165f036105855760405163f1cfbf0560e01b81525f6004820152602401610246565b6008546040805163ffffffff66010000000000009093048316815291831660208301527f7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828910160405180910390a16008805463ffffffff90921666010000000000000263ffffffff60301b19909216919091179055565b5f6106076101605190565b6001600160a01b03166391ddadf46040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015610660575060408051601f3d908101601f1916820190925261065d91810190610cd5565b60015b6106715761066c610769565b905090565b919050565b60075460408051918252602082018390527fccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461910160405180910390a1600755565b5f6106c2600a610721565b6001600160d01b0316905090565b5f6001600160d01b03821115610703576040516306dfcc6560e41b815260d0600482015260248101839052604401610246565b5090565b5f80610714858585610773565b915091505b935093915050565b80545f908015610760576107478361073a600184610cee565b5f91825260209091200190565b54660100000000000090046001600160d01b0316610762565b5f5b9392505050565b5f61066c436108cf565b82545f9081908015610872575f61078f8761073a600185610cee565b805490915065ffffffffffff80821691660100000000000090046001600160d01b03169088168211156107d557604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361081157825465ffffffffffff1666010000000000006001600160d01b03891602178355610864565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b945085935061071992505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a8152918220955192519093166601000000000000029190931617920191909155905081610719565b5f65ffffffffffff821115610703576040516306dfcc6560e41b81526030600482015260248101839052604401610246565b61457c8061583d83390190565b61074d80619db983390190565b634e487b7160e01b5f52604160045260245ffd5b60405160a081016001600160401b03811182821017156109515761095161091b565b60405290565b60405160c081016001600160401b03811182821017156109515761095161091b565b805165ffffffffffff81168114610671575f5ffd5b805163ffffffff81168114610671575f5ffd5b805160ff81168114610671575f5ffd5b5f5f5f5f8486036101a08112156109c6575f5ffd5b85516020870151604088015191965094509250610140605f19820112156109eb575f5ffd5b506109f461092f565b610a0060608701610979565b8152610a0e6080870161098e565b6020820152610a1f60a087016109a1565b6040820152610a3060c087016109a1565b60608201528660ff870112610a43575f5ffd5b610a4b610957565b806101a0880189811115610a5d575f5ffd5b60e089015b81811015610a8157610a738161098e565b845260209384019301610a62565b5050608083015250939692955090935050565b8481526020810184905260408101839052610120810160608201835f5b6006811015610ad657815163ffffffff16835260209283019290910190600101610ab1565b50505095945050505050565b600181811c90821680610af657607f821691505b602082108103610b1457634e487b7160e01b5f52602260045260245ffd5b50919050565b601f8211156104f257828211156104f257805f5260205f20601f840160051c6020851015610b4557505f5b90810190601f840160051c035f5b81811015610b68575f83820155600101610b53565b505050505050565b81516001600160401b03811115610b8957610b8961091b565b610b9d81610b978454610ae2565b84610b1a565b6020601f821160018114610bcf575f8315610bb85750848201515b5f19600385901b1c1916600184901b178455610c27565b5f84815260208120601f198516915b82811015610bfe5787850151825560209485019460019092019101610bde565b5084821015610c1b57868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610b14575f1960209190910360031b1b16919050565b634e487b7160e01b5f52601160045260245ffd5b65ffffffffffff8281168282160390811115610cb857610cb8610c86565b92915050565b5f60208284031215610cce575f5ffd5b5051919050565b5f60208284031215610ce5575f5ffd5b61076282610979565b81810381811115610cb857610cb8610c86565b60805160a05160c05160e05161010051610120516101405161016051610180516101a051614a8e610daf5f395f6104f201525f818161076f01528181611e280152818161218501528181612471015261251401525f8181610b6f015281816111b70152818161157a015281816118fd015281816126c701526131dd01525f61237e01525f61235301525f6129aa01525f61298201525f6128dd01525f61290701525f6129310152614a8e5ff3fe60806040526004361061033d575f3560e01c80637d5e81e2116101b2578063bc197c81116100f2578063deaaa7cc11610092578063ece40cc11161006d578063ece40cc114610adf578063f23a6e6114610afe578063f8ce560a14610b42578063fc0c546a14610b61575f5ffd5b8063deaaa7cc14610a6e578063e540d01d14610aa1578063eb9019d414610ac0575f5ffd5b8063c28bc2fa116100cd578063c28bc2fa146109d8578063c4750efd146109eb578063c59057e414610a0a578063dd4e2ba514610a29575f5ffd5b8063bc197c8114610956578063bee2a8ba1461099a578063c01f9e37146109b9575f5ffd5b806397c3d3341161015d578063a8f8a66811610138578063a8f8a668146108ce578063a9a95294146108ed578063ab58fb8e1461090c578063b58131b014610942575f5ffd5b806397c3d334146108885780639a802a6d1461089b578063a7713a70146108ba575f5ffd5b806384b0196e1161018d57806384b0196e146108175780638ff262e31461083e57806391ddadf41461085d575f5ffd5b80637d5e81e2146107b05780637ecebe00146107cf5780638187991f14610803575f5ffd5b80633e4f49e61161027d578063567813881161022857806360c4247f1161020357806360c4247f14610720578063790518871461073f5780637b1039991461075e5780637b3c71d314610791575f5ffd5b806356781388146106c35780635b8d0e0d146106e25780635f398a1414610701575f5ffd5b80634bf5d7e9116102585780634bf5d7e914610630578063544ffc9c1461064457806354fd4d501461067e575f5ffd5b80633e4f49e61461059d57806343859632146105c9578063452115d614610611575f5ffd5b8063160cbed7116102e8578063266cf109116102c3578063266cf109146104e15780632d63f693146105145780632fe3e2611461054e5780633932abb114610581575f5ffd5b8063160cbed7146104905780631e5bd138146104af5780632656227d146104ce575f5ffd5b806306fdde031161031857806306fdde03146103c7578063143489d0146103e8578063150b7a0214610434575f5ffd5b806301ffc9a71461034957806302a251a31461037d57806306f3f9e6146103a8575f5ffd5b36610345575b005b5f5ffd5b348015610354575f5ffd5b50610368610363366004613b03565b610b93565b60405190151581526020015b60405180910390f35b348015610388575f5ffd5b50600854600160301b900463ffffffff165b604051908152602001610374565b3480156103b3575f5ffd5b506103436103c2366004613b2a565b610c63565b3480156103d2575f5ffd5b506103db610c77565b6040516103749190613b6f565b3480156103f3575f5ffd5b5061041c610402366004613b2a565b5f908152600460205260409020546001600160a01b031690565b6040516001600160a01b039091168152602001610374565b34801561043f575f5ffd5b5061047761044e366004613c60565b7f150b7a0200000000000000000000000000000000000000000000000000000000949350505050565b6040516001600160e01b03199091168152602001610374565b34801561049b575f5ffd5b5061039a6104aa366004613e29565b610d07565b3480156104ba575f5ffd5b5061039a6104c9366004613ebf565b610dad565b61039a6104dc366004613e29565b610eb3565b3480156104ec575f5ffd5b5061041c7f000000000000000000000000000000000000000000000000000000000000000081565b34801561051f575f5ffd5b5061039a61052e366004613b2a565b5f90815260046020526040902054600160a01b900465ffffffffffff1690565b348015610559575f5ffd5b5061039a7f3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a81181565b34801561058c575f5ffd5b5060085465ffffffffffff1661039a565b3480156105a8575f5ffd5b506105bc6105b7366004613b2a565b610fe7565b6040516103749190613fe5565b3480156105d4575f5ffd5b506103686105e3366004613ff3565b5f8281526009602090815260408083206001600160a01b038516845260030190915290205460ff1692915050565b34801561061c575f5ffd5b5061039a61062b366004613e29565b611153565b34801561063b575f5ffd5b506103db6111b3565b34801561064f575f5ffd5b5061066361065e366004613b2a565b61124b565b60408051938452602084019290925290820152606001610374565b348015610689575f5ffd5b5060408051808201909152600181527f310000000000000000000000000000000000000000000000000000000000000060208201526103db565b3480156106ce575f5ffd5b5061039a6106dd366004614031565b611270565b3480156106ed575f5ffd5b5061039a6106fc3660046140a0565b611297565b34801561070c575f5ffd5b5061039a61071b36600461415f565b611354565b34801561072b575f5ffd5b5061039a61073a366004613b2a565b61139c565b34801561074a575f5ffd5b506103436107593660046141f5565b6113a8565b348015610769575f5ffd5b5061041c7f000000000000000000000000000000000000000000000000000000000000000081565b34801561079c575f5ffd5b5061039a6107ab366004614210565b6113b9565b3480156107bb575f5ffd5b5061039a6107ca366004614266565b611409565b3480156107da575f5ffd5b5061039a6107e9366004614307565b6001600160a01b03165f9081526002602052604090205490565b34801561080e575f5ffd5b5061039a6114a8565b348015610822575f5ffd5b5061082b6114c1565b604051610374979695949392919061435c565b348015610849575f5ffd5b5061039a6108583660046143d7565b61151f565b348015610868575f5ffd5b50610871611577565b60405165ffffffffffff9091168152602001610374565b348015610893575f5ffd5b50606461039a565b3480156108a6575f5ffd5b5061039a6108b5366004614425565b6115fe565b3480156108c5575f5ffd5b5061039a611614565b3480156108d9575f5ffd5b5061039a6108e8366004613e29565b61161f565b3480156108f8575f5ffd5b50610368610907366004613b2a565b505f90565b348015610917575f5ffd5b5061039a610926366004613b2a565b5f9081526004602052604090206001015465ffffffffffff1690565b34801561094d575f5ffd5b5061039a61162c565b348015610961575f5ffd5b5061047761097036600461447a565b7fbc197c810000000000000000000000000000000000000000000000000000000095945050505050565b3480156109a5575f5ffd5b506103436109b4366004613b2a565b611636565b3480156109c4575f5ffd5b5061039a6109d3366004613b2a565b611647565b6103436109e6366004614514565b611689565b3480156109f6575f5ffd5b50610343610a05366004614307565b611705565b348015610a15575f5ffd5b5061039a610a24366004613e29565b611846565b348015610a34575f5ffd5b506040805180820190915260208082527f737570706f72743d627261766f2671756f72756d3d666f722c6162737461696e908201526103db565b348015610a79575f5ffd5b5061039a7ff2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d781565b348015610aac575f5ffd5b50610343610abb366004614554565b61187f565b348015610acb575f5ffd5b5061039a610ada366004614577565b611890565b348015610aea575f5ffd5b50610343610af9366004613b2a565b6118af565b348015610b09575f5ffd5b50610477610b183660046145a1565b7ff23a6e610000000000000000000000000000000000000000000000000000000095945050505050565b348015610b4d575f5ffd5b5061039a610b5c366004613b2a565b6118c0565b348015610b6c575f5ffd5b507f000000000000000000000000000000000000000000000000000000000000000061041c565b5f6001600160e01b031982167fcdbdfcee000000000000000000000000000000000000000000000000000000001480610bf557506001600160e01b031982167f65455a8600000000000000000000000000000000000000000000000000000000145b80610c2957506001600160e01b031982167f4e2312e000000000000000000000000000000000000000000000000000000000145b80610c5d57507f01ffc9a7000000000000000000000000000000000000000000000000000000006001600160e01b03198316145b92915050565b610c6b611976565b610c74816119c6565b50565b606060038054610c86906145f9565b80601f0160208091040260200160405190810160405280929190818152602001828054610cb2906145f9565b8015610cfd5780601f10610cd457610100808354040283529160200191610cfd565b820191905f5260205f20905b815481529060010190602001808311610ce057829003601f168201915b5050505050905090565b5f5f610d158686868661161f565b90505f610d2b82610d266004611a74565b611a96565b5080610d6b576040517fd838bcb7000000000000000000000000000000000000000000000000000000008152600481018390526024015b60405180910390fd5b5f6040517fab2d031100000000000000000000000000000000000000000000000000000000815260048101849052602401610d62565b50909695505050505050565b5f5f610dbc8888888888611ad3565b9050610dd188610dcb83611c95565b85611cdc565b610df9576040516394ab6c0760e01b81526001600160a01b0389166004820152602401610d62565b610e038885611d4c565b610e2b5760405163d9b3955760e01b81526001600160a01b0389166004820152602401610d62565b5f610e3461162c565b90505f610e5c8a6001610e45611577565b610e4f9190614645565b65ffffffffffff16611890565b905081811015610e9857604051636121770b60e11b81526001600160a01b038b1660048201526024810182905260448101839052606401610d62565b610ea5898989898e611dfb565b9a9950505050505050505050565b5f5f610ec18686868661161f565b90505f610ed282610d266004611a74565b505f82815260046020526040902080547fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff16600160f01b17905530610f143090565b6001600160a01b031614610f9d575f5b8751811015610f9b57306001600160a01b0316888281518110610f4957610f49614663565b60200260200101516001600160a01b031603610f9357610f93868281518110610f7457610f74614663565b6020026020010151805190602001206005611e9690919063ffffffff16565b600101610f24565b505b610faa8288888888611eb7565b6040518281527f712ae1383f79ac853f8d882153778e0260ef8f03b504e2866e0593e04d2b291f9060200160405180910390a15095945050505050565b5f818152600460205260408120805460ff600160f01b82048116917f0100000000000000000000000000000000000000000000000000000000000000900416811561103757506007949350505050565b801561104857506002949350505050565b5f85815260046020526040812054600160a01b900465ffffffffffff169050805f036110a3576040517f6ad0607500000000000000000000000000000000000000000000000000000000815260048101879052602401610d62565b5f6110ac611577565b65ffffffffffff1690508082106110c957505f9695505050505050565b5f6110d388611647565b90508181106110ea57506001979650505050505050565b6110f388611f8c565b1580611105575061110388611fdc565b155b1561111857506003979650505050505050565b5f8881526004602052604090206001015465ffffffffffff165f0361114557506004979650505050505050565b506005979650505050505050565b5f5f6111618686868661161f565b9050336040517f8fe5d8a9000000000000000000000000000000000000000000000000000000008152600481018390526001600160a01b0382166024820152604401610d62565b979650505050505050565b60607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316634bf5d7e96040518163ffffffff1660e01b81526004015f60405180830381865afa92505050801561123257506040513d5f823e601f3d908101601f1916820160405261122f9190810190614677565b60015b6112465761124161157761205e565b905090565b919050565b5f818152600960205260409020805460018201546002909201549091905b9193909250565b5f8033905061128f84828560405180602001604052805f815250612074565b949350505050565b5f6112dd88888888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a92508991506120959050565b611305576040516394ab6c0760e01b81526001600160a01b0387166004820152602401610d62565b61134888878988888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250612162915050565b98975050505050505050565b5f803390506111a887828888888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250612162915050565b5f610c5d600a83612272565b6113b0611976565b610c74816122bf565b5f803390506113ff86828787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061207492505050565b9695505050505050565b5f336114158184611d4c565b61143d5760405163d9b3955760e01b81526001600160a01b0382166004820152602401610d62565b5f61144661162c565b9050801561149b575f61145d836001610e45611577565b90508181101561149957604051636121770b60e11b81526001600160a01b03841660048201526024810182905260448101839052606401610d62565b505b6111a88787878786611dfb565b5f6114b3600b612308565b6001600160d01b0316905090565b5f6060805f5f5f60606114d261234c565b6114da612377565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b5f61152c858585856123a2565b611554576040516394ab6c0760e01b81526001600160a01b0384166004820152602401610d62565b61156e85848660405180602001604052805f815250612074565b95945050505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166391ddadf46040518163ffffffff1660e01b8152600401602060405180830381865afa9250505080156115f2575060408051601f3d908101601f191682019092526115ef918101906146ec565b60015b6112465761124161242b565b5f61160a848484612435565b90505b9392505050565b5f6114b3600a612308565b5f61156e85858585611846565b5f61124160075490565b61163e611976565b610c7481612593565b5f8181526004602052604081205461167b90600160d01b810463ffffffff1690600160a01b900465ffffffffffff16614707565b65ffffffffffff1692915050565b611691611976565b5f5f856001600160a01b03168585856040516116ae929190614725565b5f6040518083038185875af1925050503d805f81146116e8576040519150601f19603f3d011682016040523d82523d5f602084013e6116ed565b606091505b50915091506116fc8282612622565b50505050505050565b806001600160a01b03166379ba50976040518163ffffffff1660e01b81526004015f604051808303815f87803b15801561173d575f5ffd5b505af115801561174f573d5f5f3e3d5ffd5b505050505f816001600160a01b0316638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611790573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117b49190614734565b905081816001600160a01b038116301461180d576040517fe754e9650000000000000000000000000000000000000000000000000000000081526001600160a01b03928316600482015291166024820152604401610d62565b50506040516001600160a01b038316907f1fc70c2086815dedd38179c2c3e61c06afc9d5e141885ba53cd07a8eb19ac1c2905f90a25050565b5f8484848460405160200161185e94939291906147d6565b60408051601f19818403018152919052805160209091012095945050505050565b611887611976565b610c7481612678565b5f61160d83836118aa60408051602081019091525f815290565b612435565b6118b7611976565b610c74816126be565b6040517f8e539e8c000000000000000000000000000000000000000000000000000000008152600481018290525f90610c5d906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638e539e8c90602401602060405180830381865afa158015611942573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906119669190614820565b61196f8461139c565b60646127b1565b3033146119b1576040517f47096e47000000000000000000000000000000000000000000000000000000008152336004820152602401610d62565b565b806119be6005612861565b036119b35750565b606480821115611a0c576040517f243e54450000000000000000000000000000000000000000000000000000000081526004810183905260248101829052604401610d62565b5f611a15611614565b9050611a34611a22611577565b611a2b85612880565b600a91906128b7565b505060408051828152602081018590527f0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997910160405180910390a1505050565b5f816007811115611a8757611a87613fb1565b600160ff919091161b92915050565b5f5f611aa184610fe7565b90505f83611aae83611a74565b160361160d578381846040516331b75e4d60e01b8152600401610d6293929190614837565b5f5f835167ffffffffffffffff811115611aef57611aef613ba0565b604051908082528060200260200182016040528015611b18578160200160208202803683370190505b5090505f5b8451811015611b6c57848181518110611b3857611b38614663565b602002602001015180519060200120828281518110611b5957611b59614663565b6020908102919091010152600101611b1d565b507f813b755a33afa064c34cd669b38cb0a35edaa18bdb73a1cc841df0afa752080b8787604051602001611ba09190614859565b6040516020818303038152906040528051906020012087604051602001611bc7919061488c565b6040516020818303038152906040528051906020012084604051602001611bee919061488c565b604051602081830303815290604052805190602001208780519060200120611c328d6001600160a01b03165f90815260026020526040902080546001810190915590565b6040805160208101989098526001600160a01b03909616958701959095526060860193909352608085019190915260a084015260c083015260e0820152610100016040516020818303038152906040528051906020012091505095945050505050565b5f610c5d611ca16128d1565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f836001600160a01b03163b5f03611d3a575f5f611cfa85856129fa565b5090925090505f816003811115611d1357611d13613fb1565b148015611d315750856001600160a01b0316826001600160a01b0316145b9250505061160d565b611d45848484612a43565b905061160d565b80515f906034811015611d63576001915050610c5d565b60131981840101517fffffffffffffffffffff0000000000000000000000000000000000000000000081167f2370726f706f7365723d0000000000000000000000000000000000000000000014611dbf57600192505050610c5d565b5f5f611dcf86602a860386612ac1565b915091508115806111a85750866001600160a01b0316816001600160a01b031614979650505050505050565b604051636c80dc6d60e01b81526001600160a01b0382811660048301525f916113ff9188918891889188917f00000000000000000000000000000000000000000000000000000000000000001690636c80dc6d90602401602060405180830381865afa158015611e6d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e919190614734565b612b82565b5f611ea18383612e05565b905080611eb257611eb26041612e7c565b505050565b5f5b8451811015611f84575f5f868381518110611ed657611ed6614663565b60200260200101516001600160a01b0316868481518110611ef957611ef9614663565b6020026020010151868581518110611f1357611f13614663565b6020026020010151604051611f2891906148b6565b5f6040518083038185875af1925050503d805f8114611f62576040519150601f19603f3d011682016040523d82523d5f602084013e611f67565b606091505b5091509150611f768282612622565b505050806001019050611eb9565b505050505050565b5f81815260096020526040812060028101546001820154611fad91906148cc565b5f84815260046020526040902054611fd390600160a01b900465ffffffffffff166118c0565b11159392505050565b5f5f5f611fe88461124b565b50915091505f61201e612016865f9081526004602052604090205465ffffffffffff600160a01b9091041690565b600b90612e8d565b6001600160d01b03169050828211801561156e57508061203e84846148cc565b61204891906148df565b6120538360646148df565b101595945050505050565b6060610c5d61206f8363ffffffff16565b612f2f565b5f61156e8585858561209060408051602081019091525f815290565b612162565b5f6111a88561215c7f3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a8118a8a8a6120e78c6001600160a01b03165f90815260026020526040902080546001810190915590565b8b516020808e01919091208c518d83012060405161214198979695949301968752602087019590955260ff9390931660408601526001600160a01b03919091166060850152608084015260a083015260c082015260e00190565b60405160208183030381529060405280519060200120611c95565b84611cdc565b604051636c80dc6d60e01b81526001600160a01b0385811660048301525f9182917f00000000000000000000000000000000000000000000000000000000000000001690636c80dc6d90602401602060405180830381865afa1580156121ca573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121ee9190614734565b90506121fd8782878787612fba565b9150815f03612268575f878152600460205260409020548190600160a01b900465ffffffffffff166040517f9667eba60000000000000000000000000000000000000000000000000000000081526001600160a01b0390921660048301526024820152604401610d62565b5095945050505050565b5f5f5f61227e856130ad565b9250925050838265ffffffffffff1611156122ab576122a661229f85613105565b8690612e8d565b6122ad565b805b6001600160d01b031695945050505050565b806276a70065ffffffffffff82168110156122fd5760405163162deb6960e11b815265ffffffffffff90921660048301526024820152604401610d62565b5050610c7481613137565b80545f9080156123445761232e8361232160018461492d565b5f91825260209091200190565b54600160301b90046001600160d01b031661160d565b5f9392505050565b60606112417f000000000000000000000000000000000000000000000000000000000000000061319d565b60606112417f000000000000000000000000000000000000000000000000000000000000000061319d565b5f61156e8361215c7ff2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d78888886123f48a6001600160a01b03165f90815260026020526040902080546001810190915590565b60408051602081019690965285019390935260ff90911660608401526001600160a01b0316608083015260a082015260c001612141565b5f61124143613105565b6040517fec7886fe0000000000000000000000000000000000000000000000000000000081526001600160a01b0384811660048301525f9182917f0000000000000000000000000000000000000000000000000000000000000000169063ec7886fe90602401602060405180830381865afa1580156124b6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906124da9190614820565b905061156e811561258a576040517f0b61a887000000000000000000000000000000000000000000000000000000008152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690630b61a88790602401602060405180830381865afa158015612561573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906125859190614734565b61258c565b855b85856131da565b806064808211156125c05760405163162deb6960e11b815260048101929092526024820152604401610d62565b50507fbaaf958d641c52bfb0c768b10661f7cce1457fd3699afd5b8d856905e1c8ede96125ed600b612308565b604080516001600160d01b039092168252602082018490520160405180910390a1611eb2612619611577565b600b90836128b7565b60608215612631575080610c5d565b8151156126465761264182613286565b610c5d565b6040517fd6bda27500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b806301e1338063ffffffff82168110156126b35760405163162deb6960e11b815263ffffffff90921660048301526024820152604401610d62565b5050610c748161328e565b5f8115612772577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316638e539e8c60016126fe611577565b6127089190614645565b6040516001600160e01b031960e084901b16815265ffffffffffff9091166004820152602401602060405180830381865afa158015612749573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061276d9190614820565b612774565b5f5b90508181808211156127a25760405163162deb6960e11b815260048101929092526024820152604401610d62565b50506127ad82613343565b5050565b5f5f5f6127be8686613384565b91509150815f036127e2578381816127d8576127d8614940565b049250505061160d565b8184116127f9576127f96003851502601118612e7c565b5f848688095f868103871696879004966002600389028118808a02820302808a02820302808a02820302808a02820302808a02820302808a02909103029181900381900460010185841190960395909502919093039390930492909217029150509392505050565b5f5f5f61286d846133a0565b915091508161160d5761160d6031612e7c565b5f6001600160d01b038211156128b3576040516306dfcc6560e41b815260d0600482015260248101839052604401610d62565b5090565b5f806128c4858585613435565b915091505b935093915050565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561292957507f000000000000000000000000000000000000000000000000000000000000000046145b1561295357507f000000000000000000000000000000000000000000000000000000000000000090565b611241604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103612a31576020840151604085015160608601515f1a612a238882858561359e565b955095509550505050612a3c565b505081515f91506002905b9250925092565b8051604080517f1626ba7e000000000000000000000000000000000000000000000000000000008082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b5f5f8451831180612ad157508284115b15612ae057505f9050806128c9565b5f612aec8560016148cc565b84118015612b2c575061060f60f31b612b088787016020015190565b7fffff00000000000000000000000000000000000000000000000000000000000016145b90505f612b3c82151560026148df565b612b479060286148cc565b905080612b54878761492d565b03612b75575f5f612b66898989613666565b90965094506128c99350505050565b5f5f9350935050506128c9565b5f612b96868686868051906020012061161f565b905084518651141580612bab57508351865114155b80612bb557508551155b15612c03578551845186516040517f447b05d0000000000000000000000000000000000000000000000000000000008152600481019390935260248301919091526044820152606401610d62565b5f81815260046020526040902054600160a01b900465ffffffffffff1615612c4c5780612c2f82610fe7565b6040516331b75e4d60e01b8152610d629291905f90600401614837565b5f612c5e60085465ffffffffffff1690565b612c66611577565b65ffffffffffff16612c7891906148cc565b90505f612c9260085463ffffffff600160301b9091041690565b5f84815260046020526040902080547fffffffffffffffffffffffff0000000000000000000000000000000000000000166001600160a01b038716178155909150612cdc83613105565b815465ffffffffffff91909116600160a01b027fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff909116178155612d1f8261373f565b815463ffffffff91909116600160d01b027fffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffffff90911617815588517f7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e090859087908c908c9067ffffffffffffffff811115612d9b57612d9b613ba0565b604051908082528060200260200182016040528015612dce57816020015b6060815260200190600190039081612db95790505b508c89612ddb8a826148cc565b8e604051612df199989796959493929190614954565b60405180910390a150505095945050505050565b81545f906fffffffffffffffffffffffffffffffff600160801b820481169181166001830190911603612e3b575f915050610c5d565b6fffffffffffffffffffffffffffffffff8181165f908152600186810160205260409091209490945584549184018116600160801b02911617909255919050565b634e487b715f52806020526024601cfd5b81545f9081816005811115612ee9575f612ea68461376f565b612eb0908561492d565b5f8881526020902090915081015465ffffffffffff9081169087161015612ed957809150612ee7565b612ee48160016148cc565b92505b505b5f612ef6878785856138c7565b90508015612f2357612f0d8761232160018461492d565b54600160301b90046001600160d01b03166111a8565b505f9695505050505050565b6060612f3961242b565b65ffffffffffff168265ffffffffffff1614612f81576040517f6ff0714000000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b505060408051808201909152601d81527f6d6f64653d626c6f636b6e756d6265722666726f6d3d64656661756c74000000602082015290565b5f612fc986610d266001611a74565b505f86815260046020526040812054612ff3908790600160a01b900465ffffffffffff1685612435565b90505f613003888888858861391d565b905083515f0361305957866001600160a01b03167fb8e138887d0aa13bab447e82de9d5c1777041ecd21ca36ba824ff1e6c07ddda48988848960405161304c9493929190614a2e565b60405180910390a26111a8565b866001600160a01b03167fe2babfbac5889a709b63bb7f598b324e08bc5a4fb9ec647fb3cbc9ec07eb8712898884898960405161309a959493929190614a55565b60405180910390a2979650505050505050565b80545f90819081908082036130cb575f5f5f93509350935050611269565b5f6130db8661232160018561492d565b546001955065ffffffffffff81169450600160301b90046001600160d01b03169250611269915050565b5f65ffffffffffff8211156128b3576040516306dfcc6560e41b81526030600482015260248101839052604401610d62565b6008546040805165ffffffffffff928316815291831660208301527fc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93910160405180910390a16008805465ffffffffffff191665ffffffffffff92909216919091179055565b60605f6131a983613a4b565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f7f00000000000000000000000000000000000000000000000000000000000000006040517f3a46b1a80000000000000000000000000000000000000000000000000000000081526001600160a01b038681166004830152602482018690529190911690633a46b1a890604401602060405180830381865afa158015613262573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061160a9190614820565b805160208201fd5b8063ffffffff165f036132cf576040517ff1cfbf050000000000000000000000000000000000000000000000000000000081525f6004820152602401610d62565b6008546040805163ffffffff600160301b9093048316815291831660208301527f7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828910160405180910390a16008805463ffffffff909216600160301b0269ffffffff00000000000019909216919091179055565b60075460408051918252602082018390527fccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461910160405180910390a1600755565b5f805f1983850993909202808410938190039390930393915050565b80545f9081906fffffffffffffffffffffffffffffffff80821691600160801b90041681036133d457505f93849350915050565b6fffffffffffffffffffffffffffffffff8181165f908152600186810160205260408220805492905586547fffffffffffffffffffffffffffffffff0000000000000000000000000000000016938101909216929092179094559293915050565b82545f9081908015613544575f6134518761232160018561492d565b805490915065ffffffffffff80821691600160301b90046001600160d01b03169088168211156134ad576040517f2520601d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff16036134e657825465ffffffffffff16600160301b6001600160d01b03891602178355613536565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f81529190912094519151909216600160301b029216919091179101555b94508593506128c992505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316600160301b0291909316179201919091559050816128c9565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156135d757505f9150600390508261365c565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613628573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661365357505f92506001915082905061365c565b92505f91508190505b9450945094915050565b5f8084816136758660016148cc565b851180156136b5575061060f60f31b6136918388016020015190565b7fffff00000000000000000000000000000000000000000000000000000000000016145b90505f6136c582151560026148df565b90505f806136d3838a6148cc565b90505b8781101561372e575f6136f46136ef8784016020015190565b613a8b565b9050600f8160ff161115613713575f5f975097505050505050506128c9565b61371e6010846148df565b60ff9091160191506001016136d6565b506001999098509650505050505050565b5f63ffffffff8211156128b3576040516306dfcc6560e41b81526020600482015260248101839052604401610d62565b5f6001821161377c575090565b816001600160801b82106137955760809190911c9060401b5b6801000000000000000082106137b05760409190911c9060201b5b64010000000082106137c75760209190911c9060101b5b6201000082106137dc5760109190911c9060081b5b61010082106137f05760089190911c9060041b5b601082106138035760049190911c9060021b5b6004821061380f5760011b5b600302600190811c9081858161382757613827614940565b048201901c9050600181858161383f5761383f614940565b048201901c9050600181858161385757613857614940565b048201901c9050600181858161386f5761386f614940565b048201901c9050600181858161388757613887614940565b048201901c9050600181858161389f5761389f614940565b048201901c90506138be8185816138b8576138b8614940565b04821190565b90039392505050565b5f5b81831015613915575f85815260209020838316600285851804019081015465ffffffffffff868116911611156139015780925061390f565b61390c8160016148cc565b93505b506138c9565b509392505050565b5f8581526009602090815260408083206001600160a01b03881684526003810190925282205460ff1615613988576040517f71c6af490000000000000000000000000000000000000000000000000000000081526001600160a01b0387166004820152602401610d62565b6001600160a01b0386165f9081526003820160205260409020805460ff1916600117905560ff85166139d15783815f015f8282546139c691906148cc565b90915550613a409050565b5f1960ff8616016139ef5783816001015f8282546139c691906148cc565b60011960ff861601613a0e5783816002015f8282546139c691906148cc565b6040517f06b337c200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b509195945050505050565b5f60ff8216601f811115610c5d576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f60f882901c602f81118015613aa45750603a8160ff16105b15613ab257602f1901610c5d565b60608160ff16118015613ac8575060678160ff16105b15613ad65760561901610c5d565b60408160ff16118015613aec575060478160ff16105b15613afa5760361901610c5d565b5060ff92915050565b5f60208284031215613b13575f5ffd5b81356001600160e01b03198116811461160d575f5ffd5b5f60208284031215613b3a575f5ffd5b5035919050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f61160d6020830184613b41565b6001600160a01b0381168114610c74575f5ffd5b803561124681613b81565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f1916810167ffffffffffffffff81118282101715613bdd57613bdd613ba0565b604052919050565b5f67ffffffffffffffff821115613bfe57613bfe613ba0565b50601f01601f191660200190565b5f82601f830112613c1b575f5ffd5b8135602083015f613c33613c2e84613be5565b613bb4565b9050828152858383011115613c46575f5ffd5b828260208301375f92810160200192909252509392505050565b5f5f5f5f60808587031215613c73575f5ffd5b8435613c7e81613b81565b93506020850135613c8e81613b81565b925060408501359150606085013567ffffffffffffffff811115613cb0575f5ffd5b613cbc87828801613c0c565b91505092959194509250565b5f67ffffffffffffffff821115613ce157613ce1613ba0565b5060051b60200190565b5f82601f830112613cfa575f5ffd5b8135613d08613c2e82613cc8565b8082825260208201915060208360051b860101925085831115613d29575f5ffd5b602085015b83811015612268578035613d4181613b81565b835260209283019201613d2e565b5f82601f830112613d5e575f5ffd5b8135613d6c613c2e82613cc8565b8082825260208201915060208360051b860101925085831115613d8d575f5ffd5b602085015b83811015612268578035835260209283019201613d92565b5f82601f830112613db9575f5ffd5b8135613dc7613c2e82613cc8565b8082825260208201915060208360051b860101925085831115613de8575f5ffd5b602085015b8381101561226857803567ffffffffffffffff811115613e0b575f5ffd5b613e1a886020838a0101613c0c565b84525060209283019201613ded565b5f5f5f5f60808587031215613e3c575f5ffd5b843567ffffffffffffffff811115613e52575f5ffd5b613e5e87828801613ceb565b945050602085013567ffffffffffffffff811115613e7a575f5ffd5b613e8687828801613d4f565b935050604085013567ffffffffffffffff811115613ea2575f5ffd5b613eae87828801613daa565b949793965093946060013593505050565b5f5f5f5f5f5f60c08789031215613ed4575f5ffd5b613edd87613b95565b9550602087013567ffffffffffffffff811115613ef8575f5ffd5b613f0489828a01613ceb565b955050604087013567ffffffffffffffff811115613f20575f5ffd5b613f2c89828a01613d4f565b945050606087013567ffffffffffffffff811115613f48575f5ffd5b613f5489828a01613daa565b935050608087013567ffffffffffffffff811115613f70575f5ffd5b613f7c89828a01613c0c565b92505060a087013567ffffffffffffffff811115613f98575f5ffd5b613fa489828a01613c0c565b9150509295509295509295565b634e487b7160e01b5f52602160045260245ffd5b60088110613fe157634e487b7160e01b5f52602160045260245ffd5b9052565b60208101610c5d8284613fc5565b5f5f60408385031215614004575f5ffd5b82359150602083013561401681613b81565b809150509250929050565b803560ff81168114611246575f5ffd5b5f5f60408385031215614042575f5ffd5b8235915061405260208401614021565b90509250929050565b5f5f83601f84011261406b575f5ffd5b50813567ffffffffffffffff811115614082575f5ffd5b602083019150836020828501011115614099575f5ffd5b9250929050565b5f5f5f5f5f5f5f60c0888a0312156140b6575f5ffd5b873596506140c660208901614021565b955060408801356140d681613b81565b9450606088013567ffffffffffffffff8111156140f1575f5ffd5b6140fd8a828b0161405b565b909550935050608088013567ffffffffffffffff81111561411c575f5ffd5b6141288a828b01613c0c565b92505060a088013567ffffffffffffffff811115614144575f5ffd5b6141508a828b01613c0c565b91505092959891949750929550565b5f5f5f5f5f60808688031215614173575f5ffd5b8535945061418360208701614021565b9350604086013567ffffffffffffffff81111561419e575f5ffd5b6141aa8882890161405b565b909450925050606086013567ffffffffffffffff8111156141c9575f5ffd5b6141d588828901613c0c565b9150509295509295909350565b65ffffffffffff81168114610c74575f5ffd5b5f60208284031215614205575f5ffd5b813561160d816141e2565b5f5f5f5f60608587031215614223575f5ffd5b8435935061423360208601614021565b9250604085013567ffffffffffffffff81111561424e575f5ffd5b61425a8782880161405b565b95989497509550505050565b5f5f5f5f60808587031215614279575f5ffd5b843567ffffffffffffffff81111561428f575f5ffd5b61429b87828801613ceb565b945050602085013567ffffffffffffffff8111156142b7575f5ffd5b6142c387828801613d4f565b935050604085013567ffffffffffffffff8111156142df575f5ffd5b6142eb87828801613daa565b925050606085013567ffffffffffffffff811115613cb0575f5ffd5b5f60208284031215614317575f5ffd5b813561160d81613b81565b5f8151808452602084019350602083015f5b82811015614352578151865260209586019590910190600101614334565b5093949350505050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f61439660e0830189613b41565b82810360408401526143a88189613b41565b90508660608401526001600160a01b03861660808401528460a084015282810360c0840152610ea58185614322565b5f5f5f5f608085870312156143ea575f5ffd5b843593506143fa60208601614021565b9250604085013561440a81613b81565b9150606085013567ffffffffffffffff811115613cb0575f5ffd5b5f5f5f60608486031215614437575f5ffd5b833561444281613b81565b925060208401359150604084013567ffffffffffffffff811115614464575f5ffd5b61447086828701613c0c565b9150509250925092565b5f5f5f5f5f60a0868803121561448e575f5ffd5b853561449981613b81565b945060208601356144a981613b81565b9350604086013567ffffffffffffffff8111156144c4575f5ffd5b6144d088828901613d4f565b935050606086013567ffffffffffffffff8111156144ec575f5ffd5b6144f888828901613d4f565b925050608086013567ffffffffffffffff8111156141c9575f5ffd5b5f5f5f5f60608587031215614527575f5ffd5b843561453281613b81565b935060208501359250604085013567ffffffffffffffff81111561424e575f5ffd5b5f60208284031215614564575f5ffd5b813563ffffffff8116811461160d575f5ffd5b5f5f60408385031215614588575f5ffd5b823561459381613b81565b946020939093013593505050565b5f5f5f5f5f60a086880312156145b5575f5ffd5b85356145c081613b81565b945060208601356145d081613b81565b93506040860135925060608601359150608086013567ffffffffffffffff8111156141c9575f5ffd5b600181811c9082168061460d57607f821691505b60208210810361462b57634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601160045260245ffd5b65ffffffffffff8281168282160390811115610c5d57610c5d614631565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215614687575f5ffd5b815167ffffffffffffffff81111561469d575f5ffd5b8201601f810184136146ad575f5ffd5b80516146bb613c2e82613be5565b8181528560208385010111156146cf575f5ffd5b8160208401602083015e5f91810160200191909152949350505050565b5f602082840312156146fc575f5ffd5b815161160d816141e2565b65ffffffffffff8181168382160190811115610c5d57610c5d614631565b818382375f9101908152919050565b5f60208284031215614744575f5ffd5b815161160d81613b81565b5f8151808452602084019350602083015f5b828110156143525781516001600160a01b0316865260209586019590910190600101614761565b5f82825180855260208501945060208160051b830101602085015f5b83811015610da157601f198584030188526147c0838351613b41565b60209889019890935091909101906001016147a4565b608081525f6147e8608083018761474f565b82810360208401526147fa8187614322565b9050828103604084015261480e8186614788565b91505082606083015295945050505050565b5f60208284031215614830575f5ffd5b5051919050565b8381526060810161484b6020830185613fc5565b826040830152949350505050565b81515f90829060208501835b82811015613a405781516001600160a01b0316845260209384019390910190600101614865565b81515f90829060208501835b82811015613a40578151845260209384019390910190600101614898565b5f82518060208501845e5f920191825250919050565b80820180821115610c5d57610c5d614631565b8082028115828204841417610c5d57610c5d614631565b60018411156128c95780850481111561491157614911614631565b600184161561491f57908102905b60019390931c9280026148f6565b81810381811115610c5d57610c5d614631565b634e487b7160e01b5f52601260045260245ffd5b8981526001600160a01b038916602082015261012060408201525f61497d61012083018a61474f565b828103606084015261498f818a614322565b9050828103608084015280885180835260208301915060208160051b84010160208b015f5b838110156149e657601f198684030185526149d0838351613b41565b60209586019590935091909101906001016149b4565b505085810360a08701526149fa818b614788565b93505050508560c08401528460e0840152828103610100840152614a1e8185613b41565b9c9b505050505050505050505050565b84815260ff84166020820152826040820152608060608201525f6113ff6080830184613b41565b85815260ff8516602082015283604082015260a060608201525f614a7c60a0830185613b41565b82810360808401526113488185613b41566101e0604052348015610010575f5ffd5b5060405161457c38038061457c83398101604081905261002f916101c2565b6040518060400160405280601081526020016f5869616e67797520616c6c69616e636560801b815250604051806040016040528060018152602001603160f81b8152506100818261015060201b60201c565b6101205261008e81610150565b61014052815160208084019190912060e052815190820120610100524660a05261011a60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05233610160526101808490526101a08390526101c0829052600d6101468282610261565b50505050506102fd565b5f5f829050601f81511115610183578260405163305a27a960e01b815260040161017a91906102a2565b60405180910390fd5b805161018e826102d7565b179392505050565b634e487b7160e01b5f52604160045260245ffd5b805163ffffffff811681146101bd575f5ffd5b919050565b5f5f5f5f61012085870312156101d6575f5ffd5b84516020860151604087015191955093509150607f850186136101f7575f5ffd5b60405160c081016001600160401b038111828210171561021957610219610196565b6040528061012087018881111561022e575f5ffd5b606088015b8181101561025257610244816101aa565b835260209283019201610233565b50959894975092955093505050565b815f805b600681101561029a57825160209093019263ffffffff600583901b81811b1994909416911690921b9190911790600101610265565b509091555050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156102f7575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c05161419d6103df5f395f81816103f3015281816105f501528181611a0101528181611a3901528181611aa40152611ae701525f818161064601526118a701525f818161061f015281816119930152611a6201525f818161033401528181610a3c0152818161102a015281816110c30152818161121d015281816113d6015281816114bd015261174901525f61274301525f61271301525f612f7c01525f612f5401525f612eaf01525f612ed901525f612f03015261419d5ff3fe608060405234801561000f575f5ffd5b50600436106102cd575f3560e01c80637ecebe001161017c578063aab6a199116100dd578063c3cda52011610093578063ec7886fe1161006e578063ec7886fe146106d4578063ece0ff94146106f3578063f17c306f14610706575f5ffd5b8063c3cda5201461069b578063da3f7ca9146106ae578063df4b8e09146106c1575f5ffd5b8063af75f190116100c3578063af75f19014610641578063b1c4235d14610668578063bee2cc551461067b575f5ffd5b8063aab6a199146105f0578063acb56fa21461061a575f5ffd5b80638e539e8c116101325780639a308dcc116101185780639a308dcc146105a25780639ab24eb0146105ab5780639e38d8a0146105be575f5ffd5b80638e539e8c1461057957806391ddadf41461058c575f5ffd5b806384580bad1161016257806384580bad1461053857806384b0196e1461054b57806389099a6314610566575f5ffd5b80637ecebe00146104fd578063829fec4814610525575f5ffd5b80633a46b1a8116102315780634bf5d7e9116101e75780636bc31fd3116101c25780636bc31fd3146104c45780636c80dc6d146104d75780637b734319146104ea575f5ffd5b80634bf5d7e914610447578063587cde1e146104865780635c19a95c146104b1575f5ffd5b8063411b007e11610217578063411b007e146103ee5780634789e0bb1461041557806347bf49ef14610428575f5ffd5b80633a46b1a8146103d357806340d9b7de146103e6575f5ffd5b806312f1451e11610286578063290212051161026c57806329021205146103985780632b3ba921146103ad57806330275e4c146103c0575f5ffd5b806312f1451e1461035e578063283054d614610378575f5ffd5b80630b61a887116102b65780630b61a887146103065780630c340a241461032f57806311aee38014610356575f5ffd5b8063045b8177146102d157806305762e48146102ef575b5f5ffd5b6102d9610719565b6040516102e69190613678565b60405180910390f35b6102f860075481565b6040519081526020016102e6565b6103176103143660046136ae565b90565b6040516001600160a01b0390911681526020016102e6565b6103177f000000000000000000000000000000000000000000000000000000000000000081565b600c546102f8565b610366600681565b60405160ff90911681526020016102e6565b61038b6103863660046136ae565b61077e565b6040516102e69190613727565b6103ab6103a636600461384e565b6109bd565b005b6103ab6103bb3660046138e8565b610a31565b6103ab6103ce366004613912565b610b6f565b6102f86103e136600461394b565b610c50565b6102f8606481565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab610423366004613973565b610c8c565b6102f86104363660046139bb565b600a6020525f908152604090205481565b604080518082018252600e81527f6d6f64653d74696d657374616d70000000000000000000000000000000000000602082015290516102e691906139d4565b6103176104943660046139bb565b6001600160a01b039081165f908152600360205260409020541690565b6103ab6104bf3660046139bb565b610d0e565b6103ab6104d23660046139fc565b610d19565b6103176104e53660046139bb565b610eeb565b6103ab6104f83660046136ae565b61101f565b6102f861050b3660046139bb565b6001600160a01b03165f9081526002602052604090205490565b6103ab610533366004613a4c565b6110b8565b6103ab610546366004613a8e565b611212565b61055361136d565b6040516102e69796959493929190613acb565b6103ab6105743660046136ae565b6113cb565b6102f86105873660046136ae565b61146e565b60405165ffffffffffff421681526020016102e6565b6102f860065481565b6102f86105b93660046139bb565b611492565b6105e06105cc3660046136ae565b60086020525f908152604090205460ff1681565b60405190151581526020016102e6565b6006547f0000000000000000000000000000000000000000000000000000000000000000146105e0565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab6106763660046136ae565b6114b2565b61068e610689366004613b7d565b61154c565b6040516102e69190613b9d565b6103ab6106a9366004613bdf565b611620565b6103ab6106bc3660046136ae565b6116f5565b6103ab6106cf366004613c33565b61173e565b6102f86106e23660046139bb565b60096020525f908152604090205481565b6103ab610701366004613c54565b6117ab565b6103ab610714366004613cc0565b6118a0565b61072161365a565b6040805160c081019182905290600d90600690825f855b82829054906101000a900463ffffffff1663ffffffff16815260200190600401906020826003010492830192600103820291508084116107385790505050505050905090565b6107de60408051610120810182525f80825260208201819052909182019081526020015f63ffffffff1681526020015f64ffffffffff1681526020015f6001600160a01b031681526020015f815260200160608152602001606081525090565b5f828152600b602090815260409182902082516101208101845281546001600160a01b0381168252600160a01b810461ffff169382019390935292909190830190600160b01b900460ff16600481111561083a5761083a6136c5565b600481111561084b5761084b6136c5565b81528154600160b81b810463ffffffff166020830152600160d81b900464ffffffffff16604082015260018201546001600160a01b031660608201526002820154608082015260038201805460a0909201916108a690613d8c565b80601f01602080910402602001604051908101604052809291908181526020018280546108d290613d8c565b801561091d5780601f106108f45761010080835404028352916020019161091d565b820191905f5260205f20905b81548152906001019060200180831161090057829003601f168201915b5050505050815260200160048201805461093690613d8c565b80601f016020809104026020016040519081016040528092919081815260200182805461096290613d8c565b80156109ad5780601f10610984576101008083540402835291602001916109ad565b820191905f5260205f20905b81548152906001019060200180831161099057829003601f168201915b5050505050815250509050919050565b6109c5611ae2565b5f6109cf87611b48565b90505f610a0288886109fd856001600160a01b03165f90815260026020526040902080546001810190915590565b611c01565b9050610a1082828888611c6c565b610a1c87828686611c6c565b610a2788885f611cc3565b5050505050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168114610a8c5760405163ad0550d560e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b50610a9682611b48565b505f8161ffff16118015610aae5750604061ffff8216105b8290610ad05760405163502cc3db60e11b8152600401610a8391815260200190565b505f828152600b6020908152604091829020805461ffff60a01b1916600160a01b61ffff861690810291909117909155915191825283917f8eca642b051350f4c06be718ceb4b1bb21d9682ef9aaa080b595f316dcedb80a910160405180910390a260025f838152600b6020526040902054600160b01b900460ff166004811115610b5d57610b5d6136c5565b03610b6b57610b6b82611dab565b5050565b610b77611ae2565b5f610b8187611b48565b905086610100851115610baa5760405163502cc3db60e11b8152600401610a8391815260200190565b50610be881610be189898989610bdc886001600160a01b03165f90815260026020526040902080546001810190915590565b611ed5565b8585611c6c565b5f878152600b6020526040902060028101879055600301610c0a858783613e28565b50867f1a3e0dc11f91bc6295eb516de6959e3a920db64083ae10a6cc01c106603f060c878787604051610c3f93929190613f0a565b60405180910390a250505050505050565b5f610c7a610c5d83611f5a565b6001600160a01b0385165f90815260046020526040902090611fb7565b6001600160d01b031690505b92915050565b610c94611ae2565b5f610c9e84611b48565b9050610cd381610be186610cce856001600160a01b03165f90815260026020526040902080546001810190915590565b61206a565b610cde8460046120c5565b60405184907f5a46e4fa3f2ad342e2e6f7abb4d9c0ca74c93ca317fabf0866ac4f2bc72722e9905f90a250505050565b33610b6b81836120e2565b610d21611ae2565b82355f908152600b602052604090208054600160b01b900460ff166002816004811115610d5057610d506136c5565b14158015610d7057506003816004811115610d6d57610d6d6136c5565b14155b8535908290610d945760405163276065d160e21b8152600401610a83929190613f23565b5050610d9f85612145565b5f610da986612219565b5f81815260086020526040902054909150819060ff1615610df9576040517f3c547cb4000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b50610e148635610e0f60a0890160808a016139bb565b612248565b610e6c610e2760a08801608089016139bb565b610e6588610e60610e3e60a08301608084016139bb565b6001600160a01b03165f90815260026020526040902080546001810190915590565b6122ba565b8787611c6c565b5f818152600860205260408120805460ff19166001179055826004811115610e9657610e966136c5565b03610ea757610ea7863560016123b6565b80865f01357f53b7c1276fd8eb8df24ab244cf0705ea5de1bfabbde4b1bfe543542619b0dc8788604051610edb9190613f79565b60405180910390a3505050505050565b5f610ef4611ae2565b6001600160a01b0382165f908152600960205260409020548281610f50576040517f2400d0dc0000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a83565b505f818152600b602052604090208054829085906001600160a01b03808316911614610fba576040517fedf4ef2100000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b03166024820152604401610a83565b50600290508154600160b01b900460ff166004811115610fdc57610fdc6136c5565b82548492600160b01b90910460ff16911461100c5760405163276065d160e21b8152600401610a83929190613f23565b50506110158290565b925050505b919050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146110755760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5061107f81611b48565b5061108b8160046120c5565b60405181907f4afc3eb7d5d1880fae4691a025445ff2d5a849c15ae9328a99dd1583ea1bca33905f90a250565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461110e5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b505f61111982612219565b5f81815260086020526040902054909150819060ff16611168576040517f6daa6151000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b5081355f908152600b6020526040902054600160b01b900460ff166001816004811115611197576111976136c5565b14806111b4575060048160048111156111b2576111b26136c5565b145b83359082906111d85760405163276065d160e21b8152600401610a83929190613f23565b50505f828152600860205260409020805460ff191690556112048335610e0f60a08601608087016139bb565b61120d83612446565b505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146112685760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5081600660ff8216106112ad576040517fdfc0338700000000000000000000000000000000000000000000000000000000815260ff9091166004820152602401610a83565b5060ff82167fa3495b94b8e5370920c2ce0f25df4cf215ac300e157da98dbd6123bfe22edc3e600d82600681106112e6576112e6614032565b6008810491909101546040805160079093166004026101000a90910463ffffffff9081168352851660208301520160405180910390a280600d8360ff166006811061133357611333614032565b600891828204019190066004026101000a81548163ffffffff021916908363ffffffff1602179055505f600781905550610b6b606461265f565b5f6060805f5f5f606061137e61270c565b61138661273c565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146114215760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5061142d816003612767565b6114388160026123b6565b61144181611dab565b60405181907f16f9f571b6be3a34292fb5636acb28d05f60b69293a0737c7b3f1461518343de905f90a250565b5f61148361147b83611f5a565b600590611fb7565b6001600160d01b031692915050565b6001600160a01b0381165f908152600460205260408120611483906127ff565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146115085760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b50611514816002612767565b61151f8160036120c5565b60405181907f5cc1ddb624837dd7db35ce0d5c9a7f3596ffe54b069c67fea6d9e39de2bcab78905f90a250565b600c546060905f908410611560575f61156e565b600c5461156e90859061405a565b905080831061157d578061157f565b825b67ffffffffffffffff81111561159757611597613dbe565b6040519080825280602002602001820160405280156115c0578160200160208202803683370190505b5091505f5b825181101561161857600c6115da828761406d565b815481106115ea576115ea614032565b905f5260205f20015483828151811061160557611605614032565b60209081029190910101526001016115c5565b505092915050565b8342111561165d576040517f4683af0e00000000000000000000000000000000000000000000000000000000815260048101859052602401610a83565b604080517fe48329057bfd03d55e49b547132e39cffd9c1820ad7b9d4c5307691425d15adf60208201526001600160a01b0388169181019190915260608101869052608081018590525f906116d6906116ce9060a00160405160208183030381529060405280519060200120612839565b858585612880565b90506116e281876128ae565b6116ec81886120e2565b50505050505050565b600c5460075410611732576040517fd80bd74900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61173b8161265f565b50565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146117945760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5061179e82611b48565b50610b6b82826001611cc3565b6117b3611ae2565b5f6117bd87611b48565b90508415806117cc5750604085145b87906117ee5760405163502cc3db60e11b8152600401610a8391815260200190565b5061182581610be189898989611820886001600160a01b03165f90815260026020526040902080546001810190915590565b612919565b5f878152600b60205260409020600401611840868883613e28565b505f878152600b60205260409081902060010180546001600160a01b0319166001600160a01b0387161790555187907faf9d32d3de27f8536951827549233d0d644542ba20dfe5a09ad18ba4eafb866690610c3f90899089908990614080565b6118d484847f00000000000000000000000000000000000000000000000000000000000000006118cf8961298a565b6129a6565b853590611910576040517fe90499e4000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b505f85355f908152600b6020526040902054600160b01b900460ff16600481111561193d5761193d6136c5565b8635911461197a576040517fea3cca5e000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b506119c061198e60a08701608088016139bb565b6119b97f000000000000000000000000000000000000000000000000000000000000000088356129bd565b8484611c6c565b845f01357f01c7bdf7cba9a0f5b6955ec8cac00c043a9e2c983e9e4b26fc1ad31ce556b6a260065f81546119f3906140ac565b9182905550604080519182527f000000000000000000000000000000000000000000000000000000000000000060208301520160405180910390a2611a3785612446565b7f000000000000000000000000000000000000000000000000000000000000000060065403611adb577f00000000000000000000000000000000000000000000000000000000000000007fccff8632a0d3fec904aacad1a325da9400cc7ce560307c879485afa10b3aa2617f0000000000000000000000000000000000000000000000000000000000000000604051611ad291815260200190565b60405180910390a25b5050505050565b6006547f0000000000000000000000000000000000000000000000000000000000000000818114610b6b576040517f7adc65bf00000000000000000000000000000000000000000000000000000000815260048101929092526024820152604401610a83565b5f818152600b602052604081208054600160b01b900460ff1682816004811115611b7457611b746136c5565b14158490611b9857604051633c9ce87f60e21b8152600401610a8391815260200190565b506002816004811115611bad57611bad6136c5565b1480611bca57506003816004811115611bc857611bc86136c5565b145b84829091611bed5760405163276065d160e21b8152600401610a83929190613f23565b505090546001600160a01b03169392505050565b604080517fc837b05524309f03dc0cc619ba55b03b022a2489c963c254421804fd2451b9f960208201529081018490526001600160a01b0383166060820152608081018290525f9060a0016040516020818303038152906040528051906020012090505b9392505050565b611c8084611c7985612839565b84846129fe565b8490611adb576040517e414a420000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a83565b6001600160a01b03821615801590611cf057506001600160a01b0382165f90815260096020526040902054155b8290611d1b57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a83565b505f838152600b602090815260409182902054915183151581526001600160a01b0385811693169186917f592dd90a7bd10af28a9a7946497bad6b3c87eb0c1b8981419971df76fc3621cb910160405180910390a4506001600160a01b03165f818152600960209081526040808320859055938252600b90529190912080546001600160a01b0319169091179055565b5f818152600b6020526040812080549091600160b81b820463ffffffff1691600290600160b01b900460ff166004811115611de857611de86136c5565b14611df3575f611e09565b8254611e0990600160a01b900461ffff16612a70565b90508163ffffffff168163ffffffff1603611e245750505050565b82547fffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffff16600160b81b63ffffffff838116918202929092178555859184161015611e8757611e825f82611e7786866140c4565b63ffffffff16612b41565b611e96565b611e96815f611e7785876140c4565b6040805163ffffffff80861682528416602082015286917ffdde4cd63b865621329075063a0930f73c4ea34568b130c4f0b3872559d9160f9101611ad2565b5f7f804067091acf5f87ce363edca6fbd8b4944ab33710b93483fa02f67344c85ed086868686604051611f099291906140e0565b6040805191829003822060208301959095528101929092526060820152608081019190915260a0810183905260c0015b60405160208183030381529060405280519060200120905095945050505050565b5f4265ffffffffffff81168310611fae576040517fecd3f81e0000000000000000000000000000000000000000000000000000000081526004810184905265ffffffffffff82166024820152604401610a83565b611c6583612bbb565b81545f9081816005811115612013575f611fd084612bf1565b611fda908561405a565b5f8881526020902090915081015465ffffffffffff908116908716101561200357809150612011565b61200e81600161406d565b92505b505b5f61202087878585612d56565b9050801561205d576120448761203760018461405a565b5f91825260209091200190565b54660100000000000090046001600160d01b031661205f565b5f5b979650505050505050565b604080517f97b0eb11f04712296be17a2b9bc845526590f8ef0f407c74df1b98f597dad6096020820152908101839052606081018290525f906080015b60405160208183030381529060405280519060200120905092915050565b6120cf82826123b6565b6120d882611dab565b610b6b8283612dac565b5f6120ec83610eeb565b6001600160a01b0383165f908152600a6020526040902054909150808061212957604051633c9ce87f60e21b8152600401610a8391815260200190565b50612135816002612767565b61213f8284612dac565b50505050565b80351580159061216757505f61216160808301606084016140ef565b61ffff16115b80156121865750604061218060808301606084016140ef565b61ffff16105b80156121aa57505f61219e60a08301608084016139bb565b6001600160a01b031614155b80156121c657506101006121c16040830183614108565b905011155b80156121f657506121da60a0820182614108565b159050806121f657506121f060a0820182614108565b90506040145b813590610b6b5760405163502cc3db60e11b8152600401610a8391815260200190565b5f8160405160200161222b9190613f79565b604051602081830303815290604052805190602001209050919050565b6001600160a01b0381165f9081526009602052604090205480158061228f5750828114801561228f57505f838152600b60205260409020546001600160a01b038381169116145b829061213f57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a83565b5f7f65da46cecdbf7e2fa7088c233f975dcc9e3bfad50f1da598f502e1bb317a6020833560208501356122f06040870187614108565b6040516122fe9291906140e0565b60405190819003902061231760808801606089016140ef565b61232760a0890160808a016139bb565b61233460a08a018a614108565b6040516123429291906140e0565b60405190819003902061235b60e08b0160c08c016139bb565b6040805160208101999099528801969096526060870194909452608086019290925261ffff1660a08501526001600160a01b0390811660c085015260e0840191909152166101008201526101208101839052610140016120a7565b5f828152600b6020526040902080548291907fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff16600160b01b836004811115612401576124016136c5565b0217905550505f908152600b6020526040902080547affffffffffffffffffffffffffffffffffffffffffffffffffffff16600160d81b4264ffffffffff1602179055565b61244f81612145565b80355f818152600b602090815260408083206001600160a01b0385168452600a909252909120548291906124ea576001600160a01b0382165f908152600a60205260409020839055600c54600754036124b55760075f81546124b0906140ac565b909155505b600c80546001810182555f919091527fdf6966c971051c3d54ec59162606531493a51404a002842f56009d7e5cf4a8c7018390555b6124fe83610e0f60a08701608088016139bb565b8260095f61251260a08801608089016139bb565b6001600160a01b0316815260208101919091526040015f205561253b60a08501608086016139bb565b81546001600160a01b0319166001600160a01b039190911617815561256660808501606086016140ef565b815461ffff91909116600160a01b0261ffff60a01b1990911617815561259260e0850160c086016139bb565b6001820180546001600160a01b0319166001600160a01b0392909216919091179055602084013560028201556125cb6040850185614108565b60038301916125db919083613e28565b506125e960a0850185614108565b60048301916125f9919083613e28565b506126058360026123b6565b61260f8283612dac565b61261883611dab565b61262184612219565b837f18be73bb1193013f4fa7064bd0d3cfa2cffeb71bb91bc579d8556838a5851365866040516126519190613f79565b60405180910390a350505050565b600754600c545f9061267290839061405a565b90505f8184106126825781612684565b835b61268e908461406d565b60078190559050825b818110156126cb576126c3600c82815481106126b5576126b5614032565b905f5260205f200154611dab565b600101612697565b505f6126d5612e4d565b1161213f576040517f8edbfeeb00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60606127377f0000000000000000000000000000000000000000000000000000000000000000612e66565b905090565b60606127377f0000000000000000000000000000000000000000000000000000000000000000612e66565b5f828152600b6020526040812054600160b01b900460ff1690816004811115612792576127926136c5565b141583906127b657604051633c9ce87f60e21b8152600401610a8391815260200190565b508160048111156127c9576127c96136c5565b8160048111156127db576127db6136c5565b1483829091611adb5760405163276065d160e21b8152600401610a83929190613f23565b80545f908015612831576128188361203760018461405a565b54660100000000000090046001600160d01b0316611c65565b5f9392505050565b5f610c86612845612ea3565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f5f5f5f61289088888888612fcc565b9250925092506128a08282613094565b50909150505b949350505050565b6001600160a01b0382165f90815260026020526040902080546001810190915581811461120d576040517f752d88c00000000000000000000000000000000000000000000000000000000081526001600160a01b038416600482015260248101829052604401610a83565b5f7f5d2e058362abe40985de61000e1e023df19cf3f4dc328dc3e48f3f54b32f0d0486868660405161294c9291906140e0565b60408051918290038220602083019490945281019190915260608101919091526001600160a01b038416608082015260a0810183905260c001611f39565b5f61299482612219565b60405160200161222b91815260200190565b5f826129b3868685613197565b1495945050505050565b604080517f3a058ec3503ebf5f51a6246e4f2fe3162d770ba338fc9f3328a55b365c66a9dc6020820152908101839052606081018290525f906080016120a7565b5f846001600160a01b03163b5f03612a5d575f5f612a1d8686866131d8565b5090925090505f816003811115612a3657612a366136c5565b148015612a545750866001600160a01b0316826001600160a01b0316145b925050506128a6565b612a698585858561321f565b90506128a6565b6040805160c08101918290525f91829190600d906006908285855b82829054906101000a900463ffffffff1663ffffffff1681526020019060040190602082600301049283019260010382029150808411612a8b57509495505f9450505050505b6006811015612b3a576001811b841661ffff1615801590612b1357508263ffffffff16828260068110612b0657612b06614032565b602002015163ffffffff16115b15612b3257818160068110612b2a57612b2a614032565b602002015192505b600101612ad1565b5050919050565b6001600160a01b038316612b6857612b6560056132a2612b60846132ad565b6132e0565b50505b6001600160a01b038216612b8a57612b876005613311612b60846132ad565b50505b6001600160a01b038381165f9081526003602052604080822054858416835291205461120d9291821691168361331c565b5f65ffffffffffff821115612bed576040516306dfcc6560e41b81526030600482015260248101839052604401610a83565b5090565b5f60018211612bfe575090565b8160017001000000000000000000000000000000008210612c245760809190911c9060401b5b680100000000000000008210612c3f5760409190911c9060201b5b6401000000008210612c565760209190911c9060101b5b620100008210612c6b5760109190911c9060081b5b6101008210612c7f5760089190911c9060041b5b60108210612c925760049190911c9060021b5b60048210612c9e5760011b5b600302600190811c90818581612cb657612cb661414b565b048201901c90506001818581612cce57612cce61414b565b048201901c90506001818581612ce657612ce661414b565b048201901c90506001818581612cfe57612cfe61414b565b048201901c90506001818581612d1657612d1661414b565b048201901c90506001818581612d2e57612d2e61414b565b048201901c9050612d4d818581612d4757612d4761414b565b04821190565b90039392505050565b5f5b81831015612da4575f85815260209020838316600285851804019081015465ffffffffffff86811691161115612d9057809250612d9e565b612d9b81600161406d565b93505b50612d58565b509392505050565b6001600160a01b038281165f8181526003602052604080822080548686166001600160a01b0319821681179092559151919094169392849290917f3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f9190a461120d8183612e48866001600160a01b03165f908152600a60209081526040808320548352600b90915290205463ffffffff600160b81b9091041690565b61331c565b5f612e5860056127ff565b6001600160d01b0316905090565b60605f612e7283613471565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015612efb57507f000000000000000000000000000000000000000000000000000000000000000046145b15612f2557507f000000000000000000000000000000000000000000000000000000000000000090565b612737604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561300557505f9150600390508261308a565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613056573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661308157505f92506001915082905061308a565b92505f91508190505b9450945094915050565b5f8260038111156130a7576130a76136c5565b036130b0575050565b60018260038111156130c4576130c46136c5565b036130fb576040517ff645eedf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600282600381111561310f5761310f6136c5565b03613149576040517ffce698f700000000000000000000000000000000000000000000000000000000815260048101829052602401610a83565b600382600381111561315d5761315d6136c5565b03610b6b576040517fd78bce0c00000000000000000000000000000000000000000000000000000000815260048101829052602401610a83565b5f81815b848110156131cf576131c5828787848181106131b9576131b9614032565b905060200201356134b1565b915060010161319b565b50949350505050565b5f8080604184900361320c578435602086013560408701355f1a6131fe89828585612fcc565b955095509550505050613216565b505f915060029050825b93509350939050565b604080517f1626ba7e00000000000000000000000000000000000000000000000000000000808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f611c65828461415f565b5f6001600160d01b03821115612bed576040516306dfcc6560e41b815260d0600482015260248101839052604401610a83565b5f80613304426132fc6132f2886127ff565b868863ffffffff16565b8791906134dd565b915091505b935093915050565b5f611c65828461417e565b816001600160a01b0316836001600160a01b03161415801561333d57505f81115b1561120d576001600160a01b038316156133df576001600160a01b0383165f908152600460205260408120819061337a90613311612b60866132ad565b6001600160d01b031691506001600160d01b03169150846001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a72483836040516133d4929190918252602082015260400190565b60405180910390a250505b6001600160a01b0382161561120d576001600160a01b0382165f9081526004602052604081208190613417906132a2612b60866132ad565b6001600160d01b031691506001600160d01b03169150836001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a7248383604051611ad2929190918252602082015260400190565b5f60ff8216601f811115610c86576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f8183106134cb575f828152602084905260409020611c65565b5f838152602083905260409020611c65565b5f8061330485858582545f90819080156135fd575f6135018761203760018561405a565b805490915065ffffffffffff80821691660100000000000090046001600160d01b0316908816821115613560576040517f2520601d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361359c57825465ffffffffffff1666010000000000006001600160d01b038916021783556135ef565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b945085935061330992505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a8152918220955192519093166601000000000000029190931617920191909155905081613309565b6040518060c001604052806006906020820280368337509192915050565b60c0810181835f5b60068110156136a557815163ffffffff16835260209283019290910190600101613680565b50505092915050565b5f602082840312156136be575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b600581106136f557634e487b7160e01b5f52602160045260245ffd5b9052565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081526137416020820183516001600160a01b03169052565b5f6020830151613757604084018261ffff169052565b50604083015161376a60608401826136d9565b50606083015163ffffffff8116608084015250608083015164ffffffffff811660a08401525060a08301516001600160a01b03811660c08401525060c083015160e083015260e08301516101206101008401526137cb6101408401826136f9565b9050610100840151601f19848303016101208501526137ea82826136f9565b95945050505050565b80356001600160a01b038116811461101a575f5ffd5b5f5f83601f840112613819575f5ffd5b50813567ffffffffffffffff811115613830575f5ffd5b602083019150836020828501011115613847575f5ffd5b9250929050565b5f5f5f5f5f5f60808789031215613863575f5ffd5b86359550613873602088016137f3565b9450604087013567ffffffffffffffff81111561388e575f5ffd5b61389a89828a01613809565b909550935050606087013567ffffffffffffffff8111156138b9575f5ffd5b6138c589828a01613809565b979a9699509497509295939492505050565b803561ffff8116811461101a575f5ffd5b5f5f604083850312156138f9575f5ffd5b82359150613909602084016138d7565b90509250929050565b5f5f5f5f5f5f60808789031215613927575f5ffd5b8635955060208701359450604087013567ffffffffffffffff81111561388e575f5ffd5b5f5f6040838503121561395c575f5ffd5b613965836137f3565b946020939093013593505050565b5f5f5f60408486031215613985575f5ffd5b83359250602084013567ffffffffffffffff8111156139a2575f5ffd5b6139ae86828701613809565b9497909650939450505050565b5f602082840312156139cb575f5ffd5b611c65826137f3565b602081525f611c6560208301846136f9565b5f60e082840312156139f6575f5ffd5b50919050565b5f5f5f60408486031215613a0e575f5ffd5b833567ffffffffffffffff811115613a24575f5ffd5b613a30868287016139e6565b935050602084013567ffffffffffffffff8111156139a2575f5ffd5b5f60208284031215613a5c575f5ffd5b813567ffffffffffffffff811115613a72575f5ffd5b6128a6848285016139e6565b803560ff8116811461101a575f5ffd5b5f5f60408385031215613a9f575f5ffd5b613aa883613a7e565b9150602083013563ffffffff81168114613ac0575f5ffd5b809150509250929050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f613b0560e08301896136f9565b8281036040840152613b1781896136f9565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613b6c578351835260209384019390920191600101613b4e565b50909b9a5050505050505050505050565b5f5f60408385031215613b8e575f5ffd5b50508035926020909101359150565b602080825282518282018190525f918401906040840190835b81811015613bd4578351835260209384019390920191600101613bb6565b509095945050505050565b5f5f5f5f5f5f60c08789031215613bf4575f5ffd5b613bfd876137f3565b95506020870135945060408701359350613c1960608801613a7e565b9598949750929560808101359460a0909101359350915050565b5f5f60408385031215613c44575f5ffd5b82359150613909602084016137f3565b5f5f5f5f5f5f60808789031215613c69575f5ffd5b86359550602087013567ffffffffffffffff811115613c86575f5ffd5b613c9289828a01613809565b9096509450613ca59050604088016137f3565b9250606087013567ffffffffffffffff8111156138b9575f5ffd5b5f5f5f5f5f60608688031215613cd4575f5ffd5b853567ffffffffffffffff811115613cea575f5ffd5b613cf6888289016139e6565b955050602086013567ffffffffffffffff811115613d12575f5ffd5b8601601f81018813613d22575f5ffd5b803567ffffffffffffffff811115613d38575f5ffd5b8860208260051b8401011115613d4c575f5ffd5b60209190910194509250604086013567ffffffffffffffff811115613d6f575f5ffd5b613d7b88828901613809565b969995985093965092949392505050565b600181811c90821680613da057607f821691505b6020821081036139f657634e487b7160e01b5f52602260045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b601f82111561120d578282111561120d57805f5260205f20601f840160051c6020851015613dfd57505f5b90810190601f840160051c035f5b81811015613e20575f83820155600101613e0b565b505050505050565b67ffffffffffffffff831115613e4057613e40613dbe565b613e5483613e4e8354613d8c565b83613dd2565b5f601f841160018114613e85575f8515613e6e5750838201355b5f19600387901b1c1916600186901b178355611adb565b5f83815260208120601f198716915b82811015613eb45786850135825560209485019460019092019101613e94565b5086821015613ed0575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b838152604060208201525f6137ea604083018486613ee2565b82815260408101611c6560208301846136d9565b5f5f8335601e19843603018112613f4c575f5ffd5b830160208101925035905067ffffffffffffffff811115613f6b575f5ffd5b803603821315613847575f5ffd5b60208082528235828201528201356040808301919091525f90613f9e90840184613f37565b60e06060850152613fb461010085018284613ee2565b91505061ffff613fc6606086016138d7565b1660808401526001600160a01b03613fe0608086016137f3565b1660a0840152613ff360a0850185613f37565b848303601f190160c086015261400a838284613ee2565b925050506001600160a01b0361402260c086016137f3565b1660e08401528091505092915050565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b81810381811115610c8657610c86614046565b80820180821115610c8657610c86614046565b604081525f614093604083018587613ee2565b90506001600160a01b0383166020830152949350505050565b5f600182016140bd576140bd614046565b5060010190565b63ffffffff8281168282160390811115610c8657610c86614046565b818382375f9101908152919050565b5f602082840312156140ff575f5ffd5b611c65826138d7565b5f5f8335601e1984360301811261411d575f5ffd5b83018035915067ffffffffffffffff821115614137575f5ffd5b602001915036819003821315613847575f5ffd5b634e487b7160e01b5f52601260045260245ffd5b6001600160d01b038181168382160190811115610c8657610c86614046565b6001600160d01b038281168282160390811115610c8657610c866140465660a0604052348015600e575f5ffd5b50336080526080516107156100385f395f8181606d0152818161012c015261029701526107155ff3fe608060405234801561000f575f5ffd5b5060043610610064575f3560e01c80635c23bdf51161004d5780635c23bdf5146100c1578063cdc9e123146100d4578063fb3ed06a14610101575f5ffd5b80630c340a24146100685780632ec184cc146100ac575b5f5ffd5b61008f7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020015b60405180910390f35b6100bf6100ba366004610437565b610121565b005b6100bf6100cf3660046104b5565b61028c565b6100f36100e23660046104b5565b5f6020819052908152604090205481565b6040519081526020016100a3565b61011461010f3660046104b5565b61031d565b6040516100a391906104cc565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461017c5760405163ad0550d560e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b5060015f8581526020019081526020015f20604051806060016040528083815260200185858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92018290525093855250505064ffffffffff42166020928301528354600181810186559482529082902083516003909202019081559082015191929091908201906102159082610618565b50604091820151600291909101805464ffffffffff191664ffffffffff9092169190911790555f858152600160205281902054905185917fb5ec4d61228758f33f9e8ad3412523bf1e2eb1169d50023822f1c21609288fca9161027e91908790879087906106d7565b60405180910390a250505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146102e25760405163ad0550d560e01b81526001600160a01b039091166004820152602401610173565b505f818152602081905260408082204290555182917fef627d0e66434f22f9f3c4ac2a0ef3ab44f42e720a9b663a1e38d990b943faee91a250565b606060015f8381526020019081526020015f20805480602002602001604051908101604052809291908181526020015f905b8282101561042c578382905f5260205f2090600302016040518060600160405290815f820154815260200160018201805461038990610589565b80601f01602080910402602001604051908101604052809291908181526020018280546103b590610589565b80156104005780601f106103d757610100808354040283529160200191610400565b820191905f5260205f20905b8154815290600101906020018083116103e357829003601f168201915b50505091835250506002919091015464ffffffffff16602091820152908252600192909201910161034f565b505050509050919050565b5f5f5f5f6060858703121561044a575f5ffd5b84359350602085013567ffffffffffffffff811115610467575f5ffd5b8501601f81018713610477575f5ffd5b803567ffffffffffffffff81111561048d575f5ffd5b87602082840101111561049e575f5ffd5b949760209190910196509394604001359392505050565b5f602082840312156104c5575f5ffd5b5035919050565b5f602082016020835280845180835260408501915060408160051b8601019250602086015f5b8281101561056957603f198786030184528151805186526020810151606060208801528051806060890152806020830160808a015e5f6080828a01015264ffffffffff60408401511660408901526080601f19601f83011689010197505050506020820191506020840193506001810190506104f2565b50929695505050505050565b634e487b7160e01b5f52604160045260245ffd5b600181811c9082168061059d57607f821691505b6020821081036105bb57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610613578282111561061357805f5260205f20601f840160051c60208510156105ec57505f5b90810190601f840160051c035f5b8181101561060f575f838201556001016105fa565b5050505b505050565b815167ffffffffffffffff81111561063257610632610575565b610646816106408454610589565b846105c1565b6020601f821160018114610678575f83156106615750848201515b5f19600385901b1c1916600184901b1784556106d0565b5f84815260208120601f198516915b828110156106a75787850151825560209485019460019092019101610687565b50848210156106c457868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b84815260606020820152826060820152828460808301375f608084830101525f6080601f19601f86011683010190508260408301529594505050505056' as const;

/** SHA-256 of the source. */
export const allianceGovernorSourceHash = 'ca2d586f65a750f330f70781382b7a88129579b41463c1fe75c2f79765630d2b';
