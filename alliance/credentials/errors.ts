import { defineErrors } from '../../errors.ts';

export const credentialErrors = defineErrors('credential', {
  contextUnknown: {
    status: 422,
    retryable: false,
    cause: 'The JSON-LD context {url} is not one that this platform has; contexts are never fetched.',
    next: 'Use https://www.w3.org/ns/credentials/v2 and the contexts in docs/credentials.md only.',
    zh: {
      cause: '平台没有 JSON-LD 上下文 {url}；平台不会联网获取上下文。',
      next: '请只使用 https://www.w3.org/ns/credentials/v2 和 docs/credentials.md 所列的上下文。',
    },
  },
  unreadable: {
    status: 400,
    retryable: false,
    cause: 'This is no verifiable credential or presentation: {problem}.',
    next: 'Give a JSON document with a proof, a JWT (vc+jwt, vp+jwt) or an SD-JWT (dc+sd-jwt).',
    zh: {
      cause: '这不是可验证凭证或出示文件：{problem}。',
      next: '请提供带有证明的 JSON 文档、JWT（vc+jwt、vp+jwt）或 SD-JWT（dc+sd-jwt）。',
    },
  },
  claimsInvalid: {
    status: 400,
    retryable: false,
    cause: 'What the credential should say cannot be said: {problem}.',
    next: 'Correct it; GET /api/credentials/types shows the schema of each type.',
    zh: { cause: '凭证的内容不符合要求：{problem}。', next: '请改正；各类型的格式定义见 GET /api/credentials/types。' },
  },
  typeUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no type of credentials {name}.',
    next: 'Use one of GET /api/credentials/types, or define it there first.',
    zh: {
      cause: '没有凭证类型 {name}。',
      next: '请使用 GET /api/credentials/types 所列的类型，或先在那里定义该类型。',
    },
  },
  typeReserved: {
    status: 409,
    retryable: false,
    cause: 'Credentials of the type {name} are issued by the alliance itself, after a decision of its members.',
    next: 'Make a proposal; the credential follows when it is executed.',
    zh: { cause: '类型 {name} 的凭证由联盟在成员投票决定后签发。', next: '请提出提案；提案执行后即签发凭证。' },
  },
  typeTaken: {
    status: 409,
    retryable: false,
    cause: 'A type {name} exists already.',
    next: 'Choose another name.',
    zh: { cause: '凭证类型 {name} 已经存在。', next: '请另取名称。' },
  },
  schemaInvalid: {
    status: 400,
    retryable: false,
    cause: 'The JSON Schema cannot be used: it {problem}.',
    next: 'Correct it; it describes an object, has at most 32 kB, and neither $ref to elsewhere nor patterns.',
    zh: {
      cause: '该 JSON Schema 无法使用：{problem}。',
      next: '请改正：它须描述一个对象，不超过 32 kB，不含指向别处的 $ref，也不含 pattern。',
    },
  },
  notAccredited: {
    status: 403,
    retryable: false,
    cause: '{issuer} may not issue {type}: it has no valid accreditation of the alliance for this type.',
    next: 'Ask the alliance for the accreditation with a proposal; issue after it is executed.',
    zh: {
      cause: '{issuer} 不能签发 {type}：没有联盟对该类型的有效认可。',
      next: '请以提案向联盟申请认可，提案执行后再签发。',
    },
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no credential {id} that you may see.',
    next: 'List your credentials and use one of their ids.',
    zh: { cause: '没有凭证 {id}，或者当前身份不能查看。', next: '请查看凭证列表，并使用其中的编号。' },
  },
  revoked: {
    status: 409,
    retryable: false,
    cause: 'The credential {id} is revoked, and that cannot be taken back.',
    next: 'Issue a new one.',
    zh: { cause: '凭证 {id} 已被吊销，且不能恢复。', next: '请签发新的凭证。' },
  },
  statusUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no status list {id} on this platform.',
    next: 'Use the address that is in the credential.',
    zh: { cause: '本平台没有状态列表 {id}。', next: '请使用凭证中写明的地址。' },
  },
  notValid: {
    status: 422,
    retryable: false,
    cause: 'The credential was not taken: {problem}.',
    next: 'Verify it under /credentials/verify to see every finding; ask its issuer for a valid one.',
    zh: {
      cause: '凭证未被接受：{problem}。',
      next: '请在 /credentials/verify 验证该凭证，查看全部核验结果；请签发方提供有效的凭证。',
    },
  },
  notYours: {
    status: 422,
    retryable: false,
    cause: 'The credential is about {subject}, not about {did}.',
    next: 'Hold credentials about your own organisation only.',
    zh: { cause: '该凭证的主体是 {subject}，不是 {did}。', next: '请只持有以本单位为主体的凭证。' },
  },
  formatsMixed: {
    status: 400,
    retryable: false,
    cause: 'Credentials of different formats, or several SD-JWT, do not go into one presentation.',
    next: 'Present them one after the other.',
    zh: { cause: '不同格式的凭证，或多个 SD-JWT，不能放在同一次出示中。', next: '请逐个出示。' },
  },
  notBound: {
    status: 409,
    retryable: false,
    cause: 'The SD-JWT is not bound to a key that the platform keeps for you.',
    next: 'Ask the issuer for a new one.',
    zh: { cause: '该 SD-JWT 没有绑定平台为本单位保管的密钥。', next: '请签发方重新签发。' },
  },
  notDecided: {
    status: 409,
    retryable: false,
    cause: 'No executed proposal {proposal} decides this accreditation: {problem}.',
    next: 'Wait until the proposal is executed, or make one whose parameters name member and types.',
    zh: {
      cause: '没有已执行的提案 {proposal} 决定此项认可：{problem}。',
      next: '请等待提案执行，或提出参数中写明成员和类型的提案。',
    },
  },
});
