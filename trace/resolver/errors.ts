import { defineErrors } from '../../errors.ts';

/** Errors of the resolver and of the links in it. */
export const resolverErrors = defineErrors('resolver', {
  invalidLink: {
    status: 400,
    retryable: false,
    cause: 'This is not a GS1 Digital Link: {problem}.',
    next: 'Check the code; every application identifier, its value and its check digit must be right.',
    zh: {
      cause: '这不是有效的 GS1 数字链接：{problem}。',
      next: '请核对编码；每个应用标识符及其数值和校验码都必须正确。',
    },
  },
  unknownThing: {
    status: 404,
    retryable: false,
    cause: 'Nothing is known here about {thing}.',
    next: 'Check the code, or ask the producer whether the product or lot was recorded.',
    zh: { cause: '这里没有关于 {thing} 的任何记录。', next: '请核对编码，或向生产者询问该产品或批次是否已登记。' },
  },
  noSuchLinkType: {
    status: 404,
    retryable: false,
    cause: 'There is no link of the type {linkType} for {thing}.',
    next: 'Ask with linkType=linkset which links there are.',
    zh: { cause: '{thing} 没有类型为 {linkType} 的链接。', next: '请用 linkType=linkset 查询有哪些链接。' },
  },
  notAcceptable: {
    status: 406,
    retryable: false,
    cause: 'A list of links has no representation that satisfies the header Accept: {accept}.',
    next: 'Accept application/linkset+json or application/json.',
    zh: {
      cause: '链接列表没有符合请求头 Accept: {accept} 的格式。',
      next: '请接收 application/linkset+json 或 application/json。',
    },
  },
  wrongTarget: {
    status: 400,
    retryable: false,
    cause: 'The resolver does not lead to {href}: {problem}.',
    next: 'Give an https:// or http:// address that everybody can reach.',
    zh: { cause: '解析服务不能指向 {href}：{problem}。', next: '请填写人人都能访问的 https:// 或 http:// 地址。' },
  },
  wrongAnchor: {
    status: 400,
    retryable: false,
    cause: 'Links cannot hang on {anchor}: {problem}.',
    next: 'Give the Digital Link of a product, a lot, an item, a place or another GS1 key, without a query string.',
    zh: {
      cause: '不能为 {anchor} 设置链接：{problem}。',
      next: '请填写产品、批次、单件、地点或其他 GS1 编码的数字链接，不带查询参数。',
    },
  },
  wrongLinkType: {
    status: 400,
    retryable: false,
    cause: '{linkType} is not a type of link.',
    next: 'Give one of GS1 such as gs1:pip or gs1:certificationInfo, the URI of another, or a registered relation such as describedby.',
    zh: {
      cause: '{linkType} 不是有效的链接类型。',
      next: '请使用 GS1 链接类型（如 gs1:pip、gs1:certificationInfo）、其他类型的 URI，或已注册的关系名（如 describedby）。',
    },
  },
  foreignThing: {
    status: 403,
    retryable: false,
    cause: '{thing} belongs to another member, who described, recorded or linked it first.',
    next: 'Ask that member to set the link, or use a key of your own company prefix.',
    zh: {
      cause: '{thing} 属于另一成员，该成员已先行描述、登记或设置过链接。',
      next: '请联系该成员设置链接，或使用本单位厂商识别代码下的编码。',
    },
  },
  noSuchLink: {
    status: 404,
    retryable: false,
    cause: 'There is no link {linkId} of your organisation.',
    next: 'List the links with GET /api/trace/links.',
    zh: { cause: '本单位没有链接 {linkId}。', next: '请用 GET /api/trace/links 查看本单位的链接。' },
  },
});
