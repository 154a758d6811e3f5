import { defineErrors } from '../../errors.ts';
import { identityWords } from './errorWords.ts';

const refused = { status: 401, retryable: false } as const;
const again = 'Make a new token for this very message and send it within a minute.';

export const connectorErrors = defineErrors('connector', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no connector of {slug} here.',
    next: 'Look the address up in the registry of connectors.',
    zh: { cause: '本平台没有 {slug} 的连接器。', next: '请在连接器名录中查询其地址。' },
  },
  keyUnknown: {
    status: 404,
    retryable: false,
    cause: 'The connector of {slug} has and had no chain key {address}.',
    next: 'Look at the keys of the own connector.',
    zh: { cause: '{slug} 的连接器现在和以往都没有链上密钥 {address}。', next: '请查看本部门连接器的密钥。' },
  },
  tokenMissing: {
    ...refused,
    cause: 'The message carries no token of a connector.',
    next: 'Send `Authorization: Bearer …` with a token that the connector signed for this message.',
    zh: { cause: '消息未带连接器令牌。', next: '请以 `Authorization: Bearer …` 发送连接器为该消息签发的令牌。' },
  },
  tokenUnreadable: {
    ...refused,
    cause: 'The token cannot be read: {problem}.',
    next: 'Send a compact JWS with the claims of a message token.',
    zh: {
      cause: '令牌无法读取：{problem}。',
      next: '请发送含消息令牌各项声明的紧凑格式 JWS。',
      values: { problem: identityWords },
    },
  },
  tokenForged: {
    ...refused,
    cause: 'The token was not signed by {did}, as it says.',
    next: 'Sign it with the key of that DID.',
    zh: { cause: '令牌并非由其所称的 {did} 签名。', next: '请使用该 DID 的密钥签名。' },
  },
  tokenExpired: {
    ...refused,
    cause: 'The token was valid {period}, which is not now.',
    next: again,
    zh: {
      cause: '令牌的有效期为 {period}，当前不在有效期内。',
      next: '请为该消息重新生成令牌，并在一分钟内发送。',
      values: { period: identityWords },
    },
  },
  tokenAudience: {
    ...refused,
    cause: 'The token is for {audience}, not for this connector.',
    next: 'Read the DID of the connector in the registry, and make a token for it.',
    zh: {
      cause: '令牌的接收方是 {audience}，不是本连接器。',
      next: '请在连接器名录中查得本连接器的 DID，并为其生成令牌。',
    },
  },
  tokenPath: {
    ...refused,
    cause: 'The token is for {expected}, not for {method} {path}.',
    next: again,
    zh: {
      cause: '令牌用于 {expected}，不能用于 {method} {path}。',
      next: '请为该消息重新生成令牌，并在一分钟内发送。',
    },
  },
  tokenBody: {
    ...refused,
    cause: 'The token is for another body than the one that came with it.',
    next: again,
    zh: { cause: '令牌对应的内容与随附的内容不一致。', next: '请为该消息重新生成令牌，并在一分钟内发送。' },
  },
  tokenReplayed: {
    ...refused,
    cause: 'The token was used already; each counts once.',
    next: again,
    zh: { cause: '令牌已被使用；每个令牌只能使用一次。', next: '请为该消息重新生成令牌，并在一分钟内发送。' },
  },
  credentialWrong: {
    ...refused,
    cause: 'The {credential} in the token does not hold: {problem}',
    next: 'Verify it under /credentials/verify to see every finding, and show a valid one.',
    zh: {
      cause: '令牌中的凭证 {credential} 无效：{problem}。',
      next: '请在 /credentials/verify 核验以查看各项结论，并出示有效的凭证。',
      values: { problem: identityWords, credential: identityWords },
    },
  },
  credentialExpired: {
    ...refused,
    cause: 'The {credential} in the token is not valid now.',
    next: 'Register the connector again to get a new one.',
    zh: {
      cause: '令牌中的凭证 {credential} 当前不在有效期内。',
      next: '请重新登记连接器以取得新凭证。',
      values: { credential: identityWords },
    },
  },
  credentialForeign: {
    ...refused,
    cause: 'The credentials in the token do not belong together: {problem}.',
    next: 'Show the credential of this connector and the membership of the member that issued it.',
    zh: {
      cause: '令牌中的各项凭证互不对应：{problem}。',
      next: '请出示本连接器的凭证，以及签发该凭证的成员单位的成员凭证。',
      values: { problem: identityWords },
    },
  },
  revoked: {
    ...refused,
    cause: 'The credential of the connector {did} is revoked: it was withdrawn, or its keys were changed.',
    next: 'Register the connector again.',
    zh: { cause: '连接器 {did} 的凭证已被撤销：连接器已注销或更换了密钥。', next: '请重新登记连接器。' },
  },
  suspended: {
    ...refused,
    cause: 'The credential of the connector {did} is suspended by its member.',
    next: 'Ask the member to reinstate it.',
    zh: { cause: '连接器 {did} 的凭证已被其成员单位暂停。', next: '请联系该成员单位恢复。' },
  },
  memberSuspended: {
    ...refused,
    cause: 'The alliance suspended the member {slug}.',
    next: 'Settle it with the alliance; messages count again when the member is reinstated.',
    zh: { cause: '联盟已暂停成员单位 {slug} 的资格。', next: '请与联盟协商解决；资格恢复后消息重新有效。' },
  },
  memberLeft: {
    ...refused,
    cause: 'The membership of {slug} in the alliance is revoked.',
    next: 'Only members of the alliance exchange data; show a membership that counts.',
    zh: { cause: '{slug} 的联盟成员资格已被撤销。', next: '仅限联盟成员单位交换数据；请出示有效的成员凭证。' },
  },
  standingUnknown: {
    status: 503,
    retryable: true,
    cause: 'Whether the sender is still a member could not be found out: {problem}',
    next: 'Try again soon; the platform or the host of a DID does not answer.',
    zh: { cause: '无法确认发送方是否仍为成员单位：{problem}。', next: '平台或 DID 所在主机没有应答，请稍后重试。' },
  },
  signatureWrong: {
    status: 422,
    retryable: false,
    cause: 'The signature does not count: {problem}.',
    next: 'Ask the signer for a statement of the right kind, signed with its present key.',
    zh: {
      cause: '签名无效：{problem}。',
      next: '请签名方以其现用密钥重新签署相应类型的声明。',
      values: { problem: identityWords },
    },
  },
  sealWrong: {
    status: 422,
    retryable: false,
    cause: 'The sealed bytes cannot be opened: {problem}.',
    next: 'Seal them to the encryption key that the registry shows for this connector.',
    zh: {
      cause: '加密内容无法解开：{problem}。',
      next: '请使用连接器名录中该连接器的加密公钥加密。',
      values: { problem: identityWords },
    },
  },
  keyWrong: {
    status: 400,
    retryable: false,
    cause: 'The encryption key cannot be used: {problem}.',
    next: 'Give a JSON Web Key: X25519 (kty OKP), or SM2 (kty EC, crv SM2) with x and y.',
    zh: {
      cause: '加密密钥无法使用：{problem}。',
      next: '请提供 JSON Web Key：X25519（kty OKP），或 SM2（kty EC，crv SM2，含 x 和 y）。',
      values: { problem: identityWords },
    },
  },
  credentialMissing: {
    status: 409,
    retryable: true,
    cause: 'The connector of {slug} has no {credential} to show yet.',
    next: 'Switch the connector on or register it, and see that the member is admitted to the alliance.',
    zh: {
      cause: '{slug} 的连接器尚无可出示的凭证 {credential}。',
      next: '请开通或登记连接器，并确认该成员单位已加入联盟。',
      values: { credential: identityWords },
    },
  },
  notRegistered: {
    status: 404,
    retryable: false,
    cause: 'No connector is registered for {slug}.',
    next: 'Register it first.',
    zh: { cause: '{slug} 尚未登记连接器。', next: '请先登记。' },
  },
  proofWrong: {
    status: 400,
    retryable: false,
    cause: 'The registration does not prove that the connector has its keys: {problem}.',
    next: 'Ask for a new challenge, open it with the encryption key, and sign with the connector’s DID and chain key.',
    zh: {
      cause: '登记内容未能证明连接器持有其密钥：{problem}。',
      next: '请重新获取质询，用加密密钥解开，并以连接器的 DID 和链上密钥签名。',
      values: { problem: identityWords },
    },
  },
  addressWrong: {
    status: 400,
    retryable: false,
    cause: 'The address {address} cannot be the connector’s: {problem}.',
    next: 'Give the base address that other departments reach, such as https://data.example.gov.cn/dsp/{slug}.',
    zh: {
      cause: '地址 {address} 不能作为连接器地址：{problem}。',
      next: '请填写其他部门可以访问的基础地址，例如 https://data.example.gov.cn/dsp/{slug}。',
      values: { problem: identityWords },
    },
  },
  didTaken: {
    status: 409,
    retryable: false,
    cause: '{did} is the DID of another connector.',
    next: 'Use keys of its own for each connector.',
    zh: { cause: '{did} 已是另一连接器的 DID。', next: '每个连接器请使用各自的密钥。' },
  },
  hostedElsewhere: {
    status: 409,
    retryable: false,
    cause: 'The connector of {slug} runs {place}.',
    next: 'Withdraw it there first: one member has one connector.',
    zh: {
      cause: '{slug} 的连接器{place}。',
      next: '一个成员单位只能有一个连接器；请先在该处注销。',
      values: { place: identityWords },
    },
  },
  signsItself: {
    status: 409,
    retryable: false,
    cause: '{slug} signs its credentials itself, so that the platform cannot sign one for new keys.',
    next: 'Switch the connector off, change its keys, sign a ConnectorCredential for its new DID and switch it on with that.',
    zh: {
      cause: '{slug} 自行签发凭证，平台不能为新密钥签发。',
      next: '请关闭连接器，更换密钥，为新的 DID 签发 ConnectorCredential，再凭该凭证开通。',
    },
  },
  registryUnreachable: {
    status: 503,
    retryable: true,
    cause: 'The registry of connectors at the platform does not answer: {problem}',
    next: 'Try again soon; see that the platform’s address is right and can be reached.',
    zh: {
      cause: '平台的连接器名录没有应答：{problem}。',
      next: '请稍后重试，并核对平台地址是否正确、能否访问。',
      values: { problem: identityWords },
    },
  },
});

/** Codes that say: this token or its credentials are refused. */
const refusals = new Set(
  [...connectorErrors.catalogue].filter(([, { status }]) => status === 401).map(([code]) => code),
);

/** Whether an error of `checkToken` refuses the sender; others are faults on the way, or a connector that is not here. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && refusals.has(String(error.code));
}
