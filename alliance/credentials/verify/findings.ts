/** What was looked at, in this order. */
export const checkIds = [
  'format',
  'context',
  'issuer',
  'key',
  'proof',
  'period',
  'status',
  'schema',
  'authority',
  'chain',
] as const;

/** What was looked at in a presentation besides its credentials. */
export const presentationCheckIds = ['format', 'context', 'holder', 'key', 'proof', 'challenge', 'domain'] as const;

export type CheckId = (typeof checkIds)[number] | (typeof presentationCheckIds)[number];

/** One finding; `ok` is null for what was not looked at. */
export interface Finding {
  id: CheckId;
  ok: boolean | null;
  /** Which finding it is, for programs. */
  code: string;
  /** For people. */
  detail: string;
  zh: string;
}

/** Every finding in words; `{name}` stands for a value. */
const texts = {
  'format.ok': [
    'It is a credential of the W3C data model 2.0, secured as {format}.',
    '是 W3C 数据模型 2.0 的凭证，保护方式为 {format}。',
  ],
  'format.presentation': ['It is a presentation, secured as {format}.', '是一份出示文件，保护方式为 {format}。'],
  'format.wrong': ['It is not made as the standard wants it: {problem}.', '不符合标准格式：{problem}。'],
  'context.ok': ['Every term it uses is known here; nothing was fetched.', '所用术语均为已知，未从网络获取任何内容。'],
  'context.none': ['This format has no contexts.', '此格式不使用上下文文档。'],
  'context.unknown': [
    'It uses terms of {context}, which this verifier does not have, and contexts are never fetched.',
    '它使用了 {context} 的术语，本验证方没有该文档，且从不联网获取。',
  ],
  'issuer.ok': ['The DID document of {did} was found ({source}).', '已找到 {did} 的 DID 文档（{source}）。'],
  'issuer.none': ['The DID of the issuer {did} was not resolved: {problem}', '无法解析签发方 {did}：{problem}'],
  'holder.ok': [
    'The DID document of the holder {did} was found ({source}).',
    '已找到持有方 {did} 的 DID 文档（{source}）。',
  ],
  'holder.bound': ['The credential names the key of its holder.', '凭证写明了持有方的密钥。'],
  'holder.none': ['The DID of the holder {did} was not resolved: {problem}', '无法解析持有方 {did}：{problem}'],
  'holder.other': [
    'The holder {did} is not the subject of the credentials, {subject}.',
    '出示者 {did} 不是凭证的主体 {subject}。',
  ],
  'key.ok': ['The key was valid when it signed ({time}).', '签名时（{time}）该密钥有效。'],
  'key.bound': ['It is the key in the credential.', '是凭证中写明的密钥。'],
  'key.missing': ['The signature names no key.', '签名没有指明密钥。'],
  'key.unknown': ['The DID document has no key {key}.', 'DID 文档中没有密钥 {key}。'],
  'key.foreign': ['The key {key} belongs to somebody else than {did}.', '密钥 {key} 不属于 {did}。'],
  'key.not-allowed': ['The DID document does not let the key {key} sign this.', 'DID 文档不允许密钥 {key} 作此签名。'],
  'key.kind': ['The key {key} is no Ed25519 key.', '密钥 {key} 不是 Ed25519 密钥。'],
  'key.not-then': [
    'The key was not valid when it signed ({time}): it was valid {period}.',
    '签名时（{time}）该密钥无效，其有效期为 {period}。',
  ],
  'key.compromised': [
    'The owner declared this key compromised: nothing that it signed counts.',
    '持有者已声明该密钥泄露，它的任何签名都不再有效。',
  ],
  'key.no-time': [
    'The key is retired, and the signature does not say when it was made.',
    '该密钥已停用，而签名没有写明时间。',
  ],
  'proof.ok': ['The signature fits: nothing was changed since.', '签名相符，内容未被改动。'],
  'proof.wrong': [
    'The signature does not fit: the content was changed, or another key signed ({problem}).',
    '签名不符：内容被改动，或由其他密钥签名（{problem}）。',
  ],
  'proof.future': ['The signature is of a time to come ({time}).', '签名时间在未来（{time}）。'],
  'proof.expired': ['The signature was to hold until {time}.', '签名的有效期至 {time}。'],
  'period.ok': ['It is valid now.', '目前在有效期内。'],
  'period.early': ['It is valid from {time} on, not yet.', '自 {time} 起生效，目前尚未生效。'],
  'period.expired': ['It expired at {time}.', '已于 {time} 过期。'],
  'status.ok': ['It is neither suspended nor revoked (list of {time}).', '未被中止或吊销（状态列表时间 {time}）。'],
  'status.none': [
    'It has no status: its issuer cannot suspend or revoke it.',
    '没有状态信息，签发方无法中止或吊销它。',
  ],
  'status.revoked': ['Its issuer revoked it.', '签发方已吊销此凭证。'],
  'status.suspended': ['Its issuer suspended it for the time being.', '签发方已暂时中止此凭证。'],
  'status.not-given': ['Not looked at: the status list was not given.', '未检查：没有提供状态列表。'],
  'status.unavailable': [
    'Whether it is suspended or revoked could not be found out: {problem}',
    '无法得知是否被中止或吊销：{problem}',
  ],
  'status.wrong': ['Its status list does not count: {problem}.', '状态列表无效：{problem}。'],
  'schema.ok': ['What it says has the form of its type.', '内容符合该类型的格式。'],
  'schema.none': ['It names no schema.', '没有指定格式定义。'],
  'schema.unknown': [
    'Not looked at: the schema {schema} is not on this platform, and it is not fetched.',
    '未检查：本平台没有格式定义 {schema}，且不联网获取。',
  ],
  'schema.wrong': [
    'What it says does not have the form of its type: {problem}.',
    '内容不符合该类型的格式：{problem}。',
  ],
  'authority.alliance': ['The alliance itself issued it.', '由联盟本身签发。'],
  'authority.accredited': ['The alliance accredited the issuer for {type}.', '签发方已获联盟认可，可签发 {type}。'],
  'authority.member': ['The issuer is the member {member}.', '签发方是成员 {member}。'],
  'authority.guest': [
    'The issuer is {member}, an organisation on this platform that the alliance has not admitted.',
    '签发方 {member} 是本平台上的组织，尚未被联盟接纳。',
  ],
  'authority.not-alliance': [
    'Only the alliance issues credentials of the type {type}; {did} is not the alliance.',
    '类型 {type} 只能由联盟签发，{did} 不是联盟。',
  ],
  'authority.not-member': [
    'Only members issue credentials of the type {type}; {did} is none.',
    '类型 {type} 只能由成员签发，{did} 不是成员。',
  ],
  'authority.not-accredited': [
    'The issuer {did} is not accredited by the alliance for {type}.',
    '签发方 {did} 未获联盟认可，不能签发 {type}。',
  ],
  'authority.unknown': [
    'The issuer is unknown to this alliance: only its signature was checked.',
    '联盟不认识该签发方，仅核验了签名。',
  ],
  'authority.not-asked': ['Not looked at: this needs the platform (--url).', '未检查：需要连接平台（--url）。'],
  'chain.ok': ['The registry on the chain has {member} as admitted.', '链上登记显示 {member} 已被接纳。'],
  'chain.suspended': ['By the registry on the chain, {member} is suspended.', '链上登记显示 {member} 已被中止资格。'],
  'chain.left': ['By the registry on the chain, {member} left the alliance.', '链上登记显示 {member} 已退出联盟。'],
  'chain.not-admitted': ['By the registry on the chain, {member} is not admitted.', '链上登记显示 {member} 未被接纳。'],
  'chain.other': [
    'The credential is about another registry than the one of this alliance.',
    '凭证所指的登记合约不是本联盟的。',
  ],
  'chain.none': ['Nothing in it is for the chain to say.', '没有需要在链上核对的内容。'],
  'chain.not-asked': [
    'Not looked at: compare registry, chain id and member id with the chain.',
    '未检查：请在链上核对登记合约、链 ID 和成员 ID。',
  ],
  'challenge.ok': ['It answers the challenge that was given.', '它回应了所给的挑战码。'],
  'challenge.other': [
    'It answers another challenge: it was made for somebody else, or is shown a second time.',
    '它回应的是另一个挑战码：可能是给他人的，或被重复使用。',
  ],
  'challenge.used': [
    'This challenge was answered before: the presentation is shown a second time.',
    '该挑战码已被使用过：这是重复出示。',
  ],
  'challenge.expired': ['The challenge is no longer open.', '该挑战码已失效。'],
  'challenge.not-given': [
    'Not looked at: no challenge was given to compare it with.',
    '未检查：没有提供用于比对的挑战码。',
  ],
  'domain.ok': ['It was made for {domain}.', '它是为 {domain} 制作的。'],
  'domain.other': ['It was made for {domain}, not for {expected}.', '它是为 {domain} 而不是 {expected} 制作的。'],
  'domain.not-given': ['Not looked at: it was made for {domain}.', '未检查：它是为 {domain} 制作的。'],
  skipped: ['Not looked at, for what comes before failed.', '未检查，因为前面的检查未通过。'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

/** Where a DID document is from. */
const sources = {
  hosted: ['on this platform', '由本平台托管'],
  web: ['on its own domain', '位于其自有域名'],
  key: ['in the DID itself', '由 DID 自身得出'],
  given: ['given with the request', '由请求方提供'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

export type FindingCode = keyof typeof texts;

/** A finding in both languages; `valuesZh` are those that read otherwise in Chinese. */
export function finding(
  id: CheckId,
  ok: boolean | null,
  code: FindingCode,
  values: Record<string, string> = {},
  valuesZh: Record<string, string> = {},
): Finding {
  const fill = (text: string, words: Record<string, string>) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => (words[name] ?? '').slice(0, 300));
  const [en, zh] = texts[code];
  const [enSource, zhSource] = sources[values.source as keyof typeof sources] ?? ['', ''];
  return {
    id,
    ok,
    code,
    detail: fill(en, { ...values, source: enSource }),
    zh: fill(zh, { ...values, ...valuesZh, source: zhSource }),
  };
}
