import { defineErrors } from '../../errors.ts';

export const didErrors = defineErrors('did', {
  invalid: {
    status: 400,
    retryable: false,
    cause: '"{did}" is no DID that can be resolved here: it {problem}.',
    next: 'Give a did:web of a public host, or a did:key of an Ed25519 key.',
    zh: {
      cause: '“{did}”不是本平台可以解析的 DID：{problem}。',
      next: '请提供公网域名的 did:web，或 Ed25519 密钥的 did:key。',
    },
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no DID document for {did} on this platform.',
    next: 'Check the address; an organisation gets its DID when it first needs one, or in the console under Credentials.',
    zh: {
      cause: '本平台没有 {did} 的 DID 文档。',
      next: '请核对地址；单位的 DID 在首次需要时自动生成，也可在控制台“凭证”页生成。',
    },
  },
  unresolved: {
    status: 502,
    retryable: true,
    cause: 'The DID {did} could not be resolved: {problem}.',
    next: 'Check that its document can be read at {url} over https, and try again.',
    zh: { cause: 'DID {did} 无法解析：{problem}。', next: '请确认其文档可以通过 https 在 {url} 读取，然后重试。' },
  },
  documentWrong: {
    status: 422,
    retryable: false,
    cause: 'The DID document of {did} cannot be used: it {problem}.',
    next: 'Correct the document on its own domain and try again.',
    zh: { cause: '{did} 的 DID 文档无法使用：{problem}。', next: '请在其所在域名上更正该文档，然后重试。' },
  },
  notHosted: {
    status: 409,
    retryable: false,
    cause: '{did} is on the domain of its owner, and the platform does not have its keys.',
    next: 'Use the key on your own machine: xiangyu credential issue --key-file FILE, or xiangyu credential did rotate.',
    zh: {
      cause: '{did} 位于其所有者的域名上，平台没有它的密钥。',
      next: '请在本单位的机器上使用密钥：xiangyu credential issue --key-file FILE，或 xiangyu credential did rotate。',
    },
  },
  notLinked: {
    status: 422,
    retryable: false,
    cause: 'The document of {did} does not name {hosted} under alsoKnownAs, so that it could be anybody’s.',
    next: 'Put {hosted} under alsoKnownAs in the document on your domain, then try again.',
    zh: {
      cause: '{did} 的文档没有在 alsoKnownAs 中列出 {hosted}，无法确认它属于本单位。',
      next: '请在本单位域名上的文档中，把 {hosted} 写入 alsoKnownAs，然后重试。',
    },
  },
  taken: {
    status: 409,
    retryable: false,
    cause: '{did} is already the DID of another organisation.',
    next: 'Use a DID of your own.',
    zh: { cause: '{did} 已是另一单位的 DID。', next: '请使用本单位自己的 DID。' },
  },
});
