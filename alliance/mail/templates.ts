/** Languages of mail. */
export type Language = 'zh-CN' | 'en';

interface TemplateText {
  subject: string;
  /** Paragraphs; `{name}` stands for a value. */
  text: readonly string[];
  /** Caption of the link that the value `link` holds. */
  action: string;
}

/** Every kind of mail. `notice` is for rooms that have their own words: values `title`, `text` and `link`. */
const templates = {
  invitation: {
    'zh-CN': {
      subject: '邀请您加入{organisation}',
      text: ['您好！', '{inviter}邀请您加入{organisation}在湘渝平台上的组织账户。', '链接七天内有效，仅可使用一次。'],
      action: '接受邀请',
    },
    en: {
      subject: 'Invitation to {organisation}',
      text: [
        'Hello,',
        '{inviter} invites you to join {organisation} on the Xiangyu platform.',
        'The link works for seven days and only once.',
      ],
      action: 'Accept the invitation',
    },
  },
  organisationInvitation: {
    'zh-CN': {
      subject: '邀请{organisation}加入湘渝平台',
      text: [
        '您好！',
        '{inviter}邀请{organisation}使用湘渝平台。接受后您将成为该组织的管理员，可以申请加入联盟。',
        '链接七天内有效，仅可使用一次。',
      ],
      action: '接受邀请',
    },
    en: {
      subject: 'Invitation of {organisation} to the Xiangyu platform',
      text: [
        'Hello,',
        '{inviter} invites {organisation} to the Xiangyu platform. You become its administrator and can apply to join the alliance.',
        'The link works for seven days and only once.',
      ],
      action: 'Accept the invitation',
    },
  },
  recovery: {
    'zh-CN': {
      subject: '重设您的密码',
      text: [
        '您好！',
        '有人请求重设您在湘渝平台的密码。如果不是您本人，请忽略此邮件，您的密码不会改变。',
        '链接一小时内有效，仅可使用一次。',
      ],
      action: '重设密码',
    },
    en: {
      subject: 'Set a new password',
      text: [
        'Hello,',
        'Somebody asked to set a new password for your account on the Xiangyu platform. If it was not you, ignore this mail: nothing changes.',
        'The link works for an hour and only once.',
      ],
      action: 'Set a new password',
    },
  },
  passwordChanged: {
    'zh-CN': {
      subject: '您的密码已更改',
      text: [
        '您好！',
        '您在湘渝平台的密码刚刚被更改，所有登录会话均已结束。如果不是您本人，请立即联系您组织的管理员。',
      ],
      action: '登录',
    },
    en: {
      subject: 'Your password was changed',
      text: [
        'Hello,',
        'The password of your account on the Xiangyu platform was changed just now, and all sessions have ended. If it was not you, tell the administrator of your organisation at once.',
      ],
      action: 'Sign in',
    },
  },
  notice: {
    'zh-CN': { subject: '{title}', text: ['{text}'], action: '在平台上查看' },
    en: { subject: '{title}', text: ['{text}'], action: 'See it on the platform' },
  },
} as const satisfies Record<string, Record<Language, TemplateText>>;

/** Name of a kind of mail. */
export type TemplateName = keyof typeof templates;

/** A message, ready to be sent. */
export interface Message {
  subject: string;
  text: string;
  html: string;
}

export interface FillTemplateParameters {
  template: TemplateName;
  language: Language;
  /** `link` becomes the link; the others stand in the text. */
  values: Readonly<Record<string, string>>;
}

const htmlOf: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => htmlOf[sign] ?? sign);
/** Values come from people: one line, so that none can end the subject and begin another header. */
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim();

/** Writes a message: plain text and the same as simple HTML. */
export function fillTemplate({ template, language, values }: FillTemplateParameters): Message {
  const { subject, text, action }: TemplateText = templates[template][language];
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const paragraphs = text.map(fill);
  const { link } = values;
  const linkHtml = link ? [`<a href="${escapeHtml(link)}">${escapeHtml(action)}</a>`] : [];
  const html = [...paragraphs.map(escapeHtml), ...linkHtml].map((line) => `<p>${line.replaceAll('\n', '<br>')}</p>`);
  return {
    subject: oneLine(fill(subject)),
    text: `${[...paragraphs, ...(link ? [`${action}:\n${link}`] : [])].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><body>${html.join('')}</body></html>`,
  };
}
