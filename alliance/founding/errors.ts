import { defineErrors } from '../../errors.ts';

export const foundingErrors = defineErrors('founding', {
  membersInvalid: {
    status: 400,
    retryable: false,
    cause: 'The list of founders is not right in {count} places; the first is line {line}, column {column}: {problem}.',
    next: 'Correct all of them, they are listed with their lines, and begin again.',
    zh: {
      cause: '创始成员名单有 {count} 处错误，第一处在第 {line} 行第 {column} 列：{problem}。',
      next: '请按所列行号逐处改正，然后重新提交。',
    },
  },
  otherCharter: {
    status: 409,
    retryable: false,
    cause: 'A founding with another charter is under way; {signed} of {founders} founders signed it.',
    next: 'Give the same list of founders to go on with it, or begin anew with `replace` if the founders agree.',
    zh: {
      cause: '另一份章程的创立程序正在进行，{founders} 家创始成员中已有 {signed} 家签署。',
      next: '请提交相同的创始成员名单以继续；如创始成员均同意重来，请用 `replace` 重新开始。',
    },
  },
  alreadyFounded: {
    status: 409,
    retryable: false,
    cause: 'The alliance is founded already, with another charter.',
    next: 'Members are admitted by a vote of the members from now on.',
    zh: { cause: '联盟已按另一份章程创立。', next: '此后接纳成员单位由成员投票决定。' },
  },
  notStarted: {
    status: 404,
    retryable: false,
    cause: 'No founding is under way here.',
    next: 'The operator begins one with `xiangyu alliance found --members members.yaml`.',
    zh: {
      cause: '目前没有正在进行的创立程序。',
      next: '请运营方用 `xiangyu alliance found --members members.yaml` 开始。',
    },
  },
  notDeployed: {
    status: 409,
    retryable: true,
    cause: "The alliance's contracts are not on the chain yet.",
    next: 'Try again in a few seconds.',
    zh: { cause: '联盟的合约尚未部署到链上。', next: '请几秒后再试。' },
  },
  founderUnknown: {
    status: 404,
    retryable: false,
    cause: 'The charter names no founder {founder}.',
    next: 'Check the slug against the charter.',
    zh: { cause: '章程中没有创始成员 {founder}。', next: '请对照章程核对其标识。' },
  },
  signatureWrong: {
    status: 403,
    retryable: false,
    cause: 'The signature is not that of the key {key} which the charter names for {founder}.',
    next: "Sign this alliance's charter with that key: `xiangyu alliance sign`.",
    zh: {
      cause: '该签名不是章程为 {founder} 写明的密钥 {key} 所签。',
      next: '请用该密钥签署本联盟的章程：`xiangyu alliance sign`。',
    },
  },
});
