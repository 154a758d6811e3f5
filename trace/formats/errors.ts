import { defineErrors } from '../../errors.ts';

/** Errors of reading and writing the formats of EPCIS other than JSON. */
export const formatErrors = defineErrors('trace', {
  malformedXml: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The XML cannot be read: line {line}, column {column}: {problem}.',
    next: 'Correct the document there and send it again; nothing was stored.',
    zh: {
      cause: 'XML 无法读取：第 {line} 行第 {column} 列，{problem}。',
      next: '请在该处改正文档后重新发送；本次没有保存任何内容。',
    },
  },
  xmlTooLarge: {
    status: 413,
    retryable: false,
    type: 'epcisException:CaptureLimitExceededException',
    cause: 'The XML is too large: at line {line}, column {column} it has more than {limit} {what}.',
    next: 'Split the document and send the parts one after the other.',
    zh: { cause: 'XML 过大：到第 {line} 行第 {column} 列，已超过 {limit} {what}。', next: '请拆分文档，依次发送。' },
  },
  notExpressible: {
    status: 406,
    retryable: false,
    type: 'epcisException:NotAcceptableException',
    cause: '{what} cannot be written as XML: {problem}.',
    next: 'Accept application/json.',
    zh: { cause: '{what} 无法写成 XML：{problem}。', next: '请改为接收 application/json。' },
  },
  unknownContext: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The JSON-LD context {url} is not one that this server holds, and none is fetched.',
    next: 'Ask for one of the two URLs of the EPCIS context; put terms of another into the @context of the document.',
    zh: {
      cause: '服务器没有 JSON-LD 上下文 {url}，也不会向外获取。',
      next: '请使用 EPCIS 上下文的两个网址之一；其他术语请写入文档的 @context。',
    },
  },
});
