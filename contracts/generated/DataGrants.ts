// Generated from DataGrants.sol with solc 0.8.37+commit.f401782d.Emscripten.clang by contracts/build.ts; do not edit.

export const dataGrantsAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyIssued",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "enum DataGrants.Stage",
        "name": "stage",
        "type": "uint8"
      }
    ],
    "name": "GrantEnded",
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
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "NotHeld",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "PartiesWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint48",
        "name": "notBefore",
        "type": "uint48"
      },
      {
        "internalType": "uint48",
        "name": "notAfter",
        "type": "uint48"
      }
    ],
    "name": "PeriodWrong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "latest",
        "type": "uint64"
      }
    ],
    "name": "StaleSequence",
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
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      }
    ],
    "name": "UnknownGrant",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "recovered",
        "type": "address"
      }
    ],
    "name": "WrongSigner",
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
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "consumer",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "notBefore",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "notAfter",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "consumer",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "version",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "maxCount",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "arbiter",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "agreement",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataset",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "purpose",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "columns",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "policy",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct DataGrants.Terms",
        "name": "terms",
        "type": "tuple"
      }
    ],
    "name": "GrantIssued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "GrantRenounced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "GrantResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "GrantRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      }
    ],
    "name": "GrantSuspended",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "HELD_BY_ARBITER",
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
    "name": "HELD_BY_PROVIDER",
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
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      }
    ],
    "name": "grantOf",
    "outputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "notBefore",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "notAfter",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "consumer",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "version",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "maxCount",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "arbiter",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "agreement",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataset",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "purpose",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "columns",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "policy",
            "type": "bytes32"
          }
        ],
        "internalType": "struct DataGrants.Terms",
        "name": "terms",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum DataGrants.Stage",
            "name": "stage",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "holds",
            "type": "uint8"
          },
          {
            "internalType": "uint48",
            "name": "changedAt",
            "type": "uint48"
          }
        ],
        "internalType": "struct DataGrants.Standing",
        "name": "standing",
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
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "agreement",
        "type": "bytes32"
      }
    ],
    "name": "idOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      }
    ],
    "name": "isInForce",
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
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "notBefore",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "notAfter",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "consumer",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "version",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "maxCount",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "arbiter",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "agreement",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataset",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "purpose",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "columns",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "policy",
            "type": "bytes32"
          }
        ],
        "internalType": "struct DataGrants.Terms",
        "name": "terms",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "issue",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      }
    ],
    "name": "lookUp",
    "outputs": [
      {
        "components": [
          {
            "internalType": "enum DataGrants.Stage",
            "name": "stage",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "holds",
            "type": "uint8"
          },
          {
            "internalType": "uint48",
            "name": "changedAt",
            "type": "uint48"
          }
        ],
        "internalType": "struct DataGrants.Standing",
        "name": "standing",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "uint48",
            "name": "notBefore",
            "type": "uint48"
          },
          {
            "internalType": "uint48",
            "name": "notAfter",
            "type": "uint48"
          },
          {
            "internalType": "address",
            "name": "consumer",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "version",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "maxCount",
            "type": "uint64"
          },
          {
            "internalType": "address",
            "name": "arbiter",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "agreement",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataset",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "purpose",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "columns",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "policy",
            "type": "bytes32"
          }
        ],
        "internalType": "struct DataGrants.Terms",
        "name": "terms",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "timestamp",
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
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "renounce",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "resume",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "revoke",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "sequenceOf",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "grant",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "sequence",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "reason",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "suspend",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

