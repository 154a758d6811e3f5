import { defineErrors } from '../../errors.ts';

/** Errors of event queries beyond a wrong value; `type` is the exception name of EPCIS 2.0, section 8.2.3. */
export const queryErrors = defineErrors('trace', {
  queryTooLarge: {
    status: 413,
    retryable: false,
    type: 'epcisException:QueryTooLargeException',
    cause: 'More than {max} events answer the query, which asked for no more with maxEventCount.',
    next: 'Narrow the query, raise maxEventCount, or leave it out and read page by page.',
    zh: {
      cause: '符合查询条件的事件超过 {max} 条，而查询用 maxEventCount 限定了上限。',
      next: '请缩小查询范围或提高 maxEventCount；也可以不填，逐页读取。',
    },
  },
  queryTooComplex: {
    status: 413,
    retryable: false,
    type: 'epcisException:QueryTooComplexException',
    cause: 'The query asks for too much at once: {problem}.',
    next: 'Split it into several queries.',
    zh: { cause: '一次查询的内容过多：{problem}。', next: '请拆成几次查询。' },
  },
  parametersExclusive: {
    status: 400,
    retryable: false,
    type: 'epcisException:QueryParameterException',
    cause: 'The query has both eventCountLimit and maxEventCount.',
    next: 'Give eventCountLimit for the first events only, or maxEventCount for an error when there are more.',
    zh: {
      cause: '查询同时带有 eventCountLimit 和 maxEventCount。',
      next: '只取前若干条事件时用 eventCountLimit；超过数量须报错时用 maxEventCount。两者请只填一个。',
    },
  },
  limitWithoutOrder: {
    status: 400,
    retryable: false,
    type: 'epcisException:QueryParameterException',
    cause: 'The query has eventCountLimit without orderBy, so that it does not say which events come first.',
    next: 'Add orderBy, such as orderBy=eventTime.',
    zh: {
      cause: '查询带有 eventCountLimit 却没有 orderBy，无法确定哪些事件在前。',
      next: '请加上 orderBy，例如 orderBy=eventTime。',
    },
  },
  unknownPrefix: {
    status: 400,
    retryable: false,
    type: 'epcisException:QueryParameterException',
    cause: 'The query parameter {name} uses the prefix {prefix}, which nothing explains.',
    next: 'Define it in the header GS1-Extensions ({prefix}=https://…) or in the @context of the query.',
    zh: {
      cause: '查询参数 {name} 使用了未定义的前缀 {prefix}。',
      next: '请在请求头 GS1-Extensions（{prefix}=https://…）或查询的 @context 中定义该前缀。',
    },
  },
});
