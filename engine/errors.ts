import { defineErrors } from '../errors.ts';

export const engineErrors = defineErrors('engine', {
  unsupportedPlatform: {
    status: 500,
    retryable: false,
    cause: 'A Conflux node cannot run on this machine: {reason}.',
    next: 'Run the node on 64-bit Linux with glibc (Debian, Ubuntu, Fedora, openEuler …), or use a node that runs elsewhere with --rpc URL.',
    zh: {
      cause: '本机无法运行 Conflux 节点：{reason}。',
      next: '请在使用 glibc 的 64 位 Linux（Debian、Ubuntu、Fedora、openEuler 等）上运行节点，或用 --rpc URL 连接在别处运行的节点。',
    },
  },
  missingLibrary: {
    status: 500,
    retryable: false,
    cause: 'The Conflux node needs the system library {library}, which is not installed.',
    next: 'Install it with `{command}` and start again.',
    zh: { cause: 'Conflux 节点需要的系统库 {library} 没有安装。', next: '请用 `{command}` 安装后重新启动。' },
  },
  notInstalled: {
    status: 500,
    retryable: false,
    cause: 'The npm package {package} is not installed: {reason}.',
    next: 'Run `npm ci` in the folder of this program without `--omit=optional`, or use a node that runs elsewhere with --rpc URL.',
    zh: {
      cause: 'npm 包 {package} 没有安装：{reason}。',
      next: '请在程序所在文件夹运行 `npm ci`（不带 `--omit=optional`），或用 --rpc URL 连接在别处运行的节点。',
    },
  },
  portInUse: {
    status: 500,
    retryable: false,
    cause: 'Port {port}, meant for {purpose}, is already taken by another program.',
    next: 'Choose another with {flag} (0 takes any free one), or stop the program that has it.',
    zh: {
      cause: '用于{purpose}的端口 {port} 已被其他程序占用。',
      next: '请用 {flag} 选择其他端口（0 表示任意空闲端口），或停止占用该端口的程序。',
    },
  },
  invalidOption: {
    status: 400,
    retryable: false,
    cause: 'The node option {option} is not valid: {reason}.',
    next: 'Correct it and start again; nothing was changed.',
    zh: { cause: '节点选项 {option} 无效：{reason}。', next: '请改正后重新启动；没有改动任何内容。' },
  },
  foreignData: {
    status: 500,
    retryable: false,
    cause: 'The folder {folder} holds the data of another chain: {difference}.',
    next: 'Choose an empty folder with --data, or start with the options the folder was made with; nothing in it was changed.',
    zh: {
      cause: '文件夹 {folder} 中是另一条链的数据：{difference}。',
      next: '请用 --data 选择空文件夹，或以建立该文件夹时的选项启动；其中的内容没有改动。',
    },
  },
  otherGenesis: {
    status: 400,
    retryable: false,
    cause: 'The first block of this node is {actual}; that of the network is {expected}.',
    next: 'The bundle and this program do not belong together: ask the operator for a new bundle, and use the version of the program that it names. The node was stopped and has exchanged nothing.',
    zh: {
      cause: '本节点的首个区块是 {actual}，而网络的首个区块是 {expected}。',
      next: '接入文件与本程序不匹配：请向运营方索取新的接入文件，并使用其中写明的程序版本。节点已停止，没有交换任何数据。',
    },
  },
  bundleInvalid: {
    status: 400,
    retryable: false,
    cause: 'This is not a bundle of a network that this program can join: {problem}.',
    next: 'Ask the operator of the platform for the bundle (`xiangyu network bundle`), and give its file whole and unchanged.',
    zh: {
      cause: '这不是本程序可用的网络接入文件：{problem}。',
      next: '请向平台运营方索取接入文件（`xiangyu network bundle`），完整、原样提供。',
    },
  },
  startFailed: {
    status: 500,
    retryable: true,
    cause: 'The Conflux node did not start: {reason}.',
    next: 'Read {logFolder} for the details, then start again.',
    zh: { cause: 'Conflux 节点没有启动：{reason}。', next: '请查看 {logFolder} 中的详细信息后重新启动。' },
  },
  notReady: {
    status: 503,
    retryable: true,
    cause: 'The Conflux node made no progress for {seconds} seconds; it was last seen in {phase}.',
    next: 'Read its log, check disk space and memory, then start again.',
    zh: {
      cause: 'Conflux 节点已有 {seconds} 秒没有进展，最后处于 {phase} 阶段。',
      next: '请查看节点日志，检查磁盘空间和内存后重新启动。',
    },
  },
  invalidUrl: {
    status: 400,
    retryable: false,
    cause: 'The address given with {flag} is not an http(s) URL.',
    next: 'Give a JSON-RPC address such as http://127.0.0.1:8545.',
    zh: { cause: '{flag} 给出的地址不是 http(s) 网址。', next: '请填写 JSON-RPC 地址，例如 http://127.0.0.1:8545。' },
  },
  nodeUnreachable: {
    status: 503,
    retryable: true,
    cause: 'The node at {url} does not answer: {reason}.',
    next: 'Check that the node runs and that the address and the firewall are right, then try again.',
    zh: { cause: '节点 {url} 没有响应：{reason}。', next: '请确认节点正在运行，地址和防火墙设置正确，然后再试。' },
  },
  rpcTimeout: {
    status: 504,
    retryable: true,
    cause: 'The node at {url} did not answer {method} within {timeoutMs} ms.',
    next: 'Try again; if it stays so, check the load of the node.',
    zh: {
      cause: '节点 {url} 在 {timeoutMs} 毫秒内没有答复 {method}。',
      next: '请再试；如仍然如此，请检查节点的负载。',
    },
  },
  rpcBusy: {
    status: 503,
    retryable: true,
    cause: 'The node at {url} refused {method} for now: {reason}.',
    next: 'Try again a little later or less often.',
    zh: { cause: '节点 {url} 暂时拒绝 {method}：{reason}。', next: '请稍后再试，或降低请求频率。' },
  },
  notJsonRpc: {
    status: 502,
    retryable: false,
    cause: 'What answers at {url} is not a JSON-RPC node: {reason}.',
    next: 'Give the address of a Conflux node’s JSON-RPC port.',
    zh: { cause: '{url} 处的服务不是 JSON-RPC 节点：{reason}。', next: '请填写 Conflux 节点的 JSON-RPC 端口地址。' },
  },
  rpcFailed: {
    status: 502,
    retryable: false,
    cause: 'The node at {url} refused {method}: {reason}.',
    next: 'Correct the request; the node’s own code is in the details.',
    zh: { cause: '节点 {url} 拒绝了 {method}：{reason}。', next: '请改正请求；节点的错误码见 details。' },
  },
  coreUrlGiven: {
    status: 400,
    retryable: false,
    cause: 'The address {url} given with --rpc is a Core Space port; it does not answer eth_chainId.',
    next: 'Give the eSpace address with --rpc (often port 8545) and this one with --core-rpc.',
    zh: {
      cause: '--rpc 给出的地址 {url} 是 Core Space 端口，不答复 eth_chainId。',
      next: '请用 --rpc 填写 eSpace 地址（通常为端口 8545），用 --core-rpc 填写该地址。',
    },
  },
  espaceUrlGiven: {
    status: 400,
    retryable: false,
    cause: 'The address {url} given with --core-rpc is not a Core Space port; it does not answer cfx_getStatus.',
    next: 'Give the Core Space address (often port 12537 or 12539), or leave --core-rpc out.',
    zh: {
      cause: '--core-rpc 给出的地址 {url} 不是 Core Space 端口，不答复 cfx_getStatus。',
      next: '请填写 Core Space 地址（通常为端口 12537 或 12539），或不填 --core-rpc。',
    },
  },
  wrongChain: {
    status: 400,
    retryable: false,
    cause: 'The node at {url} is on chain {actual}; chain {expected} was asked for.',
    next: 'Give the address of a node of chain {expected}, or correct the chain id.',
    zh: {
      cause: '节点 {url} 所在的链是 {actual}，而要求的链是 {expected}。',
      next: '请填写链 {expected} 的节点地址，或改正链编号。',
    },
  },
});
