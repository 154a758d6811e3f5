import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { vi } from 'vitest';
import type { Store } from '../../store/index.ts';
import { silentLogger } from '../../store/testing.ts';
import { openSeal } from '../seal.ts';
import { openMail } from './openMail.ts';
import type { Message } from './templates.ts';

/** A message as the mail server took it. */
export interface ReceivedMail {
  to: string;
  /** The source with its headers, quoted-printable undone. */
  text: string;
}

const undo = (source: string) => {
  const bytes = source
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
  return bytes.replaceAll('\r\n', '\n');
};

/**
 * A real mail server on this machine that keeps what it gets; `refuse` answers the next messages with a status. With an
 * account it wants the password; its certificate is one that nobody vouches for.
 */
export async function startMailbox(account?: { user: string; password: string; offersTls: boolean }) {
  const passwords: string[] = [];
  const received: ReceivedMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: account === undefined,
    allowInsecureAuth: true,
    ...(account?.offersTls ? {} : { disabledCommands: ['STARTTLS'] }),
    logger: false,
    onAuth({ username, password }, _session, done) {
      passwords.push(password ?? '');
      const isRight = username === account?.user && password === account?.password;
      return isRight ? done(null, { user: username }) : done(new Error('wrong password'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const status = refusals.shift();
        if (status !== undefined) return done(Object.assign(new Error('not now'), { responseCode: status }));
        const [to] = session.envelope.rcptTo;
        received.push({ to: to?.address ?? '', text: undo(Buffer.concat(chunks).toString('utf8')) });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** Every password that was told. */
    passwords,
    refuse: (status: number) => void refusals.push(status),
    /** Waits for a message to an address and gives the token behind the `#` of its link, if it is none of `known`. */
    async waitForToken(to: string, page: string, known: readonly string[] = []): Promise<string> {
      return vi.waitFor(
        () => {
          const mail = received.findLast((each) => each.to === to && each.text.includes(`/${page}#`));
          const token = mail && new RegExp(`/${page}#([\\w-]{43})`).exec(mail.text)?.[1];
          if (!token || known.includes(token)) throw new Error(`no mail with a link to /${page} for ${to}`);
          return token;
        },
        { timeout: 30_000, interval: 20 },
      );
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** An outbox that nothing sends, and what waits in it in the order in which it was queued: for tests of other rooms. */
export function openTestMail(store: Store) {
  const seal = openSeal('66'.repeat(32), 'mail');
  const smtp = { url: 'smtp://127.0.0.1:9', from: 'no-reply@platform.example' };
  const mail = openMail({ store, logger: silentLogger, seal, smtp });
  return {
    mail,
    async read(): Promise<(Message & { to: string })[]> {
      const rows = await store.sql<{ sealed: Uint8Array }[]>`SELECT sealed FROM alliance.mail ORDER BY created_at`;
      return rows.map(({ sealed }) => JSON.parse(seal.open(sealed)));
    },
  };
}

/** A running mailbox. */
export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;
