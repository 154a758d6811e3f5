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
  '0x6101e0604052348015610010575f5ffd5b5060405161472638038061472683398101604081905261002f916101c2565b6040518060400160405280601081526020016f5869616e67797520616c6c69616e636560801b815250604051806040016040528060018152602001603160f81b8152506100818261015060201b60201c565b6101205261008e81610150565b61014052815160208084019190912060e052815190820120610100524660a05261011a60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05233610160526101808490526101a08390526101c0829052600d6101468282610261565b50505050506102fd565b5f5f829050601f81511115610183578260405163305a27a960e01b815260040161017a91906102a2565b60405180910390fd5b805161018e826102d7565b179392505050565b634e487b7160e01b5f52604160045260245ffd5b805163ffffffff811681146101bd575f5ffd5b919050565b5f5f5f5f61012085870312156101d6575f5ffd5b84516020860151604087015191955093509150607f850186136101f7575f5ffd5b60405160c081016001600160401b038111828210171561021957610219610196565b6040528061012087018881111561022e575f5ffd5b606088015b8181101561025257610244816101aa565b835260209283019201610233565b50959894975092955093505050565b815f805b600681101561029a57825160209093019263ffffffff600583901b81811b1994909416911690921b9190911790600101610265565b509091555050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156102f7575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516143476103df5f395f81816103f3015281816105fe01528181611a3301528181611a6b01528181611ad60152611b1901525f818161064f01526118d901525f8181610628015281816119c50152611a9401525f818161033401528181610a4501528181611033015281816110cc01528181611226015281816113df015281816114ef015261177b01525f6128d801525f6128ad01525f61311f01525f6130f701525f61305201525f61307c01525f6130a601526143475ff3fe608060405234801561000f575f5ffd5b50600436106102cd575f3560e01c80637ecebe001161017c578063aab6a199116100dd578063c3cda52011610093578063ec7886fe1161006e578063ec7886fe146106dd578063ece0ff94146106fc578063f17c306f1461070f575f5ffd5b8063c3cda520146106a4578063da3f7ca9146106b7578063df4b8e09146106ca575f5ffd5b8063af75f190116100c3578063af75f1901461064a578063b1c4235d14610671578063bee2cc5514610684575f5ffd5b8063aab6a199146105f9578063acb56fa214610623575f5ffd5b80638e539e8c116101325780639a308dcc116101185780639a308dcc146105ab5780639ab24eb0146105b45780639e38d8a0146105c7575f5ffd5b80638e539e8c1461057957806391ddadf41461058c575f5ffd5b806384580bad1161016257806384580bad1461053857806384b0196e1461054b57806389099a6314610566575f5ffd5b80637ecebe00146104fd578063829fec4814610525575f5ffd5b80633a46b1a8116102315780634bf5d7e9116101e75780636bc31fd3116101c25780636bc31fd3146104c45780636c80dc6d146104d75780637b734319146104ea575f5ffd5b80634bf5d7e914610447578063587cde1e146104865780635c19a95c146104b1575f5ffd5b8063411b007e11610217578063411b007e146103ee5780634789e0bb1461041557806347bf49ef14610428575f5ffd5b80633a46b1a8146103d357806340d9b7de146103e6575f5ffd5b806312f1451e11610286578063290212051161026c57806329021205146103985780632b3ba921146103ad57806330275e4c146103c0575f5ffd5b806312f1451e1461035e578063283054d614610378575f5ffd5b80630b61a887116102b65780630b61a887146103065780630c340a241461032f57806311aee38014610356575f5ffd5b8063045b8177146102d157806305762e48146102ef575b5f5ffd5b6102d9610722565b6040516102e69190613822565b60405180910390f35b6102f860075481565b6040519081526020016102e6565b610317610314366004613858565b90565b6040516001600160a01b0390911681526020016102e6565b6103177f000000000000000000000000000000000000000000000000000000000000000081565b600c546102f8565b610366600681565b60405160ff90911681526020016102e6565b61038b610386366004613858565b610787565b6040516102e691906138d1565b6103ab6103a63660046139f8565b6109c6565b005b6103ab6103bb366004613a92565b610a3a565b6103ab6103ce366004613abc565b610b78565b6102f86103e1366004613af5565b610c59565b6102f8606481565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab610423366004613b1d565b610c95565b6102f8610436366004613b65565b600a6020525f908152604090205481565b604080518082018252600e81527f6d6f64653d74696d657374616d70000000000000000000000000000000000000602082015290516102e69190613b7e565b610317610494366004613b65565b6001600160a01b039081165f908152600360205260409020541690565b6103ab6104bf366004613b65565b610d17565b6103ab6104d2366004613ba6565b610d22565b6103176104e5366004613b65565b610ef4565b6103ab6104f8366004613858565b611028565b6102f861050b366004613b65565b6001600160a01b03165f9081526002602052604090205490565b6103ab610533366004613bf6565b6110c1565b6103ab610546366004613c38565b61121b565b610553611376565b6040516102e69796959493929190613c75565b6103ab610574366004613858565b6113d4565b6102f8610587366004613858565b611477565b61059461149b565b60405165ffffffffffff90911681526020016102e6565b6102f860065481565b6102f86105c2366004613b65565b6114c4565b6105e96105d5366004613858565b60086020525f908152604090205460ff1681565b60405190151581526020016102e6565b6006547f0000000000000000000000000000000000000000000000000000000000000000146105e9565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6102f87f000000000000000000000000000000000000000000000000000000000000000081565b6103ab61067f366004613858565b6114e4565b610697610692366004613d27565b61157e565b6040516102e69190613d47565b6103ab6106b2366004613d89565b611652565b6103ab6106c5366004613858565b611727565b6103ab6106d8366004613ddd565b611770565b6102f86106eb366004613b65565b60096020525f908152604090205481565b6103ab61070a366004613dfe565b6117dd565b6103ab61071d366004613e6a565b6118d2565b61072a613804565b6040805160c081019182905290600d90600690825f855b82829054906101000a900463ffffffff1663ffffffff16815260200190600401906020826003010492830192600103820291508084116107415790505050505050905090565b6107e760408051610120810182525f80825260208201819052909182019081526020015f63ffffffff1681526020015f64ffffffffff1681526020015f6001600160a01b031681526020015f815260200160608152602001606081525090565b5f828152600b602090815260409182902082516101208101845281546001600160a01b0381168252600160a01b810461ffff169382019390935292909190830190600160b01b900460ff1660048111156108435761084361386f565b60048111156108545761085461386f565b81528154600160b81b810463ffffffff166020830152600160d81b900464ffffffffff16604082015260018201546001600160a01b031660608201526002820154608082015260038201805460a0909201916108af90613f36565b80601f01602080910402602001604051908101604052809291908181526020018280546108db90613f36565b80156109265780601f106108fd57610100808354040283529160200191610926565b820191905f5260205f20905b81548152906001019060200180831161090957829003601f168201915b5050505050815260200160048201805461093f90613f36565b80601f016020809104026020016040519081016040528092919081815260200182805461096b90613f36565b80156109b65780601f1061098d576101008083540402835291602001916109b6565b820191905f5260205f20905b81548152906001019060200180831161099957829003601f168201915b5050505050815250509050919050565b6109ce611b14565b5f6109d887611b7a565b90505f610a0b8888610a06856001600160a01b03165f90815260026020526040902080546001810190915590565b611c33565b9050610a1982828888611c9e565b610a2587828686611c9e565b610a3088885f611cf5565b5050505050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168114610a955760405163ad0550d560e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b50610a9f82611b7a565b505f8161ffff16118015610ab75750604061ffff8216105b8290610ad95760405163502cc3db60e11b8152600401610a8c91815260200190565b505f828152600b6020908152604091829020805461ffff60a01b1916600160a01b61ffff861690810291909117909155915191825283917f8eca642b051350f4c06be718ceb4b1bb21d9682ef9aaa080b595f316dcedb80a910160405180910390a260025f838152600b6020526040902054600160b01b900460ff166004811115610b6657610b6661386f565b03610b7457610b7482611e2c565b5050565b610b80611b14565b5f610b8a87611b7a565b905086610100851115610bb35760405163502cc3db60e11b8152600401610a8c91815260200190565b50610bf181610bea89898989610be5886001600160a01b03165f90815260026020526040902080546001810190915590565b611f7e565b8585611c9e565b5f878152600b6020526040902060028101879055600301610c13858783613fd2565b50867f1a3e0dc11f91bc6295eb516de6959e3a920db64083ae10a6cc01c106603f060c878787604051610c48939291906140b4565b60405180910390a250505050505050565b5f610c83610c6683612003565b6001600160a01b0385165f9081526004602052604090209061206a565b6001600160d01b031690505b92915050565b610c9d611b14565b5f610ca784611b7a565b9050610cdc81610bea86610cd7856001600160a01b03165f90815260026020526040902080546001810190915590565b61211d565b610ce7846004612178565b60405184907f5a46e4fa3f2ad342e2e6f7abb4d9c0ca74c93ca317fabf0866ac4f2bc72722e9905f90a250505050565b33610b748183612195565b610d2a611b14565b82355f908152600b602052604090208054600160b01b900460ff166002816004811115610d5957610d5961386f565b14158015610d7957506003816004811115610d7657610d7661386f565b14155b8535908290610d9d5760405163276065d160e21b8152600401610a8c9291906140cd565b5050610da88561221e565b5f610db2866122f2565b5f81815260086020526040902054909150819060ff1615610e02576040517f3c547cb4000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b50610e1d8635610e1860a0890160808a01613b65565b612321565b610e75610e3060a0880160808901613b65565b610e6e88610e69610e4760a0830160808401613b65565b6001600160a01b03165f90815260026020526040902080546001810190915590565b612454565b8787611c9e565b5f818152600860205260408120805460ff19166001179055826004811115610e9f57610e9f61386f565b03610eb057610eb086356001612550565b80865f01357f53b7c1276fd8eb8df24ab244cf0705ea5de1bfabbde4b1bfe543542619b0dc8788604051610ee49190614123565b60405180910390a3505050505050565b5f610efd611b14565b6001600160a01b0382165f908152600960205260409020548281610f59576040517f2400d0dc0000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a8c565b505f818152600b602052604090208054829085906001600160a01b03808316911614610fc3576040517fedf4ef2100000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b03166024820152604401610a8c565b50600290508154600160b01b900460ff166004811115610fe557610fe561386f565b82548492600160b01b90910460ff1691146110155760405163276065d160e21b8152600401610a8c9291906140cd565b505061101e8290565b925050505b919050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461107e5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b5061108881611b7a565b50611094816004612178565b60405181907f4afc3eb7d5d1880fae4691a025445ff2d5a849c15ae9328a99dd1583ea1bca33905f90a250565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146111175760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b505f611122826122f2565b5f81815260086020526040902054909150819060ff16611171576040517f6daa6151000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b5081355f908152600b6020526040902054600160b01b900460ff1660018160048111156111a0576111a061386f565b14806111bd575060048160048111156111bb576111bb61386f565b145b83359082906111e15760405163276065d160e21b8152600401610a8c9291906140cd565b50505f828152600860205260409020805460ff1916905561120d8335610e1860a0860160808701613b65565b611216836125e0565b505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146112715760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b5081600660ff8216106112b6576040517fdfc0338700000000000000000000000000000000000000000000000000000000815260ff9091166004820152602401610a8c565b5060ff82167fa3495b94b8e5370920c2ce0f25df4cf215ac300e157da98dbd6123bfe22edc3e600d82600681106112ef576112ef6141dc565b6008810491909101546040805160079093166004026101000a90910463ffffffff9081168352851660208301520160405180910390a280600d8360ff166006811061133c5761133c6141dc565b600891828204019190066004026101000a81548163ffffffff021916908363ffffffff1602179055505f600781905550610b7460646127f9565b5f6060805f5f5f60606113876128a6565b61138f6128d1565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461142a5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b506114368160036128fc565b611441816002612550565b61144a81611e2c565b60405181907f16f9f571b6be3a34292fb5636acb28d05f60b69293a0737c7b3f1461518343de905f90a250565b5f61148c61148483612003565b60059061206a565b6001600160d01b031692915050565b600e545f9065ffffffffffff1642116114bd5750600e5465ffffffffffff1690565b425b905090565b6001600160a01b0381165f90815260046020526040812061148c90612994565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016811461153a5760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b506115468160026128fc565b611551816003612178565b60405181907f5cc1ddb624837dd7db35ce0d5c9a7f3596ffe54b069c67fea6d9e39de2bcab78905f90a250565b600c546060905f908410611592575f6115a0565b600c546115a0908590614204565b90508083106115af57806115b1565b825b67ffffffffffffffff8111156115c9576115c9613f68565b6040519080825280602002602001820160405280156115f2578160200160208202803683370190505b5091505f5b825181101561164a57600c61160c8287614217565b8154811061161c5761161c6141dc565b905f5260205f200154838281518110611637576116376141dc565b60209081029190910101526001016115f7565b505092915050565b8342111561168f576040517f4683af0e00000000000000000000000000000000000000000000000000000000815260048101859052602401610a8c565b604080517fe48329057bfd03d55e49b547132e39cffd9c1820ad7b9d4c5307691425d15adf60208201526001600160a01b0388169181019190915260608101869052608081018590525f90611708906117009060a001604051602081830303815290604052805190602001206129ce565b858585612a15565b90506117148187612a43565b61171e8188612195565b50505050505050565b600c5460075410611764576040517fd80bd74900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61176d816127f9565b50565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001681146117c65760405163ad0550d560e01b81526001600160a01b039091166004820152602401610a8c565b506117d082611b7a565b50610b7482826001611cf5565b6117e5611b14565b5f6117ef87611b7a565b90508415806117fe5750604085145b87906118205760405163502cc3db60e11b8152600401610a8c91815260200190565b5061185781610bea89898989611852886001600160a01b03165f90815260026020526040902080546001810190915590565b612aae565b5f878152600b60205260409020600401611872868883613fd2565b505f878152600b60205260409081902060010180546001600160a01b0319166001600160a01b0387161790555187907faf9d32d3de27f8536951827549233d0d644542ba20dfe5a09ad18ba4eafb866690610c489089908990899061422a565b61190684847f000000000000000000000000000000000000000000000000000000000000000061190189612b1f565b612b3b565b853590611942576040517fe90499e4000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b505f85355f908152600b6020526040902054600160b01b900460ff16600481111561196f5761196f61386f565b863591146119ac576040517fea3cca5e000000000000000000000000000000000000000000000000000000008152600401610a8c91815260200190565b506119f26119c060a0870160808801613b65565b6119eb7f00000000000000000000000000000000000000000000000000000000000000008835612b52565b8484611c9e565b845f01357f01c7bdf7cba9a0f5b6955ec8cac00c043a9e2c983e9e4b26fc1ad31ce556b6a260065f8154611a2590614256565b9182905550604080519182527f000000000000000000000000000000000000000000000000000000000000000060208301520160405180910390a2611a69856125e0565b7f000000000000000000000000000000000000000000000000000000000000000060065403611b0d577f00000000000000000000000000000000000000000000000000000000000000007fccff8632a0d3fec904aacad1a325da9400cc7ce560307c879485afa10b3aa2617f0000000000000000000000000000000000000000000000000000000000000000604051611b0491815260200190565b60405180910390a25b5050505050565b6006547f0000000000000000000000000000000000000000000000000000000000000000818114610b74576040517f7adc65bf00000000000000000000000000000000000000000000000000000000815260048101929092526024820152604401610a8c565b5f818152600b602052604081208054600160b01b900460ff1682816004811115611ba657611ba661386f565b14158490611bca57604051633c9ce87f60e21b8152600401610a8c91815260200190565b506002816004811115611bdf57611bdf61386f565b1480611bfc57506003816004811115611bfa57611bfa61386f565b145b84829091611c1f5760405163276065d160e21b8152600401610a8c9291906140cd565b505090546001600160a01b03169392505050565b604080517fc837b05524309f03dc0cc619ba55b03b022a2489c963c254421804fd2451b9f960208201529081018490526001600160a01b0383166060820152608081018290525f9060a0016040516020818303038152906040528051906020012090505b9392505050565b611cb284611cab856129ce565b8484612b93565b8490611b0d576040517e414a420000000000000000000000000000000000000000000000000000000081526001600160a01b039091166004820152602401610a8c565b6001600160a01b03821615801590611d2257506001600160a01b0382165f90815260096020526040902054155b8290611d4d57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b506001600160a01b0382165f908152600a6020526040902054611d71908490612c05565b8290611d9c57604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b505f838152600b602090815260409182902054915183151581526001600160a01b0385811693169186917f592dd90a7bd10af28a9a7946497bad6b3c87eb0c1b8981419971df76fc3621cb910160405180910390a4506001600160a01b03165f818152600960209081526040808320859055938252600b90529190912080546001600160a01b0319169091179055565b5f818152600b6020526040812080549091600160b81b820463ffffffff1691600290600160b01b900460ff166004811115611e6957611e6961386f565b14611e74575f611e8a565b8254611e8a90600160a01b900461ffff16612c13565b90508163ffffffff168163ffffffff1603611ea55750505050565b82547fffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffff16600160b81b63ffffffff83160217835583611ee261149b565b600e805465ffffffffffff191665ffffffffffff9290921691909117905563ffffffff8381169083161115611f3057611f2b5f82611f20868661426e565b63ffffffff16612ce4565b611f3f565b611f3f815f611f20858761426e565b6040805163ffffffff80861682528416602082015286917ffdde4cd63b865621329075063a0930f73c4ea34568b130c4f0b3872559d9160f9101611b04565b5f7f804067091acf5f87ce363edca6fbd8b4944ab33710b93483fa02f67344c85ed086868686604051611fb292919061428a565b6040805191829003822060208301959095528101929092526060820152608081019190915260a0810183905260c0015b60405160208183030381529060405280519060200120905095945050505050565b5f5f61200d61149b565b90508065ffffffffffff168310612061576040517fecd3f81e0000000000000000000000000000000000000000000000000000000081526004810184905265ffffffffffff82166024820152604401610a8c565b611c9783612d5e565b81545f90818160058111156120c6575f61208384612d94565b61208d9085614204565b5f8881526020902090915081015465ffffffffffff90811690871610156120b6578091506120c4565b6120c1816001614217565b92505b505b5f6120d387878585612ef9565b90508015612110576120f7876120ea600184614204565b5f91825260209091200190565b54660100000000000090046001600160d01b0316612112565b5f5b979650505050505050565b604080517f97b0eb11f04712296be17a2b9bc845526590f8ef0f407c74df1b98f597dad6096020820152908101839052606081018290525f906080015b60405160208183030381529060405280519060200120905092915050565b6121828282612550565b61218b82611e2c565b610b748283612f4f565b5f61219f83610ef4565b6001600160a01b0383165f908152600a602052604090205490915080806121dc57604051633c9ce87f60e21b8152600401610a8c91815260200190565b506121e88160026128fc565b6121f061149b565b600e805465ffffffffffff191665ffffffffffff929092169190911790556122188284612f4f565b50505050565b80351580159061224057505f61223a6080830160608401614299565b61ffff16115b801561225f575060406122596080830160608401614299565b61ffff16105b801561228357505f61227760a0830160808401613b65565b6001600160a01b031614155b801561229f575061010061229a60408301836142b2565b905011155b80156122cf57506122b360a08201826142b2565b159050806122cf57506122c960a08201826142b2565b90506040145b813590610b745760405163502cc3db60e11b8152600401610a8c91815260200190565b5f816040516020016123049190614123565b604051602081830303815290604052805190602001209050919050565b6001600160a01b0381165f908152600960205260409020548015806123685750828114801561236857505f838152600b60205260409020546001600160a01b038381169116145b829061239357604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b506001600160a01b0382165f908152600a60205260409020546123b7908490612c05565b82906123e257604051630be5f12560e31b81526001600160a01b039091166004820152602401610a8c565b506001600160a01b0383165f908152600a60205260409020548390612408908290612c05565b801561243257506001600160a01b0381165f90815260096020526040902054612432908590612c05565b8490611b0d5760405163502cc3db60e11b8152600401610a8c91815260200190565b5f7f65da46cecdbf7e2fa7088c233f975dcc9e3bfad50f1da598f502e1bb317a60208335602085013561248a60408701876142b2565b60405161249892919061428a565b6040519081900390206124b16080880160608901614299565b6124c160a0890160808a01613b65565b6124ce60a08a018a6142b2565b6040516124dc92919061428a565b6040519081900390206124f560e08b0160c08c01613b65565b6040805160208101999099528801969096526060870194909452608086019290925261ffff1660a08501526001600160a01b0390811660c085015260e08401919091521661010082015261012081018390526101400161215a565b5f828152600b6020526040902080548291907fffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffff16600160b01b83600481111561259b5761259b61386f565b0217905550505f908152600b6020526040902080547affffffffffffffffffffffffffffffffffffffffffffffffffffff16600160d81b4264ffffffffff1602179055565b6125e98161221e565b80355f818152600b602090815260408083206001600160a01b0385168452600a90925290912054829190612684576001600160a01b0382165f908152600a60205260409020839055600c546007540361264f5760075f815461264a90614256565b909155505b600c80546001810182555f919091527fdf6966c971051c3d54ec59162606531493a51404a002842f56009d7e5cf4a8c7018390555b61269883610e1860a0870160808801613b65565b8260095f6126ac60a0880160808901613b65565b6001600160a01b0316815260208101919091526040015f20556126d560a0850160808601613b65565b81546001600160a01b0319166001600160a01b03919091161781556127006080850160608601614299565b815461ffff91909116600160a01b0261ffff60a01b1990911617815561272c60e0850160c08601613b65565b6001820180546001600160a01b0319166001600160a01b03929092169190911790556020840135600282015561276560408501856142b2565b6003830191612775919083613fd2565b5061278360a08501856142b2565b6004830191612793919083613fd2565b5061279f836002612550565b6127a98283612f4f565b6127b283611e2c565b6127bb846122f2565b837f18be73bb1193013f4fa7064bd0d3cfa2cffeb71bb91bc579d8556838a5851365866040516127eb9190614123565b60405180910390a350505050565b600754600c545f9061280c908390614204565b90505f81841061281c578161281e565b835b6128289084614217565b60078190559050825b818110156128655761285d600c828154811061284f5761284f6141dc565b905f5260205f200154611e2c565b600101612831565b505f61286f612ff0565b11612218576040517f8edbfeeb00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60606114bf7f0000000000000000000000000000000000000000000000000000000000000000613009565b60606114bf7f0000000000000000000000000000000000000000000000000000000000000000613009565b5f828152600b6020526040812054600160b01b900460ff16908160048111156129275761292761386f565b1415839061294b57604051633c9ce87f60e21b8152600401610a8c91815260200190565b5081600481111561295e5761295e61386f565b8160048111156129705761297061386f565b1483829091611b0d5760405163276065d160e21b8152600401610a8c9291906140cd565b80545f9080156129c6576129ad836120ea600184614204565b54660100000000000090046001600160d01b0316611c97565b5f9392505050565b5f610c8f6129da613046565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f5f5f5f612a258888888861316f565b925092509250612a358282613237565b50909150505b949350505050565b6001600160a01b0382165f908152600260205260409020805460018101909155818114611216576040517f752d88c00000000000000000000000000000000000000000000000000000000081526001600160a01b038416600482015260248101829052604401610a8c565b5f7f5d2e058362abe40985de61000e1e023df19cf3f4dc328dc3e48f3f54b32f0d04868686604051612ae192919061428a565b60408051918290038220602083019490945281019190915260608101919091526001600160a01b038416608082015260a0810183905260c001611fe2565b5f612b29826122f2565b60405160200161230491815260200190565b5f82612b4886868561333a565b1495945050505050565b604080517f3a058ec3503ebf5f51a6246e4f2fe3162d770ba338fc9f3328a55b365c66a9dc6020820152908101839052606081018290525f9060800161215a565b5f846001600160a01b03163b5f03612bf2575f5f612bb286868661337b565b5090925090505f816003811115612bcb57612bcb61386f565b148015612be95750866001600160a01b0316826001600160a01b0316145b92505050612a3b565b612bfe858585856133c2565b9050612a3b565b5f811580611c975750501490565b6040805160c08101918290525f91829190600d906006908285855b82829054906101000a900463ffffffff1663ffffffff1681526020019060040190602082600301049283019260010382029150808411612c2e57509495505f9450505050505b6006811015612cdd576001811b841661ffff1615801590612cb657508263ffffffff16828260068110612ca957612ca96141dc565b602002015163ffffffff16115b15612cd557818160068110612ccd57612ccd6141dc565b602002015192505b600101612c74565b5050919050565b6001600160a01b038316612d0b57612d086005613445612d0384613450565b613483565b50505b6001600160a01b038216612d2d57612d2a60056134bb612d0384613450565b50505b6001600160a01b038381165f90815260036020526040808220548584168352912054611216929182169116836134c6565b5f65ffffffffffff821115612d90576040516306dfcc6560e41b81526030600482015260248101839052604401610a8c565b5090565b5f60018211612da1575090565b8160017001000000000000000000000000000000008210612dc75760809190911c9060401b5b680100000000000000008210612de25760409190911c9060201b5b6401000000008210612df95760209190911c9060101b5b620100008210612e0e5760109190911c9060081b5b6101008210612e225760089190911c9060041b5b60108210612e355760049190911c9060021b5b60048210612e415760011b5b600302600190811c90818581612e5957612e596142f5565b048201901c90506001818581612e7157612e716142f5565b048201901c90506001818581612e8957612e896142f5565b048201901c90506001818581612ea157612ea16142f5565b048201901c90506001818581612eb957612eb96142f5565b048201901c90506001818581612ed157612ed16142f5565b048201901c9050612ef0818581612eea57612eea6142f5565b04821190565b90039392505050565b5f5b81831015612f47575f85815260209020838316600285851804019081015465ffffffffffff86811691161115612f3357809250612f41565b612f3e816001614217565b93505b50612efb565b509392505050565b6001600160a01b038281165f8181526003602052604080822080548686166001600160a01b0319821681179092559151919094169392849290917f3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f9190a46112168183612feb866001600160a01b03165f908152600a60209081526040808320548352600b90915290205463ffffffff600160b81b9091041690565b6134c6565b5f612ffb6005612994565b6001600160d01b0316905090565b60605f6130158361361b565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561309e57507f000000000000000000000000000000000000000000000000000000000000000046145b156130c857507f000000000000000000000000000000000000000000000000000000000000000090565b6114bf604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156131a857505f9150600390508261322d565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156131f9573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661322457505f92506001915082905061322d565b92505f91508190505b9450945094915050565b5f82600381111561324a5761324a61386f565b03613253575050565b60018260038111156132675761326761386f565b0361329e576040517ff645eedf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60028260038111156132b2576132b261386f565b036132ec576040517ffce698f700000000000000000000000000000000000000000000000000000000815260048101829052602401610a8c565b60038260038111156133005761330061386f565b03610b74576040517fd78bce0c00000000000000000000000000000000000000000000000000000000815260048101829052602401610a8c565b5f81815b84811015613372576133688287878481811061335c5761335c6141dc565b9050602002013561365b565b915060010161333e565b50949350505050565b5f808060418490036133af578435602086013560408701355f1a6133a18982858561316f565b9550955095505050506133b9565b505f915060029050825b93509350939050565b604080517f1626ba7e00000000000000000000000000000000000000000000000000000000808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f611c978284614309565b5f6001600160d01b03821115612d90576040516306dfcc6560e41b815260d0600482015260248101839052604401610a8c565b5f5f6134ae61349061149b565b6134a661349c88612994565b868863ffffffff16565b879190613687565b915091505b935093915050565b5f611c978284614328565b816001600160a01b0316836001600160a01b0316141580156134e757505f81115b15611216576001600160a01b03831615613589576001600160a01b0383165f9081526004602052604081208190613524906134bb612d0386613450565b6001600160d01b031691506001600160d01b03169150846001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724838360405161357e929190918252602082015260400190565b60405180910390a250505b6001600160a01b03821615611216576001600160a01b0382165f90815260046020526040812081906135c190613445612d0386613450565b6001600160d01b031691506001600160d01b03169150836001600160a01b03167fdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a7248383604051611b04929190918252602082015260400190565b5f60ff8216601f811115610c8f576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f818310613675575f828152602084905260409020611c97565b5f838152602083905260409020611c97565b5f806134ae85858582545f90819080156137a7575f6136ab876120ea600185614204565b805490915065ffffffffffff80821691660100000000000090046001600160d01b031690881682111561370a576040517f2520601d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff160361374657825465ffffffffffff1666010000000000006001600160d01b03891602178355613799565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f815291909120945191519092166601000000000000029216919091179101555b94508593506134b392505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a81529182209551925190931666010000000000000291909316179201919091559050816134b3565b6040518060c001604052806006906020820280368337509192915050565b60c0810181835f5b600681101561384f57815163ffffffff1683526020928301929091019060010161382a565b50505092915050565b5f60208284031215613868575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b6005811061389f57634e487b7160e01b5f52602160045260245ffd5b9052565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081526138eb6020820183516001600160a01b03169052565b5f6020830151613901604084018261ffff169052565b5060408301516139146060840182613883565b50606083015163ffffffff8116608084015250608083015164ffffffffff811660a08401525060a08301516001600160a01b03811660c08401525060c083015160e083015260e08301516101206101008401526139756101408401826138a3565b9050610100840151601f198483030161012085015261399482826138a3565b95945050505050565b80356001600160a01b0381168114611023575f5ffd5b5f5f83601f8401126139c3575f5ffd5b50813567ffffffffffffffff8111156139da575f5ffd5b6020830191508360208285010111156139f1575f5ffd5b9250929050565b5f5f5f5f5f5f60808789031215613a0d575f5ffd5b86359550613a1d6020880161399d565b9450604087013567ffffffffffffffff811115613a38575f5ffd5b613a4489828a016139b3565b909550935050606087013567ffffffffffffffff811115613a63575f5ffd5b613a6f89828a016139b3565b979a9699509497509295939492505050565b803561ffff81168114611023575f5ffd5b5f5f60408385031215613aa3575f5ffd5b82359150613ab360208401613a81565b90509250929050565b5f5f5f5f5f5f60808789031215613ad1575f5ffd5b8635955060208701359450604087013567ffffffffffffffff811115613a38575f5ffd5b5f5f60408385031215613b06575f5ffd5b613b0f8361399d565b946020939093013593505050565b5f5f5f60408486031215613b2f575f5ffd5b83359250602084013567ffffffffffffffff811115613b4c575f5ffd5b613b58868287016139b3565b9497909650939450505050565b5f60208284031215613b75575f5ffd5b611c978261399d565b602081525f611c9760208301846138a3565b5f60e08284031215613ba0575f5ffd5b50919050565b5f5f5f60408486031215613bb8575f5ffd5b833567ffffffffffffffff811115613bce575f5ffd5b613bda86828701613b90565b935050602084013567ffffffffffffffff811115613b4c575f5ffd5b5f60208284031215613c06575f5ffd5b813567ffffffffffffffff811115613c1c575f5ffd5b612a3b84828501613b90565b803560ff81168114611023575f5ffd5b5f5f60408385031215613c49575f5ffd5b613c5283613c28565b9150602083013563ffffffff81168114613c6a575f5ffd5b809150509250929050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f613caf60e08301896138a3565b8281036040840152613cc181896138a3565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613d16578351835260209384019390920191600101613cf8565b50909b9a5050505050505050505050565b5f5f60408385031215613d38575f5ffd5b50508035926020909101359150565b602080825282518282018190525f918401906040840190835b81811015613d7e578351835260209384019390920191600101613d60565b509095945050505050565b5f5f5f5f5f5f60c08789031215613d9e575f5ffd5b613da78761399d565b95506020870135945060408701359350613dc360608801613c28565b9598949750929560808101359460a0909101359350915050565b5f5f60408385031215613dee575f5ffd5b82359150613ab36020840161399d565b5f5f5f5f5f5f60808789031215613e13575f5ffd5b86359550602087013567ffffffffffffffff811115613e30575f5ffd5b613e3c89828a016139b3565b9096509450613e4f90506040880161399d565b9250606087013567ffffffffffffffff811115613a63575f5ffd5b5f5f5f5f5f60608688031215613e7e575f5ffd5b853567ffffffffffffffff811115613e94575f5ffd5b613ea088828901613b90565b955050602086013567ffffffffffffffff811115613ebc575f5ffd5b8601601f81018813613ecc575f5ffd5b803567ffffffffffffffff811115613ee2575f5ffd5b8860208260051b8401011115613ef6575f5ffd5b60209190910194509250604086013567ffffffffffffffff811115613f19575f5ffd5b613f25888289016139b3565b969995985093965092949392505050565b600181811c90821680613f4a57607f821691505b602082108103613ba057634e487b7160e01b5f52602260045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b601f821115611216578282111561121657805f5260205f20601f840160051c6020851015613fa757505f5b90810190601f840160051c035f5b81811015613fca575f83820155600101613fb5565b505050505050565b67ffffffffffffffff831115613fea57613fea613f68565b613ffe83613ff88354613f36565b83613f7c565b5f601f84116001811461402f575f85156140185750838201355b5f19600387901b1c1916600186901b178355611b0d565b5f83815260208120601f198716915b8281101561405e578685013582556020948501946001909201910161403e565b508682101561407a575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b838152604060208201525f61399460408301848661408c565b82815260408101611c976020830184613883565b5f5f8335601e198436030181126140f6575f5ffd5b830160208101925035905067ffffffffffffffff811115614115575f5ffd5b8036038213156139f1575f5ffd5b60208082528235828201528201356040808301919091525f90614148908401846140e1565b60e0606085015261415e6101008501828461408c565b91505061ffff61417060608601613a81565b1660808401526001600160a01b0361418a6080860161399d565b1660a084015261419d60a08501856140e1565b848303601f190160c08601526141b483828461408c565b925050506001600160a01b036141cc60c0860161399d565b1660e08401528091505092915050565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b81810381811115610c8f57610c8f6141f0565b80820180821115610c8f57610c8f6141f0565b604081525f61423d60408301858761408c565b90506001600160a01b0383166020830152949350505050565b5f60018201614267576142676141f0565b5060010190565b63ffffffff8281168282160390811115610c8f57610c8f6141f0565b818382375f9101908152919050565b5f602082840312156142a9575f5ffd5b611c9782613a81565b5f5f8335601e198436030181126142c7575f5ffd5b83018035915067ffffffffffffffff8211156142e1575f5ffd5b6020019150368190038213156139f1575f5ffd5b634e487b7160e01b5f52601260045260245ffd5b6001600160d01b038181168382160190811115610c8f57610c8f6141f0565b6001600160d01b038281168282160390811115610c8f57610c8f6141f056' as const;

/** SHA-256 of the source. */
export const memberRegistrySourceHash = 'fca58bda927fc20da5c211e136f8705907d3610306886d7206979ec414427aa8';
