import { defineErrors } from '../../errors.ts';

/** What can go wrong in the index of a chain. */
export const indexErrors = defineErrors('index', {
  nodeIncomplete: {
    status: 503,
    retryable: true,
    cause: 'The node does not give the whole of epoch {epoch}: {problem}.',
    next: 'Nothing: it is asked again. If this stays, give the platform an archive node.',
    zh: {
      cause: '节点没有给出纪元 {epoch} 的完整数据：{problem}。',
      next: '平台会自动重试，无须处理；如持续出现，请为平台配置归档节点。',
      values: {
        problem: {
          'its blocks are missing': '缺少其中的区块',
          'its transactions or receipts are missing': '缺少其中的交易或收据',
          'the receipts are of other blocks': '收据属于其他区块',
          'it has no pivot block': '缺少主轴区块',
          'block * is missing': '缺少区块 *',
          'transaction * is missing': '缺少交易 *',
          'no receipt of *': '缺少 * 的收据',
          'eSpace has another block there': 'eSpace 中该处是另一个区块',
          'eSpace has no such block': 'eSpace 中没有该区块',
        },
      },
    },
  },
  badCursor: {
    status: 400,
    retryable: false,
    cause: 'The cursor does not belong to this list.',
    next: 'Give `nextCursor` of the page before, unchanged, or leave it out for the first page.',
    zh: { cause: '游标不属于这个列表。', next: '请原样使用上一页返回的 `nextCursor`；查看第一页时不要填写。' },
  },
  notIndexed: {
    status: 503,
    retryable: true,
    cause: 'The platform has not indexed anything of this chain yet.',
    next: 'Try again in a moment; /api/explorer/summary says how far the index is.',
    zh: { cause: '平台尚未索引这条链的任何数据。', next: '请稍后再试；/api/explorer/summary 会显示索引进度。' },
  },
  compilerUnknown: {
    status: 422,
    retryable: false,
    cause: 'The compiler {asked} is not installed here.',
    next: 'Compile and deploy with solc {installed}, the only version that this platform can check, and verify again.',
    zh: {
      cause: '没有安装编译器 {asked}。',
      next: '本平台只能验证用 solc {installed} 编译的合约，请用该版本编译、部署后再验证。',
    },
  },
  badSource: {
    status: 422,
    retryable: false,
    cause: 'The source cannot be used: {problem}.',
    next: 'Give a single Solidity file in `source`, or the standard JSON input with the content of every file in `standardJson`.',
    zh: {
      cause: '源码无法使用：{problem}。',
      next: '请在 `source` 中给出单个 Solidity 文件，或在 `standardJson` 中给出包含全部文件内容的标准 JSON 输入。',
    },
  },
  notCompiled: {
    status: 422,
    retryable: false,
    cause: 'The source does not compile: {problem}',
    next: 'Give the source and the settings with which the contract was compiled.',
    zh: { cause: '源码未能编译，编译器报告：“{problem}”。', next: '请给出编译该合约时使用的源码和设置。' },
  },
  codeDiffers: {
    status: 422,
    retryable: false,
    cause: 'The source compiles, but {name} is not the code of {address}.',
    next: 'Give the same source, optimizer settings and EVM version with which the contract was deployed, and its libraries.',
    zh: {
      cause: '源码可以编译，但 {name} 与 {address} 上的代码不一致。',
      next: '请给出部署该合约时使用的源码、优化设置、EVM 版本和库。',
    },
  },
  compilerLimit: {
    status: 422,
    retryable: false,
    cause: 'The compiler was stopped: the source needs more than {limit}.',
    next: 'Leave out files that the contract does not need, or split the contract.',
    zh: { cause: '编译已中止：该源码需要的资源超过 {limit}。', next: '请去掉合约不需要的文件，或拆分合约。' },
  },
  compilerFailed: {
    status: 503,
    retryable: true,
    cause: 'The compiler could not run: {problem}.',
    next: 'Try again; if it stays, install the package solc with npm ci.',
    zh: { cause: '编译器无法运行：{problem}。', next: '请重试；如持续出现，请运营方用 npm ci 安装 solc。' },
  },
  noCode: {
    status: 404,
    retryable: false,
    cause: 'There is no contract at {address}.',
    next: 'Check the address, and whether the contract is in the other space.',
    zh: { cause: '{address} 上没有合约。', next: '请核对地址，并确认合约不在另一个空间。' },
  },
});
