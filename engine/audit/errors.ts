import { defineErrors } from '../../errors.ts';

export const auditErrors = defineErrors('audit', {
  badRange: {
    status: 400,
    retryable: false,
    cause: 'Epochs {from} to {to} cannot be audited: the node at {url} has settled epochs 0 to {best}.',
    next: 'Choose a range with --from and --to within these epochs, or wait until the chain has grown.',
    zh: {
      cause: '纪元 {from} 至 {to} 无法审计：节点 {url} 已确定的纪元为 0 至 {best}。',
      next: '请用 --from 和 --to 选择其中的范围，或等链增长后再试。',
    },
  },
  incomplete: {
    status: 502,
    retryable: false,
    cause: 'The node at {url} does not answer everything about epoch {epoch}: {missing}.',
    next: 'Use the local Core Space port of a node that keeps its whole history (node_type = "archive").',
    zh: {
      cause: '节点 {url} 没有给出纪元 {epoch} 的全部内容：缺少 {missing}。',
      next: '请使用保存全部历史的节点（node_type = "archive"）的本地 Core Space 端口。',
    },
  },
  reorganised: {
    status: 503,
    retryable: true,
    cause: 'The chain was reorganised at epoch {epoch} during the audit.',
    next: 'Go on with --from {epoch}.',
    zh: { cause: '审计期间，链在纪元 {epoch} 发生重组。', next: '请以 --from {epoch} 继续。' },
  },
});
