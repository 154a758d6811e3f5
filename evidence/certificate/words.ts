/** The languages of a certificate. */
export type Language = 'zh-CN' | 'en';

interface Words {
  title: string;
  subtitle: string;
  lead: string;
  rows: Record<
    | 'name'
    | 'bytes'
    | 'digest'
    | 'saltedDigest'
    | 'member'
    | 'time'
    | 'id'
    | 'log'
    | 'place'
    | 'checkpoint'
    | 'root'
    | 'contract'
    | 'transaction'
    | 'block'
    | 'status'
    | 'erased',
    string
  >;
  place: (index: string) => string;
  checkpoint: (size: string) => string;
  bytes: (bytes: string) => string;
  block: (number: string, chain: number, time: string | null) => string;
  status: Record<'anchored' | 'confirmed', string>;
  provesTitle: string;
  proves: (facts: { index: string; size: string; time: string; salted: boolean }) => string[];
  limitsTitle: string;
  limits: (salted: boolean) => string[];
  scan: string;
  foot: (issuedAt: string) => string;
}

const zh: Words = {
  title: '电子数据存证证书',
  subtitle: '湘渝区域区块链公共服务平台',
  lead: '下列摘要已写入本平台的公开存证日志，并锚定于区块链。任何人都可以独立验证，无需信任本平台。',
  rows: {
    name: '文件名称',
    bytes: '文件大小',
    digest: '摘要（SHA-256）',
    saltedDigest: '加盐摘要（SHA-256）',
    member: '存证单位',
    time: '存证时间',
    id: '存证编号',
    log: '存证日志',
    place: '日志序号',
    checkpoint: '检查点',
    root: '检查点根',
    contract: '锚定合约',
    transaction: '锚定交易',
    block: '所在区块',
    status: '状态',
    erased: '内容已删除',
  },
  place: (index) => `第 ${index} 号（从 0 起）`,
  checkpoint: (size) => `日志前 ${size} 条`,
  bytes: (bytes) => `${bytes} 字节`,
  block: (number, chain, time) => `${number}，链 ${chain}${time ? `，${time}` : ''}`,
  status: { anchored: '已上链', confirmed: '已上链并确认' },
  provesTitle: '本证书证明',
  proves: ({ index, size, time, salted }) => [
    salted
      ? '存证单位提交的一份数据连同随机盐，其 SHA-256 为上述摘要。'
      : '存证单位提交了上述摘要；与之相符的文件，其内容逐位未变。',
    `该摘要是日志第 ${index} 号记录，包含在前 ${size} 条记录的检查点中，此后无法删改而不被发现。`,
    `该检查点的根已由上述交易写入区块链${time ? `，平台于 ${time}见其执行` : ''}；摘要不晚于该区块存在。`,
  ],
  limitsTitle: '本证书不证明',
  limits: (salted) => [
    '数据内容真实、合法，或存证单位享有其权利。',
    '数据此前何时形成；“存证时间”取自平台时钟，区块时间为其上限。',
    salted ? '数据内容本身；它由平台保密保存，可依申请删除。' : '文件内容本身；平台从未收到该文件，请妥善保管原件。',
  ],
  scan: '扫码验证',
  foot: (issuedAt) => `本证书由平台于 ${issuedAt}生成。其效力来自可独立验证的证明，而非本页；请以验证结果为准。`,
};

const en: Words = {
  title: 'Certificate of Evidence',
  subtitle: 'Xiangyu, a regional public-service blockchain platform',
  lead: 'The digest below stands in the public evidence log of this platform and is anchored on a blockchain. Anybody can verify it independently, without trusting the platform.',
  rows: {
    name: 'File name',
    bytes: 'File size',
    digest: 'Digest (SHA-256)',
    saltedDigest: 'Salted digest (SHA-256)',
    member: 'Recorded by',
    time: 'Recorded at',
    id: 'Record',
    log: 'Evidence log',
    place: 'Place in the log',
    checkpoint: 'Checkpoint',
    root: 'Its root',
    contract: 'Contract',
    transaction: 'Transaction',
    block: 'Block',
    status: 'Status',
    erased: 'Content erased',
  },
  place: (index) => `index ${index}, counted from 0`,
  checkpoint: (size) => `the first ${size} entries of the log`,
  bytes: (bytes) => `${bytes} bytes`,
  block: (number, chain, time) => `${number} of chain ${chain}${time ? `, ${time}` : ''}`,
  status: { anchored: 'on the chain', confirmed: 'on the chain and confirmed' },
  provesTitle: 'What this proves',
  proves: ({ index, size, time, salted }) => [
    salted
      ? 'The member handed in data which, together with a random salt, has the SHA-256 above.'
      : 'The member handed in the digest above; a file that matches it is unchanged to the last bit.',
    `The digest is entry ${index} of the log, under the checkpoint of its first ${size} entries; it cannot be changed or taken out without being noticed.`,
    `The root of that checkpoint was written to the blockchain by the transaction above${time ? `, seen executed at ${time}` : ''}; the digest is no younger than that block.`,
  ],
  limitsTitle: 'What it does not prove',
  limits: (salted) => [
    'That the content is true or lawful, or that the member has rights in it.',
    'When the data came to be before that: the time of recording is the word of the platform’s clock, bounded from above by the block.',
    salted
      ? 'The content itself: the platform keeps it private, and it may be erased on request.'
      : 'The content itself: the platform never had the file. Keep the original.',
  ],
  scan: 'Scan to verify',
  foot: (issuedAt) =>
    `Written by the platform at ${issuedAt}. Its force is the proof, which anybody can verify, not this page; what counts is the result of the verification.`,
};

/** The words of each language. */
export const words: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en };
