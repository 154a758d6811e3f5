import { defineErrors } from '../../errors.ts';

/** Errors about who may see which event. */
export const accessErrors = defineErrors('access', {
  audienceUnknown: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The audience {value} is not one that this server knows.',
    next: 'Write public, partners, certifier, authority, or members: with the short names of members, such as members:a,b.',
    zh: {
      cause: '服务器不认识可见范围 {value}。',
      next: '请填写 public、partners、certifier、authority，或 members: 加成员简称，例如 members:a,b。',
    },
  },
  memberUnknown: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The audience names {members}, and no such member is known.',
    next: 'Check the short names with GET /api/members; nothing was stored.',
    zh: {
      cause: '可见范围中写有 {members}，但没有这样的成员。',
      next: '请用 GET /api/members 核对成员简称；本次没有保存任何内容。',
    },
  },
  partyInvalid: {
    status: 400,
    retryable: false,
    cause: '{party} is not a party: {problem}.',
    next: 'Give the global location number of the party as https://id.gs1.org/417/… or urn:epc:id:pgln:….',
    zh: {
      cause: '{party} 不是有效的参与方编码：{problem}。',
      next: '请填写参与方的全球位置码，写作 https://id.gs1.org/417/… 或 urn:epc:id:pgln:…。',
    },
  },
  partyTaken: {
    status: 409,
    retryable: false,
    cause: 'Another member said before that {party} is its own.',
    next: 'Check the number; if it is yours, ask the platform’s operator to clear it up with that member.',
    zh: {
      cause: '另一成员已先声明 {party} 归其所有。',
      next: '请核对编码；如确属本单位，请联系平台运营方与该成员核实。',
    },
  },
});
