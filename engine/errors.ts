import { defineErrors } from '../errors.ts';

export const engineErrors = defineErrors('engine', {
  unsupportedPlatform: {
    status: 500,
    retryable: false,
    cause: 'A Conflux node cannot run on this machine: {reason}.',
    next: 'Run the node on 64-bit Linux with glibc (Debian, Ubuntu, Fedora, openEuler …), or use a node that runs elsewhere with --rpc URL.',
  },
  missingLibrary: {
    status: 500,
    retryable: false,
    cause: 'The Conflux node needs the system library {library}, which is not installed.',
    next: 'Install it with `{command}` and start again.',
  },
  notInstalled: {
    status: 500,
    retryable: false,
    cause: 'The npm package {package} is not installed: {reason}.',
    next: 'Run `npm ci` in the folder of this program without `--omit=optional`, or use a node that runs elsewhere with --rpc URL.',
  },
  portInUse: {
    status: 500,
    retryable: false,
    cause: 'Port {port}, meant for {purpose}, is already taken by another program.',
    next: 'Choose another with {flag} (0 takes any free one), or stop the program that has it.',
  },
  invalidOption: {
    status: 400,
    retryable: false,
    cause: 'The node option {option} is not valid: {reason}.',
    next: 'Correct it and start again; nothing was changed.',
  },
  foreignData: {
    status: 500,
    retryable: false,
    cause: 'The folder {folder} holds the data of another chain: {difference}.',
    next: 'Choose an empty folder with --data, or start with the options the folder was made with; nothing in it was changed.',
  },
  otherGenesis: {
    status: 400,
    retryable: false,
    cause: 'The first block of this node is {actual}; that of the network is {expected}.',
    next: 'The bundle and this program do not belong together: ask the operator for a new bundle, and use the version of the program that it names. The node was stopped and has exchanged nothing.',
  },
  bundleInvalid: {
    status: 400,
    retryable: false,
    cause: 'This is not a bundle of a network that this program can join: {problem}.',
    next: 'Ask the operator of the platform for the bundle (`xiangyu network bundle`), and give its file whole and unchanged.',
  },
  startFailed: {
    status: 500,
    retryable: true,
    cause: 'The Conflux node did not start: {reason}.',
    next: 'Read {logFolder} for the details, then start again.',
  },
  notReady: {
    status: 503,
    retryable: true,
    cause: 'The Conflux node made no progress for {seconds} seconds; it was last seen in {phase}.',
    next: 'Read its log, check disk space and memory, then start again.',
  },
  invalidUrl: {
    status: 400,
    retryable: false,
    cause: 'The address given with {flag} is not an http(s) URL.',
    next: 'Give a JSON-RPC address such as http://127.0.0.1:8545.',
  },
  nodeUnreachable: {
    status: 503,
    retryable: true,
    cause: 'The node at {url} does not answer: {reason}.',
    next: 'Check that the node runs and that the address and the firewall are right, then try again.',
  },
  rpcTimeout: {
    status: 504,
    retryable: true,
    cause: 'The node at {url} did not answer {method} within {timeoutMs} ms.',
    next: 'Try again; if it stays so, check the load of the node.',
  },
  rpcBusy: {
    status: 503,
    retryable: true,
    cause: 'The node at {url} refused {method} for now: {reason}.',
    next: 'Try again a little later or less often.',
  },
  notJsonRpc: {
    status: 502,
    retryable: false,
    cause: 'What answers at {url} is not a JSON-RPC node: {reason}.',
    next: 'Give the address of a Conflux node’s JSON-RPC port.',
  },
  rpcFailed: {
    status: 502,
    retryable: false,
    cause: 'The node at {url} refused {method}: {reason}.',
    next: 'Correct the request; the node’s own code is in the details.',
  },
  coreUrlGiven: {
    status: 400,
    retryable: false,
    cause: 'The address {url} given with --rpc is a Core Space port; it does not answer eth_chainId.',
    next: 'Give the eSpace address with --rpc (often port 8545) and this one with --core-rpc.',
  },
  espaceUrlGiven: {
    status: 400,
    retryable: false,
    cause: 'The address {url} given with --core-rpc is not a Core Space port; it does not answer cfx_getStatus.',
    next: 'Give the Core Space address (often port 12537 or 12539), or leave --core-rpc out.',
  },
  wrongChain: {
    status: 400,
    retryable: false,
    cause: 'The node at {url} is on chain {actual}; chain {expected} was asked for.',
    next: 'Give the address of a node of chain {expected}, or correct the chain id.',
  },
});
