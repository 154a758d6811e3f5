import { defineErrors } from '../../errors.ts';

/** Errors of certificates. */
export const certificateErrors = defineErrors('certificate', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no certificate {certificate} in this register.',
    next: 'Check the address or number on the certificate, or search the register by the name of the operator.',
    zh: {
      cause: '本登记册中没有证书 {certificate}。',
      next: '请核对证书上的网址或编号，或按经营者名称在登记册中查找。',
    },
  },
  invalid: {
    status: 400,
    retryable: false,
    cause: 'The certificate cannot be issued: {pointer} {problem}.',
    next: 'Correct it and issue the certificate again; nothing was issued.',
    zh: { cause: '证书无法签发：{pointer} {problem}。', next: '请改正后重新签发；本次没有签发任何证书。' },
  },
  taken: {
    status: 409,
    retryable: false,
    cause: 'The address {uri} names another certificate already.',
    next: 'Choose another address, or leave it out and the platform gives one.',
    zh: { cause: '地址 {uri} 已用于另一份证书。', next: '请换一个地址；也可以不填，由平台分配。' },
  },
  notYours: {
    status: 403,
    retryable: false,
    cause: 'Certificate {number} was issued by {issuer}; only the issuer changes its status.',
    next: 'Ask the issuer, or sign in as one of its people.',
    zh: {
      cause: '证书 {number} 由 {issuer} 签发，只有签发机构可以更改其状态。',
      next: '请联系签发机构，或以该机构人员的身份登录。',
    },
  },
  withdrawn: {
    status: 409,
    retryable: false,
    cause: 'Certificate {number} is withdrawn, which cannot be taken back.',
    next: 'Issue a new certificate.',
    zh: { cause: '证书 {number} 已撤销，撤销不可收回。', next: '如仍需认证，请签发新的证书。' },
  },
  unavailable: {
    status: 503,
    retryable: false,
    cause: 'Certificates cannot be issued or changed here: this server runs without the members of an alliance.',
    next: 'Use a platform that was started with its alliance.',
    zh: { cause: '本服务器运行时没有联盟成员信息，不能签发或更改证书。', next: '请使用随联盟一同启动的平台。' },
  },
});
