import { defineErrors } from '../../errors.ts';

/** What a reader of the log can meet. */
export const logReadingErrors = defineErrors('tiles', {
  noCheckpoint: {
    status: 404,
    retryable: true,
    cause: 'The log has not published a checkpoint yet.',
    next: 'Ask again after the first statement was recorded; it takes a few seconds.',
    zh: { cause: '日志尚未发布检查点。', next: '请在首条存证记录后再试，约需数秒。' },
  },
  notPublished: {
    status: 404,
    retryable: true,
    cause: 'The published log does not reach {path} yet.',
    next: 'Ask for what the size in /log/checkpoint requires, and for more when it has grown.',
    zh: {
      cause: '已发布的日志尚未到达 {path}。',
      next: '请按 /log/checkpoint 给出的大小请求，日志增长后再请求更多内容。',
    },
  },
  noResource: {
    status: 404,
    retryable: false,
    cause: 'The log has nothing at {path}.',
    next: 'Ask for /log/checkpoint, /log/tile/<level>/<index> or /log/tile/entries/<index>.',
    zh: {
      cause: '日志中没有 {path}。',
      next: '请访问 /log/checkpoint、/log/tile/<level>/<index> 或 /log/tile/entries/<index>。',
    },
  },
});
