// Generated from MemberRegistry.sol with solc 0.8.37+commit.f401782d.Emscripten.clang by contracts/build.ts; do not edit.

export const memberRegistryAbi = [
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "charterHash_",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "foundersRoot_",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "founders_",
        "type": "uint256"
      },
      {
        "internalType": "uint32[6]",
        "name": "kindWeights_",
        "type": "uint32[6]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "entryHash",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyApplied",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyEnrolled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "BadEntry",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "kind",
        "type": "uint8"
      }
    ],
    "name": "BadKind",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "CheckpointUnorderedInsertion",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ECDSAInvalidSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "ECDSAInvalidSignatureLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "ECDSAInvalidSignatureS",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      },
      {
        "internalType": "uint48",
        "name": "clock",
        "type": "uint48"
      }
    ],
    "name": "ERC5805FutureLookup",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "KeyRemoved",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "KeyTaken",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NoVotesLeft",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "entryHash",
        "type": "bytes32"
      }
    ],
    "name": "NotApplied",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "enrolled",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "founders",
        "type": "uint256"
      }
    ],
    "name": "NotFounded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "NotFounder",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "NotGovernor",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToWeigh",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "UnknownKey",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "UnknownMember",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "VotesExpiredSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "WrongSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "enum MemberRegistry.Status",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "WrongStatus",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "entryHash",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "id",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "uint16",
            "name": "kinds",
            "type": "uint16"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "nodeKey",
            "type": "bytes"
          },
          {
            "internalType": "address",
            "name": "witness",
            "type": "address"
          }
        ],
        "indexed": false,
        "internalType": "struct MemberMessages.Entry",
        "name": "entry",
        "type": "tuple"
      }
    ],
    "name": "Admitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "entryHash",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "id",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "uint16",
            "name": "kinds",
            "type": "uint16"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "nodeKey",
            "type": "bytes"
          },
          {
            "internalType": "address",
            "name": "witness",
            "type": "address"
          }
        ],
        "indexed": false,
        "internalType": "struct MemberMessages.Entry",
        "name": "entry",
        "type": "tuple"
      }
    ],
    "name": "Applied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "delegator",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "fromDelegate",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "toDelegate",
        "type": "address"
      }
    ],
    "name": "DelegateChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "previousVotes",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newVotes",
        "type": "uint256"
      }
    ],
    "name": "DelegateVotesChanged",
    "type": "event"
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "enrolled",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "founders",
        "type": "uint256"
      }
    ],
    "name": "Enrolled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Expelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "charterHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "founders",
        "type": "uint256"
      }
    ],
    "name": "Founded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "oldKey",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "newKey",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "byVote",
        "type": "bool"
      }
    ],
    "name": "KeyChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint8",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "oldWeight",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "newWeight",
        "type": "uint32"
      }
    ],
    "name": "KindWeightSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint16",
        "name": "kinds",
        "type": "uint16"
      }
    ],
    "name": "KindsChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "MemberLeft",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "nodeKey",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "witness",
        "type": "address"
      }
    ],
    "name": "NodeKeysChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "profileHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "did",
        "type": "string"
      }
    ],
    "name": "ProfileChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Reinstated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Suspended",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "oldWeight",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "newWeight",
        "type": "uint32"
      }
    ],
    "name": "WeightChanged",
    "type": "event"
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
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "KINDS",
    "outputs": [
      {
        "internalType": "uint8",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "REWEIGHED_AT_ONCE",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "accountOf",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "id",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "uint16",
            "name": "kinds",
            "type": "uint16"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "nodeKey",
            "type": "bytes"
          },
          {
            "internalType": "address",
            "name": "witness",
            "type": "address"
          }
        ],
        "internalType": "struct MemberMessages.Entry",
        "name": "entry",
        "type": "tuple"
      }
    ],
    "name": "admit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "id",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "uint16",
            "name": "kinds",
            "type": "uint16"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "nodeKey",
            "type": "bytes"
          },
          {
            "internalType": "address",
            "name": "witness",
            "type": "address"
          }
        ],
        "internalType": "struct MemberMessages.Entry",
        "name": "entry",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "applyFor",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "charterHash",
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
    "inputs": [
      {
        "internalType": "address",
        "name": "delegatee",
        "type": "address"
      }
    ],
    "name": "delegate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegatee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "delegateBySig",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "delegates",
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
        "components": [
          {
            "internalType": "bytes32",
            "name": "id",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "uint16",
            "name": "kinds",
            "type": "uint16"
          },
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "bytes",
            "name": "nodeKey",
            "type": "bytes"
          },
          {
            "internalType": "address",
            "name": "witness",
            "type": "address"
          }
        ],
        "internalType": "struct MemberMessages.Entry",
        "name": "entry",
        "type": "tuple"
      },
      {
        "internalType": "bytes32[]",
        "name": "proof",
        "type": "bytes32[]"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "enrol",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "enrolled",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "expel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "founders",
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
    "name": "foundersRoot",
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
        "internalType": "uint256",
        "name": "timepoint",
        "type": "uint256"
      }
    ],
    "name": "getPastTotalSupply",
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
    "name": "getPastVotes",
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
    "inputs": [],
    "name": "governor",
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
        "internalType": "bytes32",
        "name": "entryHash",
        "type": "bytes32"
      }
    ],
    "name": "isApplied",
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
    "name": "isFounded",
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
    "name": "kindWeights",
    "outputs": [
      {
        "internalType": "uint32[6]",
        "name": "",
        "type": "uint32[6]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "from",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "most",
        "type": "uint256"
      }
    ],
    "name": "listMembers",
    "outputs": [
      {
        "internalType": "bytes32[]",
        "name": "ids",
        "type": "bytes32[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "memberCount",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "memberOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "key",
            "type": "address"
          },
          {
            "internalType": "uint16",
            "name": "kinds",
            "type": "uint16"
          },
          {
            "internalType": "enum MemberRegistry.Status",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint32",
            "name": "weight",
            "type": "uint32"
          },
          {
            "internalType": "uint40",
            "name": "since",
            "type": "uint40"
          },
          {
            "internalType": "address",
            "name": "witness",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "internalType": "string",
            "name": "did",
            "type": "string"
          },
          {
            "internalType": "bytes",
            "name": "nodeKey",
            "type": "bytes"
          }
        ],
        "internalType": "struct MemberRegistry.Member",
        "name": "",
        "type": "tuple"
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
      }
    ],
    "name": "memberOfAccount",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "id",
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
        "name": "key",
        "type": "address"
      }
    ],
    "name": "memberOfKey",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "id",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "reinstate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "newKey",
        "type": "address"
      }
    ],
    "name": "replaceKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "key",
        "type": "address"
      }
    ],
    "name": "requireVoter",
    "outputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "resign",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "most",
        "type": "uint256"
      }
    ],
    "name": "reweigh",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "reweighed",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "newKey",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "byOld",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "byNew",
        "type": "bytes"
      }
    ],
    "name": "rotateKey",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "kind",
        "type": "uint8"
      },
      {
        "internalType": "uint32",
        "name": "weight",
        "type": "uint32"
      }
    ],
    "name": "setKindWeight",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint16",
        "name": "kinds",
        "type": "uint16"
      }
    ],
    "name": "setKinds",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "nodeKey",
        "type": "bytes"
      },
      {
        "internalType": "address",
        "name": "witness",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "setNodeKeys",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "profileHash",
        "type": "bytes32"
      },
      {
        "internalType": "string",
        "name": "did",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "setProfile",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "suspend",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

/** Creation code; the constructor's arguments are appended by whoever deploys. */
export const memberRegistryBytecode =
  '0x6101e0604052348015610010575f5ffd5b5060405161457c38038061457c83398101604081905261002f916101c2565b6040518060400160405280601081526020016f5869616e67797520616c6c69616e636560801b815250604051806040016040528060018152602001603160f81b8152506100818261015060201b60201c565b6101205261008e81610150565b61014052815160208084019190912060e052815190820120610100524660a05261011a60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05233610160526101808490526101a08390526101c0829052600d6101468282610261565b50505050506102fd565b5f5f829050601f81511115610183578260405163305a27a960e01b815260040161017a91906102a2565b60405180910390fd5b805161018e826102d7565b179392505050565b634e487b7160e01b5f52604160045260245ffd5b805163ffffffff811681146101bd575f5ffd5b919050565b5f5f5f5f61012085870312156101d6575f5ffd5b84516020860151604087015191955093509150607f850186136101f7575f5ffd5b60405160c081016001600160401b038111828210171561021957610219610196565b6040528061012087018881111561022e575f5ffd5b606088015b8181101561025257610244816101aa565b835260209283019201610233565b50959894975092955093505050565b815f805b600681101561029a57825160209093019263ffffffff600583901b81811b1994909416911690921b9190911790600101610265565b509091555050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156102f7575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c05161419d6103df5f395f81816103f3015281816105f501528181611a0101528181611a3901528181611aa40152611ae701525f818161064601526118a701525f818161061f015281816119930152611a6201525f818161033401528181610a3c0152818161102a015281816110c30152818161121d015281816113d6015281816114bd015261174901525f61274301525f61271301525f612f7c01525f612f5401525f612eaf01525f612ed901525f612f03015261419d5ff3fe608060405234801561000f575f5ffd5b50600436106102cd575f3560e01c80637ecebe001161017c578063aab6a199116100dd578063c3cda52011610093578063ec7886fe1161006e578063ec7886fe146106d4578063ece0ff94146106f3578063f17c306f14610706575f5ffd5b8063c3cda5201461069b578063da3f7ca9146106ae578063df4b8e09146106c1575f5ffd5b8063af75f190116100c3578063af75f19014610641578063b1c4235d14610668578063bee2cc551461067b575f5ffd5b8063aab6a199146105f0578063acb56fa21461061a575f5ffd5b80638e539e8c116101325780639a308dcc116101185780639a308dcc146105a25780639ab24eb0146105ab5780639e38d8a0146105be575f5ffd5b80638e539e8c1461057957806391ddadf41461058c575f5ffd5b806384580bad1161016257806384580bad1461053857806384b0196e1461054b57806389099a6314610566575f5ffd5b80637ecebe00146104fd578063829fec4814610525575f5ffd5b80633a46b1a8116102315780634bf5d7e9116101e75780636bc31fd3116101c25780636bc31fd3146104c45780636c80dc6d146104d75780637b734319146104ea575f5ffd5b80634bf5d7e914610447578063587cde1e146104865780635c19a95c146104b1575f5ffd5b8063411b007e11610217578063411b007e146103ee5780634789e0bb1461041557806347bf49ef14610428575f5ffd5b80633a46b1a8146103d357806340d9b7de146103e6575f5ffd5b806312f1451e11610286578063290212051161026c57806329021205146103985780632b3ba921146103ad57806330275e4c146103c0575f5ffd5b806312f1451e1461035e578063283054d614610378575f5ffd5b80630b61a887116102b65780630b61a887146103065780630c340a241461032f57806311aee38014610356575f5ffd5b8063045b8177146102d157806305762e48146102ef575b5f5ffd5b6102d9610719565b6040516102e69190613678565b60405180910390f35b6102f860075481565b6040519081526020016102e6565b6103176103143660046136ae565b90565b6040516001600160a01b0390911681526020016102e6565b6103177f000000000000000000000000000000000000000000000000000000000000000081565b600c546102f8565b610366600681565b60405160ff90911681526020016102e6565b61038b6103863660046136ae565b61077e565b6040516102e69190613727565b6103ab6103a636600461384e565b6109bd565b005b6103ab6103bb3660046138e8565b610a31565b6103ab6103ce366004613912565b610b6f565b6102f86103e136600461394b565b610c50565b6102f8606481565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab610423366004613973565b610c8c565b6102f86104363660046139bb565b600a6020525f908152604090205481565b604080518082018252600e81527f6d6f64653d74696d657374616d70000000000000000000000000000000000000602082015290516102e691906139d4565b6103176104943660046139bb565b6001600160a01b039081165f908152600360205260409020541690565b6103ab6104bf3660046139bb565b610d0e565b6103ab6104d23660046139fc565b610d19565b6103176104e53660046139bb565b610eeb565b6103ab6104f83660046136ae565b61101f565b6102f861050b3660046139bb565b6001600160a01b03165f9081526002602052604090205490565b6103ab610533366004613a4c565b6110b8565b6103ab610546366004613a8e565b611212565b61055361136d565b6040516102e69796959493929190613acb565b6103ab6105743660046136ae565b6113cb565b6102f86105873660046136ae565b61146e565b60405165ffffffffffff421681526020016102e6565b6102f860065481565b6102f86105b93660046139bb565b611492565b6105e06105cc3660046136ae565b60086020525f908152604090205460ff1681565b60405190151581526020016102e6565b6006547f0000000000000000000000000000000000000000000000000000000000000000146105e0565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab6106763660046136ae565b6114b2565b61068e610689366004613b7d565b61154c565b6040516102e69190613b9d565b6103ab6106a9366004613bdf565b611620565b6103ab6106bc3660046136ae565b6116f5565b6103ab6106cf366004613c33565b61173e565b6102f86106e23660046139bb565b60096020525f908152604090205481565b6103ab610701366004613c54565b6117ab565b6103ab610714366004613cc0565b6118a0565b61072161365a565b6040805160c081019182905290600d90600690825f855b82829054906101000a900463ffffffff1663ffffffff16815260200190600401906020826003010492830192600103820291508084116107385790505050505050905090565b6107de60408051610120810182525f80825260208201819052909182019081526020015f63ffffffff1681526020015f64ffffffffff1681526020015f6001600160a01b031681526020015f815260200160608152602001606081525090565b5f828152600b602090815260409182902082516101208101845281546001600160a01b0381168252600160a01b810461ffff169382019390935292909190830190600160b01b900460ff16600481111561083a5761083a6136c5565b600481111561084b5761084b6136c5565b81528154600160b81b810463ffffffff166020830152600160d81b900464ffffffffff16604082015260018201546001600160a01b031660608201526002820154608082015260038201805460a0909201916108a690613d8c565b80601f01602080910402602001604051908101604052809291908181526020018280546108d290613d8c565b801561091d5780601f106108f45761010080835404028352916020019161091d565b820191905f5260205f20905b81548152906001019060200180831161090057829003601f168201915b5050505050815260200160048201805461093690613d8c565b80601f016020809104026020016040519081016040528092919081815260200182805461096290613d8c565b80156109ad5780601f10610984576101008083540402835291602001916109ad565b820191905f5260205f20905b81548152906001019060200180831161099057829003601f168201915b5050505050815250509050919050565b6109c5611ae2565b5f6109cf87611b48565b90505f610a0288886109fd856001600160a01b03165f90815260026020526040902080546001810190915590565b611c01565b9050610a1082828888611c6c565b610a1c87828686611c6c565b610a2788885f611cc3565b5050505050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168114610a8c5760405163ad0550d560e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b50610a9682611b48565b505f8161ffff16118015610aae5750604061ffff8216105b8290610ad05760405163502cc3db60e11b8152600401610a8391815260200190565b505f828152600b6020908152604091829020805461ffff60a01b1916600160a01b61ffff861690810291909117909155915191825283917f8eca642b051350f4c06be718ceb4b1bb21d9682ef9aaa080b595f316dcedb80a910160405180910390a260025f838152600b6020526040902054600160b01b900460ff166004811115610b5d57610b5d6136c5565b03610b6b57610b6b82611dab565b5050565b610b77611ae2565b5f610b8187611b48565b905086610100851115610baa5760405163502cc3db60e11b8152600401610a8391815260200190565b50610be881610be189898989610bdc886001600160a01b03165f90815260026020526040902080546001810190915590565b611ed5565b8585611c6c565b5f878152600b6020526040902060028101879055600301610c0a858783613e28565b50867f1a3e0dc11f91bc6295eb516de6959e3a920db64083ae10a6cc01c106603f060c878787604051610c3f93929190613f0a565b60405180910390a250505050505050565b5f610c7a610c5d83611f5a565b6001600160a01b0385165f90815260046020526040902090611fb7565b6001600160d01b031690505b92915050565b610c94611ae2565b5f610c9e84611b48565b9050610cd381610be186610cce856001600160a01b03165f90815260026020526040902080546001810190915590565b61206a565b610cde8460046120c5565b60405184907f5a46e4fa3f2ad342e2e6f7abb4d9c0ca74c93ca317fabf0866ac4f2bc72722e9905f90a250505050565b33610b6b81836120e2565b610d21611ae2565b82355f908152600b602052604090208054600160b01b900460ff166002816004811115610d5057610d506136c5565b14158015610d7057506003816004811115610d6d57610d6d6136c5565b14155b8535908290610d945760405163276065d160e21b8152600401610a83929190613f23565b5050610d9f85612145565b5f610da986612219565b5f81815260086020526040902054909150819060ff1615610df9576040517f3c547cb4000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b50610e148635610e0f60a0890160808a016139bb565b612248565b610e6c610e2760a08801608089016139bb565b610e6588610e60610e3e60a08301608084016139bb565b6001600160a01b03165f90815260026020526040902080546001810190915590565b6122ba565b8787611c6c565b5f818152600860205260408120805460ff19166001179055826004811115610e9657610e966136c5565b03610ea757610ea7863560016123b6565b80865f01357f53b7c1276fd8eb8df24ab244cf0705ea5de1bfabbde4b1bfe543542619b0dc8788604051610edb9190613f79565b60405180910390a3505050505050565b5f610ef4611ae2565b6001600160a01b0382165f908152600960205260409020548281610f50576040517f2400d0dc0000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a83565b505f818152600b602052604090208054829085906001600160a01b03808316911614610fba576040517fedf4ef2100000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b03166024820152604401610a83565b50600290508154600160b01b900460ff166004811115610fdc57610fdc6136c5565b82548492600160b01b90910460ff16911461100c5760405163276065d160e21b8152600401610a83929190613f23565b50506110158290565b925050505b919050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146110755760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5061107f81611b48565b5061108b8160046120c5565b60405181907f4afc3eb7d5d1880fae4691a025445ff2d5a849c15ae9328a99dd1583ea1bca33905f90a250565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461110e5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b505f61111982612219565b5f81815260086020526040902054909150819060ff16611168576040517f6daa6151000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b5081355f908152600b6020526040902054600160b01b900460ff166001816004811115611197576111976136c5565b14806111b4575060048160048111156111b2576111b26136c5565b145b83359082906111d85760405163276065d160e21b8152600401610a83929190613f23565b50505f828152600860205260409020805460ff191690556112048335610e0f60a08601608087016139bb565b61120d83612446565b505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146112685760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5081600660ff8216106112ad576040517fdfc0338700000000000000000000000000000000000000000000000000000000815260ff9091166004820152602401610a83565b5060ff82167fa3495b94b8e5370920c2ce0f25df4cf215ac300e157da98dbd6123bfe22edc3e600d82600681106112e6576112e6614032565b6008810491909101546040805160079093166004026101000a90910463ffffffff9081168352851660208301520160405180910390a280600d8360ff166006811061133357611333614032565b600891828204019190066004026101000a81548163ffffffff021916908363ffffffff1602179055505f600781905550610b6b606461265f565b5f6060805f5f5f606061137e61270c565b61138661273c565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146114215760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5061142d816003612767565b6114388160026123b6565b61144181611dab565b60405181907f16f9f571b6be3a34292fb5636acb28d05f60b69293a0737c7b3f1461518343de905f90a250565b5f61148361147b83611f5a565b600590611fb7565b6001600160d01b031692915050565b6001600160a01b0381165f908152600460205260408120611483906127ff565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146115085760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b50611514816002612767565b61151f8160036120c5565b60405181907f5cc1ddb624837dd7db35ce0d5c9a7f3596ffe54b069c67fea6d9e39de2bcab78905f90a250565b600c546060905f908410611560575f61156e565b600c5461156e90859061405a565b905080831061157d578061157f565b825b67ffffffffffffffff81111561159757611597613dbe565b6040519080825280602002602001820160405280156115c0578160200160208202803683370190505b5091505f5b825181101561161857600c6115da828761406d565b815481106115ea576115ea614032565b905f5260205f20015483828151811061160557611605614032565b60209081029190910101526001016115c5565b505092915050565b8342111561165d576040517f4683af0e00000000000000000000000000000000000000000000000000000000815260048101859052602401610a83565b604080517fe48329057bfd03d55e49b547132e39cffd9c1820ad7b9d4c5307691425d15adf60208201526001600160a01b0388169181019190915260608101869052608081018590525f906116d6906116ce9060a00160405160208183030381529060405280519060200120612839565b858585612880565b90506116e281876128ae565b6116ec81886120e2565b50505050505050565b600c5460075410611732576040517fd80bd74900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61173b8161265f565b50565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146117945760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a83565b5061179e82611b48565b50610b6b82826001611cc3565b6117b3611ae2565b5f6117bd87611b48565b90508415806117cc5750604085145b87906117ee5760405163502cc3db60e11b8152600401610a8391815260200190565b5061182581610be189898989611820886001600160a01b03165f90815260026020526040902080546001810190915590565b612919565b5f878152600b60205260409020600401611840868883613e28565b505f878152600b60205260409081902060010180546001600160a01b0319166001600160a01b0387161790555187907faf9d32d3de27f8536951827549233d0d644542ba20dfe5a09ad18ba4eafb866690610c3f90899089908990614080565b6118d484847f00000000000000000000000000000000000000000000000000000000000000006118cf8961298a565b6129a6565b853590611910576040517fe90499e4000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b505f85355f908152600b6020526040902054600160b01b900460ff16600481111561193d5761193d6136c5565b8635911461197a576040517fea3cca5e000000000000000000000000000000000000000000000000000000008152600401610a8391815260200190565b506119c061198e60a08701608088016139bb565b6119b97f000000000000000000000000000000000000000000000000000000000000000088356129bd565b8484611c6c565b845f01357f01c7bdf7cba9a0f5b6955ec8cac00c043a9e2c983e9e4b26fc1ad31ce556b6a260065f81546119f3906140ac565b9182905550604080519182527f000000000000000000000000000000000000000000000000000000000000000060208301520160405180910390a2611a3785612446565b7f000000000000000000000000000000000000000000000000000000000000000060065403611adb577f00000000000000000000000000000000000000000000000000000000000000007fccff8632a0d3fec904aacad1a325da9400cc7ce560307c879485afa10b3aa2617f0000000000000000000000000000000000000000000000000000000000000000604051611ad291815260200190565b60405180910390a25b5050505050565b6006547f0000000000000000000000000000000000000000000000000000000000000000818114610b6b576040517f7adc65bf00000000000000000000000000000000000000000000000000000000815260048101929092526024820152604401610a83565b5f818152600b602052604081208054600160b01b900460ff1682816004811115611b7457611b746136c5565b14158490611b9857604051633c9ce87f60e21b8152600401610a8391815260200190565b506002816004811115611bad57611bad6136c5565b1480611bca57506003816004811115611bc857611bc86136c5565b145b84829091611bed5760405163276065d160e21b8152600401610a83929190613f23565b505090546001600160a01b03169392505050565b604080517fc837b05524309f03dc0cc619ba55b03b022a2489c963c254421804fd2451b9f960208201529081018490526001600160a01b0383166060820152608081018290525f9060a0016040516020818303038152906040528051906020012090505b9392505050565b611c8084611c7985612839565b84846129fe565b8490611adb576040517e414a420000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a83565b6001600160a01b03821615801590611cf057506001600160a01b0382165f90815260096020526040902054155b8290611d1b57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a83565b505f838152600b602090815260409182902054915183151581526001600160a01b0385811693169186917f592dd90a7bd10af28a9a7946497bad6b3c87eb0c1b8981419971df76fc3621cb910160405180910390a4506001600160a01b03165f818152600960209081526040808320859055938252600b90529190912080546001600160a01b0319169091179055565b5f818152600b6020526040812080549091600160b81b820463ffffffff1691600290600160b01b900460ff166004811115611de857611de86136c5565b14611df3575f611e09565b8254611e0990600160a01b900461ffff16612a70565b90508163ffffffff168163ffffffff1603611e245750505050565b82547fffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffff16600160b81b63ffffffff838116918202929092178555859184161015611e8757611e825f82611e7786866140c4565b63ffffffff16612b41565b611e96565b611e96815f611e7785876140c4565b6040805163ffffffff80861682528416602082015286917ffdde4cd63b865621329075063a0930f73c4ea34568b130c4f0b3872559d9160f9101611ad2565b5f7f804067091acf5f87ce363edca6fbd8b4944ab33710b93483fa02f67344c85ed086868686604051611f099291906140e0565b6040805191829003822060208301959095528101929092526060820152608081019190915260a0810183905260c0015b60405160208183030381529060405280519060200120905095945050505050565b5f4265ffffffffffff81168310611fae576040517fecd3f81e0000000000000000000000000000000000000000000000000000000081526004810184905265ffffffffffff82166024820152604401610a83565b611c6583612bbb565b81545f9081816005811115612013575f611fd084612bf1565b611fda908561405a565b5f8881526020902090915081015465ffffffffffff908116908716101561200357809150612011565b61200e81600161406d565b92505b505b5f61202087878585612d56565b9050801561205d576120448761203760018461405a565b5f91825260209091200190565b54660100000000000090046001600160d01b031661205f565b5f5b979650505050505050565b604080517f97b0eb11f04712296be17a2b9bc845526590f8ef0f407c74df1b98f597dad6096020820152908101839052606081018290525f906080015b60405160208183030381529060405280519060200120905092915050565b6120cf82826123b6565b6120d882611dab565b610b6b8283612dac565b5f6120ec83610eeb565b6001600160a01b0383165f908152600a6020526040902054909150808061212957604051633c9ce87f60e21b8152600401610a8391815260200190565b50612135816002612767565b61213f8284612dac565b50505050565b80351580159061216757505f61216160808301606084016140ef565b61ffff16115b80156121865750604061218060808301606084016140ef565b61ffff16105b80156121aa57505f61219e60a08301608084016139bb565b6001600160a01b031614155b80156121c657506101006121c16040830183614108565b905011155b80156121f657506121da60a0820182614108565b159050806121f657506121f060a0820182614108565b90506040145b813590610b6b5760405163502cc3db60e11b8152600401610a8391815260200190565b5f8160405160200161222b9190613f79565b604051602081830303815290604052805190602001209050919050565b6001600160a01b0381165f9081526009602052604090205480158061228f5750828114801561228f57505f838152600b60205260409020546001600160a01b038381169116145b829061213f57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a83565b5f7f65da46cecdbf7e2fa7088c233f975dcc9e3bfad50f1da598f502e1bb317a6020833560208501356122f06040870187614108565b6040516122fe9291906140e0565b60405190819003902061231760808801606089016140ef565b61232760a0890160808a016139bb565b61233460a08a018a614108565b6040516123429291906140e0565b60405190819003902061235b60e08b0160c08c016139bb565b6040805160208101999099528801969096526060870194909452608086019290925261ffff1660a08501526001600160a01b0390811660c085015260e0840191909152166101008201526101208101839052610140016120a7565b5f828152600b6020526040902080548291907fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff16600160b01b836004811115612401576124016136c5565b0217905550505f908152600b6020526040902080547affffffffffffffffffffffffffffffffffffffffffffffffffffff16600160d81b4264ffffffffff1602179055565b61244f81612145565b80355f818152600b602090815260408083206001600160a01b0385168452600a909252909120548291906124ea576001600160a01b0382165f908152600a60205260409020839055600c54600754036124b55760075f81546124b0906140ac565b909155505b600c80546001810182555f919091527fdf6966c971051c3d54ec59162606531493a51404a002842f56009d7e5cf4a8c7018390555b6124fe83610e0f60a08701608088016139bb565b8260095f61251260a08801608089016139bb565b6001600160a01b0316815260208101919091526040015f205561253b60a08501608086016139bb565b81546001600160a01b0319166001600160a01b039190911617815561256660808501606086016140ef565b815461ffff91909116600160a01b0261ffff60a01b1990911617815561259260e0850160c086016139bb565b6001820180546001600160a01b0319166001600160a01b0392909216919091179055602084013560028201556125cb6040850185614108565b60038301916125db919083613e28565b506125e960a0850185614108565b60048301916125f9919083613e28565b506126058360026123b6565b61260f8283612dac565b61261883611dab565b61262184612219565b837f18be73bb1193013f4fa7064bd0d3cfa2cffeb71bb91bc579d8556838a5851365866040516126519190613f79565b60405180910390a350505050565b600754600c545f9061267290839061405a565b90505f8184106126825781612684565b835b61268e908461406d565b60078190559050825b818110156126cb576126c3600c82815481106126b5576126b5614032565b905f5260205f200154611dab565b600101612697565b505f6126d5612e4d565b1161213f576040517f8edbfeeb00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60606127377f0000000000000000000000000000000000000000000000000000000000000000612e66565b905090565b60606127377f0000000000000000000000000000000000000000000000000000000000000000612e66565b5f828152600b6020526040812054600160b01b900460ff1690816004811115612792576127926136c5565b141583906127b657604051633c9ce87f60e21b8152600401610a8391815260200190565b508160048111156127c9576127c96136c5565b8160048111156127db576127db6136c5565b1483829091611adb5760405163276065d160e21b8152600401610a83929190613f23565b80545f908015612831576128188361203760018461405a565b54660100000000000090046001600160d01b0316611c65565b5f9392505050565b5f610c86612845612ea3565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f5f5f5f61289088888888612fcc565b9250925092506128a08282613094565b50909150505b949350505050565b6001600160a01b0382165f90815260026020526040902080546001810190915581811461120d576040517f752d88c00000000000000000000000000000000000000000000000000000000081526001600160a01b038416600482015260248101829052604401610a83565b5f7f5d2e058362abe40985de61000e1e023df19cf3f4dc328dc3e48f3f54b32f0d0486868660405161294c9291906140e0565b60408051918290038220602083019490945281019190915260608101919091526001600160a01b038416608082015260a0810183905260c001611f39565b5f61299482612219565b60405160200161222b91815260200190565b5f826129b3868685613197565b1495945050505050565b604080517f3a058ec3503ebf5f51a6246e4f2fe3162d770ba338fc9f3328a55b365c66a9dc6020820152908101839052606081018290525f906080016120a7565b5f846001600160a01b03163b5f03612a5d575f5f612a1d8686866131d8565b5090925090505f816003811115612a3657612a366136c5565b148015612a545750866001600160a01b0316826001600160a01b0316145b925050506128a6565b612a698585858561321f565b90506128a6565b6040805160c08101918290525f91829190600d906006908285855b82829054906101000a900463ffffffff1663ffffffff1681526020019060040190602082600301049283019260010382029150808411612a8b57509495505f9450505050505b6006811015612b3a576001811b841661ffff1615801590612b1357508263ffffffff16828260068110612b0657612b06614032565b602002015163ffffffff16115b15612b3257818160068110612b2a57612b2a614032565b602002015192505b600101612ad1565b5050919050565b6001600160a01b038316612b6857612b6560056132a2612b60846132ad565b6132e0565b50505b6001600160a01b038216612b8a57612b876005613311612b60846132ad565b50505b6001600160a01b038381165f9081526003602052604080822054858416835291205461120d9291821691168361331c565b5f65ffffffffffff821115612bed576040516306dfcc6560e41b81526030600482015260248101839052604401610a83565b5090565b5f60018211612bfe575090565b8160017001000000000000000000000000000000008210612c245760809190911c9060401b5b680100000000000000008210612c3f5760409190911c9060201b5b6401000000008210612c565760209190911c9060101b5b620100008210612c6b5760109190911c9060081b5b6101008210612c7f5760089190911c9060041b5b60108210612c925760049190911c9060021b5b60048210612c9e5760011b5b600302600190811c90818581612cb657612cb661414b565b048201901c90506001818581612cce57612cce61414b565b048201901c90506001818581612ce657612ce661414b565b048201901c90506001818581612cfe57612cfe61414b565b048201901c90506001818581612d1657612d1661414b565b048201901c90506001818581612d2e57612d2e61414b565b048201901c9050612d4d818581612d4757612d4761414b565b04821190565b90039392505050565b5f5b81831015612da4575f85815260209020838316600285851804019081015465ffffffffffff86811691161115612d9057809250612d9e565b612d9b81600161406d565b93505b50612d58565b509392505050565b6001600160a01b038281165f8181526003602052604080822080548686166001600160a01b0319821681179092559151919094169392849290917f3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f9190a461120d8183612e48866001600160a01b03165f908152600a60209081526040808320548352600b90915290205463ffffffff600160b81b9091041690565b61331c565b5f612e5860056127ff565b6001600160d01b0316905090565b60605f612e7283613471565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015612efb57507f000000000000000000000000000000000000000000000000000000000000000046145b15612f2557507f000000000000000000000000000000000000000000000000000000000000000090565b612737604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561300557505f9150600390508261308a565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613056573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661308157505f92506001915082905061308a565b92505f91508190505b9450945094915050565b5f8260038111156130a7576130a76136c5565b036130b0575050565b60018260038111156130c4576130c46136c5565b036130fb576040517ff645eedf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600282600381111561310f5761310f6136c5565b03613149576040517ffce698f700000000000000000000000000000000000000000000000000000000815260048101829052602401610a83565b600382600381111561315d5761315d6136c5565b03610b6b576040517fd78bce0c00000000000000000000000000000000000000000000000000000000815260048101829052602401610a83565b5f81815b848110156131cf576131c5828787848181106131b9576131b9614032565b905060200201356134b1565b915060010161319b565b50949350505050565b5f8080604184900361320c578435602086013560408701355f1a6131fe89828585612fcc565b955095509550505050613216565b505f915060029050825b93509350939050565b604080517f1626ba7e00000000000000000000000000000000000000000000000000000000808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f611c65828461415f565b5f6001600160d01b03821115612bed576040516306dfcc6560e41b815260d0600482015260248101839052604401610a83565b5f80613304426132fc6132f2886127ff565b868863ffffffff16565b8791906134dd565b915091505b935093915050565b5f611c65828461417e565b816001600160a01b0316836001600160a01b03161415801561333d57505f81115b1561120d576001600160a01b038316156133df576001600160a01b0383165f908152600460205260408120819061337a90613311612b60866132ad565b6001600160d01b031691506001600160d01b03169150846001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a72483836040516133d4929190918252602082015260400190565b60405180910390a250505b6001600160a01b0382161561120d576001600160a01b0382165f9081526004602052604081208190613417906132a2612b60866132ad565b6001600160d01b031691506001600160d01b03169150836001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a7248383604051611ad2929190918252602082015260400190565b5f60ff8216601f811115610c86576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f8183106134cb575f828152602084905260409020611c65565b5f838152602083905260409020611c65565b5f8061330485858582545f90819080156135fd575f6135018761203760018561405a565b805490915065ffffffffffff80821691660100000000000090046001600160d01b0316908816821115613560576040517f2520601d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361359c57825465ffffffffffff1666010000000000006001600160d01b038916021783556135ef565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b945085935061330992505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a8152918220955192519093166601000000000000029190931617920191909155905081613309565b6040518060c001604052806006906020820280368337509192915050565b60c0810181835f5b60068110156136a557815163ffffffff16835260209283019290910190600101613680565b50505092915050565b5f602082840312156136be575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b600581106136f557634e487b7160e01b5f52602160045260245ffd5b9052565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081526137416020820183516001600160a01b03169052565b5f6020830151613757604084018261ffff169052565b50604083015161376a60608401826136d9565b50606083015163ffffffff8116608084015250608083015164ffffffffff811660a08401525060a08301516001600160a01b03811660c08401525060c083015160e083015260e08301516101206101008401526137cb6101408401826136f9565b9050610100840151601f19848303016101208501526137ea82826136f9565b95945050505050565b80356001600160a01b038116811461101a575f5ffd5b5f5f83601f840112613819575f5ffd5b50813567ffffffffffffffff811115613830575f5ffd5b602083019150836020828501011115613847575f5ffd5b9250929050565b5f5f5f5f5f5f60808789031215613863575f5ffd5b86359550613873602088016137f3565b9450604087013567ffffffffffffffff81111561388e575f5ffd5b61389a89828a01613809565b909550935050606087013567ffffffffffffffff8111156138b9575f5ffd5b6138c589828a01613809565b979a9699509497509295939492505050565b803561ffff8116811461101a575f5ffd5b5f5f604083850312156138f9575f5ffd5b82359150613909602084016138d7565b90509250929050565b5f5f5f5f5f5f60808789031215613927575f5ffd5b8635955060208701359450604087013567ffffffffffffffff81111561388e575f5ffd5b5f5f6040838503121561395c575f5ffd5b613965836137f3565b946020939093013593505050565b5f5f5f60408486031215613985575f5ffd5b83359250602084013567ffffffffffffffff8111156139a2575f5ffd5b6139ae86828701613809565b9497909650939450505050565b5f602082840312156139cb575f5ffd5b611c65826137f3565b602081525f611c6560208301846136f9565b5f60e082840312156139f6575f5ffd5b50919050565b5f5f5f60408486031215613a0e575f5ffd5b833567ffffffffffffffff811115613a24575f5ffd5b613a30868287016139e6565b935050602084013567ffffffffffffffff8111156139a2575f5ffd5b5f60208284031215613a5c575f5ffd5b813567ffffffffffffffff811115613a72575f5ffd5b6128a6848285016139e6565b803560ff8116811461101a575f5ffd5b5f5f60408385031215613a9f575f5ffd5b613aa883613a7e565b9150602083013563ffffffff81168114613ac0575f5ffd5b809150509250929050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f613b0560e08301896136f9565b8281036040840152613b1781896136f9565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613b6c578351835260209384019390920191600101613b4e565b50909b9a5050505050505050505050565b5f5f60408385031215613b8e575f5ffd5b50508035926020909101359150565b602080825282518282018190525f918401906040840190835b81811015613bd4578351835260209384019390920191600101613bb6565b509095945050505050565b5f5f5f5f5f5f60c08789031215613bf4575f5ffd5b613bfd876137f3565b95506020870135945060408701359350613c1960608801613a7e565b9598949750929560808101359460a0909101359350915050565b5f5f60408385031215613c44575f5ffd5b82359150613909602084016137f3565b5f5f5f5f5f5f60808789031215613c69575f5ffd5b86359550602087013567ffffffffffffffff811115613c86575f5ffd5b613c9289828a01613809565b9096509450613ca59050604088016137f3565b9250606087013567ffffffffffffffff8111156138b9575f5ffd5b5f5f5f5f5f60608688031215613cd4575f5ffd5b853567ffffffffffffffff811115613cea575f5ffd5b613cf6888289016139e6565b955050602086013567ffffffffffffffff811115613d12575f5ffd5b8601601f81018813613d22575f5ffd5b803567ffffffffffffffff811115613d38575f5ffd5b8860208260051b8401011115613d4c575f5ffd5b60209190910194509250604086013567ffffffffffffffff811115613d6f575f5ffd5b613d7b88828901613809565b969995985093965092949392505050565b600181811c90821680613da057607f821691505b6020821081036139f657634e487b7160e01b5f52602260045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b601f82111561120d578282111561120d57805f5260205f20601f840160051c6020851015613dfd57505f5b90810190601f840160051c035f5b81811015613e20575f83820155600101613e0b565b505050505050565b67ffffffffffffffff831115613e4057613e40613dbe565b613e5483613e4e8354613d8c565b83613dd2565b5f601f841160018114613e85575f8515613e6e5750838201355b5f19600387901b1c1916600186901b178355611adb565b5f83815260208120601f198716915b82811015613eb45786850135825560209485019460019092019101613e94565b5086821015613ed0575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b838152604060208201525f6137ea604083018486613ee2565b82815260408101611c6560208301846136d9565b5f5f8335601e19843603018112613f4c575f5ffd5b830160208101925035905067ffffffffffffffff811115613f6b575f5ffd5b803603821315613847575f5ffd5b60208082528235828201528201356040808301919091525f90613f9e90840184613f37565b60e06060850152613fb461010085018284613ee2565b91505061ffff613fc6606086016138d7565b1660808401526001600160a01b03613fe0608086016137f3565b1660a0840152613ff360a0850185613f37565b848303601f190160c086015261400a838284613ee2565b925050506001600160a01b0361402260c086016137f3565b1660e08401528091505092915050565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b81810381811115610c8657610c86614046565b80820180821115610c8657610c86614046565b604081525f614093604083018587613ee2565b90506001600160a01b0383166020830152949350505050565b5f600182016140bd576140bd614046565b5060010190565b63ffffffff8281168282160390811115610c8657610c86614046565b818382375f9101908152919050565b5f602082840312156140ff575f5ffd5b611c65826138d7565b5f5f8335601e1984360301811261411d575f5ffd5b83018035915067ffffffffffffffff821115614137575f5ffd5b602001915036819003821315613847575f5ffd5b634e487b7160e01b5f52601260045260245ffd5b6001600160d01b038181168382160190811115610c8657610c86614046565b6001600160d01b038281168282160390811115610c8657610c8661404656' as const;

/** SHA-256 of the source. */
export const memberRegistrySourceHash = 'e9a6b9b1bae8ab3f5c0ed7c53ff3a17d7bd00738c6900473f2e3c0d049a60421';
