import { defineErrors } from '../../errors.ts';

/** What can be wrong with the texts and keys of a transparency log; always the input's fault. */
export const tlogErrors = defineErrors('tlog', {
  badNote: {
    status: 400,
    retryable: false,
    cause: 'This is not a signed note: {problem}.',
    next: 'Pass the note on exactly as its signer made it, byte for byte.',
    zh: { cause: '这不是有效的签名文本：{problem}。', next: '请按签名方给出的原样逐字节提供。' },
  },
  badVerifierKey: {
    status: 400,
    retryable: false,
    cause: 'This is not a verifier key: {problem}.',
    next: 'Give the key as its owner publishes it: name, key id in hexadecimal and key in base64, joined by "+".',
    zh: {
      cause: '这不是有效的验证公钥：{problem}。',
      next: '请按密钥所有者公布的形式填写：名称、十六进制密钥编号、base64 公钥，以“+”相连。',
    },
  },
  badPrivateKey: {
    status: 400,
    retryable: false,
    cause: 'The private key cannot sign: {problem}.',
    next: 'Give the 32 secret bytes that the key was made of.',
    zh: { cause: '私钥无法签名：{problem}。', next: '请提供生成该密钥的 32 字节私密数据。' },
  },
  badCheckpoint: {
    status: 400,
    retryable: false,
    cause: 'This is not a checkpoint: {problem}.',
    next: 'Fetch the checkpoint again and pass it on unchanged.',
    zh: { cause: '这不是有效的检查点：{problem}。', next: '请重新获取检查点，原样提供。' },
  },
  badProof: {
    status: 400,
    retryable: false,
    cause: 'This is not a transparency log proof: {problem}.',
    next: 'Fetch the proof again and pass it on unchanged.',
    zh: { cause: '这不是有效的透明日志证明：{problem}。', next: '请重新获取证明，原样提供。' },
  },
  badPolicy: {
    status: 400,
    retryable: false,
    cause: 'Line {line} of the witness policy {problem}.',
    next: 'Correct the policy; the form is that of c2sp.org/tlog-policy.',
    zh: { cause: '见证策略第 {line} 行有误：{problem}。', next: '请改正策略；格式见 c2sp.org/tlog-policy。' },
  },
  badAddCheckpoint: {
    status: 400,
    retryable: false,
    cause: 'This is not an add-checkpoint request: {problem}.',
    next: 'Send "old" and the old size, at most 63 hashes in base64, an empty line and the checkpoint.',
    zh: {
      cause: '这不是有效的 add-checkpoint 请求：{problem}。',
      next: '请依次发送“old”和旧大小、最多 63 个 base64 哈希值、一个空行和检查点。',
    },
  },
  badTilePath: {
    status: 404,
    retryable: false,
    cause: 'The path {path} names no tile.',
    next: 'Ask for tile/<level>/<index>, with .p/<width> for a partial tile, as in tile/0/x001/x234/067.p/5.',
    zh: {
      cause: '路径 {path} 不对应任何数据块（tile）。',
      next: '请使用 tile/<层>/<序号>；不满的数据块加 .p/<宽度>，例如 tile/0/x001/x234/067.p/5。',
    },
  },
  badEntryBundle: {
    status: 400,
    retryable: false,
    cause: 'This is not a bundle of log entries: {problem}.',
    next: 'Fetch the bundle again; an entry has at most 65,535 bytes and a bundle at most 256 entries.',
    zh: {
      cause: '这不是有效的日志条目包：{problem}。',
      next: '请重新获取；每个条目最多 65,535 字节，每包最多 256 个条目。',
    },
  },
});
