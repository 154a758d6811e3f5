import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createContext } from '../../host/index.ts';
import { migrate } from '../../store/index.ts';
import { createTestDatabase, silentLogger, type TestDatabase } from '../../store/testing.ts';
import { allianceMigrations } from '../index.ts';
import { openSeal } from '../seal.ts';
import { openMail, type QueueParameters } from './openMail.ts';
import { openTransport } from './openTransport.ts';
import { readSmtpPassword } from './readSmtpPassword.ts';
import { fillTemplate } from './templates.ts';
import { type Mailbox, startMailbox } from './testing.ts';

let database: TestDatabase;
let mailbox: Mailbox;
const stop = new AbortController();
const running: Promise<unknown>[] = [];

beforeAll(async () => {
  [database, mailbox] = await Promise.all([createTestDatabase(), startMailbox()]);
  await migrate(database.store, allianceMigrations);
});
afterAll(async () => {
  stop.abort();
  await Promise.all(running);
  await mailbox.stop();
  await database.drop();
});

const message: QueueParameters = {
  to: 'mei@farm.example',
  template: 'invitation',
  language: 'zh-CN',
  values: { inviter: '李娜', organisation: '<b>农场</b>', link: 'https://platform.example/invitation#SECRET' },
};

function open(url: string, password?: string) {
  const log: string[] = [];
  const context = createContext({
    level: 'debug',
    signal: stop.signal,
    destination: { write: (line) => void log.push(line) },
  });
  const mail = openMail({
    store: database.store,
    logger: context.logger,
    seal: openSeal('ab'.repeat(32), 'mail'),
    smtp: { url, password, from: 'Xiangyu <no-reply@platform.example>' },
    retryDelayMs: () => 10,
  });
  return { mail, log };
}
const readRows = () => database.store.sql<
  { state: string; problem: string | null; sealed: unknown; attempts: number }[]
>`
  select state, problem, sealed, attempts from alliance.mail order by created_at`;

describe('the outbox', () => {
  it('keeps a message until the mail server takes it, and drops its text then', async () => {
    const { mail, log } = open(mailbox.url);
    await database.store.transaction((tx) => mail.queue(tx, message));
    await expect(
      database.store.transaction(async (tx) => {
        await mail.queue(tx, { ...message, to: 'never@farm.example' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    const waiting = JSON.stringify(
      await database.store.sql`select m::text, j::text from alliance.mail m, store.jobs j`,
    );
    for (const secret of ['SECRET', 'mei@farm.example']) expect(waiting).not.toContain(secret);
    mailbox.refuse(451);
    mailbox.refuse(451);
    running.push(mail.run(stop.signal));
    await vi.waitFor(async () => expect((await readRows())[0]?.state).toBe('sent'), { timeout: 30_000, interval: 20 });
    expect(await readRows()).toEqual([{ state: 'sent', problem: null, sealed: null, attempts: 3 }]);
    expect(mailbox.received.map(({ to }) => to)).toEqual(['mei@farm.example']);
    expect(mailbox.received[0]?.text).toContain('https://platform.example/invitation#SECRET');
    for (const secret of ['SECRET', 'mei@farm.example']) expect(log.join('')).not.toContain(secret);
  });

  it('gives up what is refused for good, and says why without naming anybody', async () => {
    const { mail } = open(mailbox.url);
    mailbox.refuse(550);
    await database.store.transaction((tx) => mail.queue(tx, message));
    await vi.waitFor(async () => expect((await readRows())[1]?.state).toBe('failed'), {
      timeout: 30_000,
      interval: 20,
    });
    const [, row] = await readRows();
    expect(row).toMatchObject({ sealed: null, attempts: 1 });
    expect(row?.problem).toContain('status 550');
    expect(row?.problem).not.toContain('@');
  });

  it.each([
    ['without TLS', undefined],
    ['with a certificate that nobody vouches for', 'STARTTLS'],
  ])('sends no password to a mail server %s', async (_, tls) => {
    const eager = await startMailbox({ user: 'xiangyu', password: 'smtp secret', offersTls: tls !== undefined });
    const transport = openTransport({
      url: eager.url.replace('//', '//xiangyu@'),
      password: 'smtp secret',
      from: 'x@platform.example',
    });
    const sent = transport.send('mei@farm.example', '<1@x>', fillTemplate(message));
    await expect(sent).rejects.toMatchObject({ code: 'MAIL_NOT_SENT', retryable: true });
    expect([eager.passwords, eager.received]).toEqual([[], []]);
    await eager.stop();
  });

  it('drops everything without a mail server', async () => {
    const { store } = database;
    const mail = openMail({ store, logger: silentLogger, seal: openSeal('ab'.repeat(32), 'mail'), smtp: null });
    expect(mail.isOn).toBe(false);
    await store.transaction((tx) => mail.queue(tx, message));
    expect(await readRows()).toHaveLength(2);
  });

  it('refuses an address that is none of a mail server, and a password file that is not there', async () => {
    expect(() => open('https://mail.example')).toThrow(expect.objectContaining({ code: 'MAIL_OPTION_INVALID' }));
    const missing = { url: mailbox.url, from: 'x@example.org', passwordFile: '/nowhere/password' };
    await expect(readSmtpPassword(missing)).rejects.toMatchObject({ code: 'MAIL_OPTION_INVALID' });
  });
});

describe('a message', () => {
  it('is plain text and the same as HTML, in which values are only text', () => {
    const { subject, text, html } = fillTemplate(message);
    expect(subject).toBe('邀请您加入<b>农场</b>');
    expect(text).toContain('接受邀请:\nhttps://platform.example/invitation#SECRET');
    expect(html).toContain('&lt;b&gt;农场&lt;/b&gt;');
    expect(html).toContain('<a href="https://platform.example/invitation#SECRET">接受邀请</a>');
  });

  it('has a subject of one line, whatever a value holds', () => {
    const values = { title: 'News\r\nBcc: everybody@example.org', text: 'a' };
    expect(fillTemplate({ template: 'notice', language: 'en', values }).subject).toBe(
      'News Bcc: everybody@example.org',
    );
  });
});
