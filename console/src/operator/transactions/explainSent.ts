import type { Language } from '../../i18n/language.ts';

/** What the platform itself says of a transaction, by its English words; `*` is taken over, or translated where it is here too. */
const words: Readonly<Record<string, string>> = {
  'no answer': '节点没有应答',
  'the base fee is above what its fee budget allows; it waits': '基础费用高于手续费上限所允许的价格，交易在等待',
  'another transaction of the same key used its nonce': '同一密钥的另一笔交易占用了它的序号',
  'its fee budget of * wei is too small: * are needed now': '手续费上限 * wei 不够，目前需要 * wei',
  'its fee budget of * drip is too small: * are needed now': '手续费上限 * drip 不够，目前需要 * drip',
  'its fee budget of * wei does not allow *': '手续费上限 * wei 不允许花费 * wei',
  'its fee budget of * drip does not allow *': '手续费上限 * drip 不允许花费 * drip',
  'insufficient funds: * wei are missing on *': '余额不足：账户还缺 * wei（*）',
  'insufficient funds on *, and no sponsor pays': '账户 * 余额不足，也没有代付',
  'the deployment failed': '部署失败',
  'cancelled by its owner': '已由提交者取消',
  'sped up by its owner': '已由提交者加价',
  'replaced by its owner': '已由提交者替换内容',
  'replaced by its owner while it was queued': '排队时已由提交者替换内容',
  'cancel was not possible: *': '未能取消：*',
  'speedUp was not possible: *': '未能加价：*',
  'replace was not possible: *': '未能替换内容：*',
  'it is over': '交易已经结束',
  'it is being cancelled': '交易正在取消',
  'in Core Space a transaction on its way keeps its body; cancel it and submit another':
    'Core 空间中已在途的交易不能更换内容，请取消后另行提交',
  'the replacement would fail: *': '新内容会执行失败：*',
  'executed before it could be changed: *': '尚未更改即已执行：*',
  cancel: '取消',
  speedUp: '加价',
  replace: '替换',
  original: '原始',
  bump: '加价',
  replacement: '替换',
  cancellation: '取消',
  'the bytes of the * were executed, not those of the *': '执行的是“*”版本，不是“*”版本',
  'the chain lost its execution; the same bytes are sent again': '链上已没有它的执行结果，按原样重新发送',
  'left the chain while nobody looked; the same bytes are sent again': '平台停止期间交易离开了链，按原样重新发送',
  'left the chain with a reorganisation; the same bytes are sent again': '链发生重组，交易离开了链，按原样重新发送',
  'sent again, for the chain lost confirmed blocks': '链丢失了已确认的区块，已重新发送',
  'signed again at epoch *, before its bytes expired': '签名数据过期前，已在纪元 * 重新签名',
  'nobody used nonce *, and later ones waited for it': '序号 * 无人使用，后面的交易都在等待',
};

function translate(text: string): string {
  const whole = words[text];
  if (whole !== undefined) return whole;
  for (const [english, chinese] of Object.entries(words)) {
    if (!english.includes('*')) continue;
    const parts = english.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    const found = new RegExp(`^${parts.join('(.*?)')}$`, 's').exec(text);
    let at = 0;
    if (found) return chinese.replaceAll('*', () => translate(found[++at] ?? ''));
  }
  return text;
}

/** A note or an error of a transaction in the reader's language; what a node or a contract says stays as it is. */
export function explainSent(text: string, language: Language): string {
  return language === 'zh-CN' ? translate(text) : text;
}
