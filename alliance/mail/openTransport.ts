import type { SentMessageInfo, Transporter } from 'nodemailer';
import { mailErrors } from './errors.ts';
import type { Message } from './templates.ts';

/** How mail leaves the platform. */
export interface SmtpOptions {
  /** `smtp:` (with STARTTLS where offered) or `smtps:`; may name the user, never the password. */
  url: string;
  password?: string | undefined;
  /** Sender, such as `Xiangyu <no-reply@example.org>`. */
  from: string;
}

const timeoutMs = 20_000;

/** Why a message was not taken: a status or an error code, never the server's text, which may repeat the address. */
function problemOf(error: unknown): { problem: string; final: boolean } {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string };
  if (responseCode === undefined) return { problem: code ?? 'the connection broke', final: false };
  // 5xx is final (RFC 5321, 4.2.1) about the message or its recipient; one about TLS or the sign-in is mended later.
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { problem: `status ${responseCode}`, final: responseCode >= 500 && isAboutMessage };
}

/**
 * Opens the way to the mail server; it connects with each message.
 *
 * @throws MAIL_OPTION_INVALID; `send` throws MAIL_NOT_SENT (retryable), MAIL_REFUSED
 */
export function openTransport({ url: given, password, from }: SmtpOptions) {
  const url = URL.parse(given);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol)) {
    throw mailErrors.optionInvalid(
      { problem: 'it is no smtp: or smtps: address' },
      { zh: { problem: '不是 smtp: 或 smtps: 地址' } },
    );
  }
  const user = decodeURIComponent(url.username);
  const pass = password ?? decodeURIComponent(url.password);
  const secure = url.protocol === 'smtps:';
  const options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password is never sent in the clear.
    ...(user ? { auth: { user, pass }, requireTLS: !secure } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  // Loaded with the first message: a platform without a mail server never needs the library.
  let transport: Promise<Transporter<SentMessageInfo>> | undefined;
  return {
    async send(to: string, messageId: string, message: Message): Promise<void> {
      transport ??= import('nodemailer').then(({ createTransport }) => createTransport(options));
      try {
        await (await transport).sendMail({ from, to: { name: '', address: to }, messageId, ...message });
      } catch (error) {
        const { problem, final } = problemOf(error);
        throw final ? mailErrors.refused({ problem }) : mailErrors.notSent({ problem });
      }
    },
  };
}

/** An open way to the mail server. */
export type Transport = ReturnType<typeof openTransport>;