/** Creation code; the constructor's arguments are appended by whoever deploys. */
export const dataGrantsBytecode =
  '0x610160604052348015610010575f5ffd5b506040518060400160405280601381526020017f5869616e6779752064617461206772616e747300000000000000000000000000815250604051806040016040528060018152602001603160f81b8152506100708261011760201b60201c565b6101205261007d81610117565b61014052815160208084019190912060e052815190820120610100524660a05261010960e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526101b8565b5f5f829050601f8151111561014a578260405163305a27a960e01b8152600401610141919061015d565b60405180910390fd5b805161015582610192565b179392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156101b2575f198160200360031b1b821691505b50919050565b60805160a05160c05160e051610100516101205161014051611d1c6102095f395f6111c201525f61119201525f6113e901525f6113c101525f61131c01525f61134601525f6113700152611d1c5ff3fe608060405234801561000f575f5ffd5b50600436106100da575f3560e01c806384b0196e11610088578063a69a198211610063578063a69a1982146101b2578063c5104d25146101d5578063c9c4c06f146101f6578063faa392be1461024e575f5ffd5b806384b0196e14610163578063954bcf0b1461017e5780639aee26f114610191575f5ffd5b806365f088ed116100b857806365f088ed1461012557806380ebb4971461014857806383570bd81461015b575f5ffd5b806332fe0ed7146100de57806352df606d146100f35780635c2f2b1214610112575b5f5ffd5b6100f16100ec36600461156e565b610261565b005b6100fb600281565b60405160ff90911681526020015b60405180910390f35b6100f161012036600461156e565b610361565b6101386101333660046115d3565b61044c565b6040519015158152602001610109565b6100f161015636600461156e565b6104ce565b6100fb600181565b61016b6105ea565b6040516101099796959493929190611618565b6100f161018c36600461156e565b610648565b6101a461019f3660046115d3565b6106f6565b604051610109929190611812565b6101c56101c03660046115d3565b6108a4565b6040516101099493929190611836565b6101e86101e3366004611885565b610a5e565b604051908152602001610109565b6102356102043660046118af565b5f9182526004602090815260408084206001600160a01b0393909316845291905290205467ffffffffffffffff1690565b60405167ffffffffffffffff9091168152602001610109565b6101e861025c3660046118dd565b610a9b565b5f6102907f0877112ee80b1be7f90d02760c9922e4b7605f0bfed2eb7d9eea4f6cd7cac08c8787878787610ea7565b5f8781526002602052604090206001015490915081906001600160a01b038083169116146102e257604051631960afe160e11b81526001600160a01b0390911660048201526024015b60405180910390fd5b506102ee868287610f62565b5f86815260036020818152604092839020805460ff1916909217909155815167ffffffffffffffff881681529081018690526001600160a01b0383169188917f98a2b40d149eb0c7ddd03db3a283666c2d7ed1159499ec508b174fc97579e42791015b60405180910390a3505050505050565b5f6103907fce99830b35a017b7d709a73ef2a9c63c386cdfe298e6bafdebf37339a5e0e0a58787878787610ea7565b5f8781526002602052604090205490915081906001600160a01b038083169116146103da57604051631960afe160e11b81526001600160a01b0390911660048201526024016102d9565b506103e6868287610f62565b5f86815260036020908152604091829020805460ff19166002179055815167ffffffffffffffff881681529081018690526001600160a01b0383169188917fefe44cb1f00fac12b527d6fe624584d5fd67cba6d1084b293f576cbb10d41a189101610351565b5f818152600360209081526040808320600290925282206001825460ff16600381111561047b5761047b6117b3565b14801561048f57508154610100900460ff16155b80156104ab57508054600160a01b900465ffffffffffff164210155b80156104c657508054600160d01b900465ffffffffffff1642105b949350505050565b5f5f6104fe7f2febf79f2d3e46c25dee250737a89e837345edba5eeec4fa71889b037537ff0d88888888886110cb565b5f898152600360205260409020549193509150879083906101009004831660ff16610567576040517f346b109a00000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b031660248201526044016102d9565b50505f87815260036020908152604091829020805461010080820486191660ff160261ff0019909116179055815167ffffffffffffffff891681529081018790526001600160a01b0384169189917f06a7f39a21722a070d3648c6680cba8d611900e552b84ba0e3c2a2b37c04ba8391015b60405180910390a350505050505050565b5f6060805f5f5f60606105fb61118b565b6106036111bb565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b5f5f6106787fd815a249f398d3147d32f453fac6bf45c68dc46d961cdad2e3f80c5d6cdc0ff488888888886110cb565b5f89815260036020908152604091829020805460ff85811661010080840492909216170261ff0019909116179055815167ffffffffffffffff8b1681529081018990529294509092506001600160a01b0384169189917f5aa8675d9fe204c9a986322fd2e7ef7d281002fff2eb879b6bec53987cb6c30b91016105d9565b60408051610180810182525f808252602080830182905282840182905260608084018390526080840183905260a0840183905260c0840183905260e0840183905261010084018390526101208401839052610140840183905261016084018390528451908101855282815290810182905292830152905f83815260026020818152604080842060038084529482902082516101808101845282546001600160a01b038082168352600160a01b80830465ffffffffffff90811698850198909852600160d01b90920490961682860152600184015480871660608085019190915291810463ffffffff166080840152600160c01b900467ffffffffffffffff1660a08301529583015490941660c08501528582015460e08501526004820154610100850152600582015461012085015260068201546101408501526007909101546101608401528151938401909152805491939092918391839160ff1690811115610862576108626117b3565b6003811115610873576108736117b3565b81529054610100810460ff16602083015262010000900465ffffffffffff1660409091015291959194509092505050565b604080516060810182525f808252602082018190529181019190915260408051610180810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081018290526101008101829052610120810182905261014081018290526101608101919091525f8381526003602081815260408084206002909252808420815160608101909252825485949192439242928691839160ff1690811115610962576109626117b3565b6003811115610973576109736117b3565b8152905461010080820460ff166020808501919091526201000090920465ffffffffffff90811660409485015283516101808101855288546001600160a01b038082168352600160a01b808304851696840196909652600160d01b909104909216948101949094526001880154808216606086015292830463ffffffff166080850152600160c01b90920467ffffffffffffffff1660a0840152600287015490911660c0830152600386015460e08301526004860154908201526005850154610120820152600685015461014082015260079094015461016085015299929850909650945092505050565b604080516001600160a01b03841660208201529081018290525f906060016040516020818303038152906040528051906020012090505b92915050565b5f80610aaa6020860186611936565b6001600160a01b031614158015610ad957505f610acd6080860160608701611936565b6001600160a01b031614155b8015610b125750610af06080850160608601611936565b6001600160a01b0316610b066020860186611936565b6001600160a01b031614155b8015610b4b5750610b266020850185611936565b6001600160a01b0316610b3f60e0860160c08701611936565b6001600160a01b031614155b8015610b875750610b626080850160608601611936565b6001600160a01b0316610b7b60e0860160c08701611936565b6001600160a01b031614155b610bbd576040517fbc843c8f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610bcd606085016040860161196f565b65ffffffffffff16610be5604086016020870161196f565b65ffffffffffff1610610bfe604086016020870161196f565b610c0e606087016040880161196f565b9091610c58576040517f720201a200000000000000000000000000000000000000000000000000000000815265ffffffffffff9283166004820152911660248201526044016102d9565b50505f610cae7fb9690bc0e82ceefa8e2d3f15c6bb77181dec8a4fbda275177e3cc730c7d7fa0b86604051602001610c91929190611a8f565b6040516020818303038152906040528051906020012085856111e6565b9050610cbd6020860186611936565b6001600160a01b0316816001600160a01b0316148190610cfc57604051631960afe160e11b81526001600160a01b0390911660048201526024016102d9565b50610d17610d0d6020870187611936565b8660e00135610a5e565b91505f5f8381526003602081905260409091205460ff1690811115610d3e57610d3e6117b3565b148290610d7a576040517f52bf3fc80000000000000000000000000000000000000000000000000000000081526004016102d991815260200190565b505f8281526002602052604090208590610d948282611ad4565b50506040805160608101825260018082525f60208084018290524265ffffffffffff168486015286825260039081905293902082518154939491939092849260ff19909216918490811115610deb57610deb6117b3565b02179055506020820151815460409093015165ffffffffffff16620100000267ffffffffffff00001960ff909216610100029190911667ffffffffffffff001990931692909217919091179055610e486080860160608701611936565b6001600160a01b0316610e5e6020870187611936565b6001600160a01b0316837fda96464004cdd4d5920dc192ca8f703daa4ba6a3fbe4043b8f782e9ade02e38f88604051610e979190611cf9565b60405180910390a4509392505050565b5f805f8781526003602081905260409091205460ff1690811115610ecd57610ecd6117b3565b14158690610f0a576040517f8cadfeec0000000000000000000000000000000000000000000000000000000081526004016102d991815260200190565b50604080516020810189905290810187905267ffffffffffffffff8616606082015260808101859052610f579060a0016040516020818303038152906040528051906020012084846111e6565b979650505050505050565b5f8381526004602090815260408083206001600160a01b038616845290915290205467ffffffffffffffff9081169083908390839082168110610ff4576040517fffa078600000000000000000000000000000000000000000000000000000000081526001600160a01b03909316600484015267ffffffffffffffff91821660248401521660448201526064016102d9565b5050505f8481526003602052604090205460ff16600181600381111561101c5761101c6117b3565b1485829091611059576040517f6eca3f620000000000000000000000000000000000000000000000000000000081526004016102d9929190611d08565b5050505f8481526004602090815260408083206001600160a01b03969096168352948152848220805467ffffffffffffffff191667ffffffffffffffff959095169490941790935593845250600390529020805467ffffffffffff00001916620100004265ffffffffffff1602179055565b5f5f6110db888888888888610ea7565b5f8881526002602052604090209092506001600160a01b03831615801590611128575080546001600160a01b0384811691161480611128575060028101546001600160a01b038481169116145b839061115357604051631960afe160e11b81526001600160a01b0390911660048201526024016102d9565b5080546001600160a01b0384811691161461116f576002611172565b60015b915061117f888489610f62565b50965096945050505050565b60606111b67f0000000000000000000000000000000000000000000000000000000000000000611205565b905090565b60606111b67f0000000000000000000000000000000000000000000000000000000000000000611205565b5f6111fa6111f385611242565b8484611289565b509095945050505050565b60605f611211836112d0565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f610a9561124e611310565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f808060418490036112bd578435602086013560408701355f1a6112af89828585611439565b9550955095505050506112c7565b505f915060029050825b93509350939050565b5f60ff8216601f811115610a95576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561136857507f000000000000000000000000000000000000000000000000000000000000000046145b1561139257507f000000000000000000000000000000000000000000000000000000000000000090565b6111b6604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561147257505f915060039050826114f7565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156114c3573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166114ee57505f9250600191508290506114f7565b92505f91508190505b9450945094915050565b67ffffffffffffffff81168114611516575f5ffd5b50565b803561152481611501565b919050565b5f5f83601f840112611539575f5ffd5b50813567ffffffffffffffff811115611550575f5ffd5b602083019150836020828501011115611567575f5ffd5b9250929050565b5f5f5f5f5f60808688031215611582575f5ffd5b85359450602086013561159481611501565b935060408601359250606086013567ffffffffffffffff8111156115b6575f5ffd5b6115c288828901611529565b969995985093965092949392505050565b5f602082840312156115e3575f5ffd5b5035919050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f61165260e08301896115ea565b828103604084015261166481896115ea565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156116b957835183526020938401939092019160010161169b565b50909b9a5050505050505050505050565b80516001600160a01b0316825260208101516116f0602084018265ffffffffffff169052565b50604081015161170a604084018265ffffffffffff169052565b50606081015161172560608401826001600160a01b03169052565b50608081015161173d608084018263ffffffff169052565b5060a081015161175960a084018267ffffffffffffffff169052565b5060c081015161177460c08401826001600160a01b03169052565b5060e081015160e08301526101008101516101008301526101208101516101208301526101408101516101408301526101608101516101608301525050565b634e487b7160e01b5f52602160045260245ffd5b600481106117e357634e487b7160e01b5f52602160045260245ffd5b9052565b6117f28282516117c7565b60208181015160ff169083015260409081015165ffffffffffff16910152565b6101e0810161182182856116ca565b61182f6101808301846117e7565b9392505050565b610220810161184582876117e7565b61185260608301866116ca565b6101e0820193909352610200015292915050565b6001600160a01b0381168114611516575f5ffd5b803561152481611866565b5f5f60408385031215611896575f5ffd5b82356118a181611866565b946020939093013593505050565b5f5f604083850312156118c0575f5ffd5b8235915060208301356118d281611866565b809150509250929050565b5f5f5f8385036101a08112156118f1575f5ffd5b6101808112156118ff575f5ffd5b5083925061018084013567ffffffffffffffff81111561191d575f5ffd5b61192986828701611529565b9497909650939450505050565b5f60208284031215611946575f5ffd5b813561182f81611866565b65ffffffffffff81168114611516575f5ffd5b803561152481611951565b5f6020828403121561197f575f5ffd5b813561182f81611951565b63ffffffff81168114611516575f5ffd5b80356115248161198a565b6119c0826119b38361187a565b6001600160a01b03169052565b6119cc60208201611964565b65ffffffffffff1660208301526119e560408201611964565b65ffffffffffff1660408301526119fe6060820161187a565b6001600160a01b03166060830152611a186080820161199b565b63ffffffff166080830152611a2f60a08201611519565b67ffffffffffffffff1660a0830152611a4a60c0820161187a565b6001600160a01b031660c083015260e0818101359083015261010080820135908301526101208082013590830152610140808201359083015261016090810135910152565b8281526101a0810161182f60208301846119a6565b5f8135610a9581611866565b5f8135610a9581611951565b5f8135610a958161198a565b5f8135610a9581611501565b611b0a611ae083611aa4565b825473ffffffffffffffffffffffffffffffffffffffff19166001600160a01b0391909116178255565b611b64611b1960208401611ab0565b82547fffffffffffff000000000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b79ffffffffffff000000000000000000000000000000000000000016178255565b611bbe611b7360408401611ab0565b825479ffffffffffffffffffffffffffffffffffffffffffffffffffff1660d09190911b7fffffffffffff000000000000000000000000000000000000000000000000000016178255565b60018101611bd1611ae060608501611aa4565b611c29611be060808501611abc565b82547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b77ffffffff000000000000000000000000000000000000000016178255565b611c81611c3860a08501611ac8565b825477ffffffffffffffffffffffffffffffffffffffffffffffff1660c09190911b7fffffffffffffffff00000000000000000000000000000000000000000000000016178255565b50611cbf611c9160c08401611aa4565b600283016001600160a01b03821673ffffffffffffffffffffffffffffffffffffffff198254161781555050565b60e0820135600382015561010082013560048201556101208201356005820155610140820135600682015561016090910135600790910155565b6101808101610a9582846119a6565b8281526040810161182f60208301846117c756' as const;

/** SHA-256 of the source. */
export const dataGrantsSourceHash = '7684c4d04a4a92a64dacf23bb3cdcfe353a3f74319be41820241a40d6407f2f1';
