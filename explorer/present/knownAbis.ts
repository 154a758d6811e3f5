import { type Abi, parseAbi } from 'viem';
import type { Hex } from '../../proof/index.ts';

/** Functions and events of the token standards, for contracts whose source nobody verified. */
export const tokenAbi: Abi = parseAbi([
  'function transfer(address to, uint256 value) returns (bool)',
  'function approve(address spender, uint256 value) returns (bool)',
  'function transferFrom(address from, address to, uint256 value) returns (bool)',
  'function safeTransferFrom(address from, address to, uint256 tokenId)',
  'function safeTransferFrom(address from, address to, uint256 tokenId, bytes data)',
  'function setApprovalForAll(address operator, bool approved)',
  'function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes data)',
  'function safeBatchTransferFrom(address from, address to, uint256[] ids, uint256[] values, bytes data)',
  'function name() view returns (string)',
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
  'function totalSupply() view returns (uint256)',
  'function balanceOf(address owner) view returns (uint256)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'event Approval(address indexed owner, address indexed spender, uint256 value)',
  'event ApprovalForAll(address indexed account, address indexed operator, bool approved)',
  'event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)',
  'event TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)',
  'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)',
]);
/** The same event in two standards, told apart by what is indexed. */
export const erc20Transfer: Abi = parseAbi(['event Transfer(address indexed from, address indexed to, uint256 value)']);
export const erc721Transfer: Abi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
]);

/** Contracts that are built into Core Space. */
const builtIn: readonly { address: Hex; name: string; abi: Abi }[] = [
  {
    address: '0x0888000000000000000000000000000000000000',
    name: 'AdminControl',
    abi: parseAbi([
      'function getAdmin(address contractAddr) view returns (address)',
      'function setAdmin(address contractAddr, address newAdmin)',
      'function destroy(address contractAddr)',
    ]),
  },
  {
    address: '0x0888000000000000000000000000000000000001',
    name: 'SponsorWhitelistControl',
    abi: parseAbi([
      'function setSponsorForGas(address contractAddr, uint256 upperBound) payable',
      'function setSponsorForCollateral(address contractAddr) payable',
      'function addPrivilege(address[] accounts)',
      'function removePrivilege(address[] accounts)',
      'function addPrivilegeByAdmin(address contractAddr, address[] addresses)',
      'function removePrivilegeByAdmin(address contractAddr, address[] addresses)',
    ]),
  },
  {
    address: '0x0888000000000000000000000000000000000002',
    name: 'Staking',
    abi: parseAbi([
      'function deposit(uint256 amount)',
      'function withdraw(uint256 amount)',
      'function voteLock(uint256 amount, uint256 unlockBlockNumber)',
    ]),
  },
  { address: '0x0888000000000000000000000000000000000004', name: 'ConfluxContext', abi: [] },
  { address: '0x0888000000000000000000000000000000000005', name: 'PoSRegister', abi: [] },
  {
    address: '0x0888000000000000000000000000000000000006',
    name: 'CrossSpaceCall',
    abi: parseAbi([
      'function createEVM(bytes init) payable returns (bytes20)',
      'function transferEVM(bytes20 to) payable returns (bytes)',
      'function callEVM(bytes20 to, bytes data) payable returns (bytes)',
      'function staticCallEVM(bytes20 to, bytes data) view returns (bytes)',
      'function deployEip1820()',
      'function withdrawFromMapped(uint256 value)',
      'function mappedBalance(address addr) view returns (uint256)',
      'function mappedNonce(address addr) view returns (uint256)',
      'event Call(bytes20 indexed sender, bytes20 indexed receiver, uint256 value, uint256 nonce, bytes data)',
      'event Create(bytes20 indexed sender, bytes20 indexed contractAddress, uint256 value, uint256 nonce, bytes init)',
      'event Withdraw(bytes20 indexed sender, address indexed receiver, uint256 value, uint256 nonce)',
      'event Outcome(bool success)',
    ]),
  },
  { address: '0x0888000000000000000000000000000000000007', name: 'ParamsControl', abi: [] },
];

/** The built-in contract of Core Space at an address. */
export const builtInAt = (address: Hex) => builtIn.find((contract) => contract.address === address) ?? null;
