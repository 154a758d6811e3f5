// Generated from EvidenceLog.sol with solc 0.8.37+commit.f401782d.Emscripten.clang by contracts/build.ts; do not edit.

export const evidenceLogAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      }
    ],
    "name": "NotPublisher",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "latestSize",
        "type": "uint64"
      }
    ],
    "name": "SizeNotGrown",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroPublisher",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroRoot",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "index",
        "type": "uint64"
      }
    ],
    "name": "CheckpointAnchored",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "anchor",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "count",
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
    "inputs": [],
    "name": "latest",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "publisher",
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
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "rootOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

/** Creation code; the constructor's arguments are appended by whoever deploys. */
export const evidenceLogBytecode =
  '0x60a0604052348015600e575f5ffd5b506040516104af3803806104af833981016040819052602b916061565b6001600160a01b03811660515760405163a05403f160e01b815260040160405180910390fd5b6001600160a01b0316608052608c565b5f602082840312156070575f5ffd5b81516001600160a01b03811681146085575f5ffd5b9392505050565b6080516104056100aa5f395f818160d7015261016d01526104055ff3fe608060405234801561000f575f5ffd5b5060043610610064575f3560e01c80638c72c54e1161004d5780638c72c54e146100d25780639d7384d91461011e578063a685520814610155575f5ffd5b806306661abd1461006857806352bfe78914610099575b5f5ffd5b5f5461007b9067ffffffffffffffff1681565b60405167ffffffffffffffff90911681526020015b60405180910390f35b5f805468010000000000000000900467ffffffffffffffff16808252600160209081526040928390205483519283529082015201610090565b6100f97f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff9091168152602001610090565b61014761012c366004610372565b67ffffffffffffffff165f9081526001602052604090205490565b604051908152602001610090565b610168610163366004610392565b61016a565b005b337f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff81168214610200576040517f98b6a6f000000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9283166004820152911660248201526044015b60405180910390fd5b50505f54829067ffffffffffffffff680100000000000000009091048116908216811061026d576040517fccf1d5b800000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9283166004820152911660248201526044016101f7565b508190506102a7576040517fb263ae7300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5467ffffffffffffffff166102be8160016103ba565b5f805467ffffffffffffffff9283167fffffffffffffffffffffffffffffffff0000000000000000000000000000000090911617680100000000000000008684169081029190911782558082526001602090815260409283902086905591519284168352849290917f031af2ea7f6de84bdca3583762e907ac3bb3b1092e7b71ca4fa616a2eae67303910160405180910390a3505050565b803567ffffffffffffffff8116811461036d575f5ffd5b919050565b5f60208284031215610382575f5ffd5b61038b82610356565b9392505050565b5f5f604083850312156103a3575f5ffd5b6103ac83610356565b946020939093013593505050565b67ffffffffffffffff81811683821601908111156103ff577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9291505056' as const;

/** SHA-256 of the source. */
export const evidenceLogSourceHash = 'e930d54e8268e845f49fcd1e51acbc77e57dcd467b47f7e6ea58412a6e266f53';
