import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { readSecretFromCommand } from '../../ledger/index.ts';
import { cliErrors } from '../errors.ts';

/** Where a password may come from; never from the command line itself, which other users of the machine can see. */
export interface PasswordOptions {
  passwordFile?: string;
  passwordCommand?: string;
}

/** Asks at the terminal; what is typed is not shown. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise((resolve, reject) => {
      lines.once('SIGINT', () => reject(cliErrors.passwordMissing()));
      lines.once('close', () => reject(cliErrors.passwordMissing()));
      lines.question('', resolve);
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/**
 * Reads a password from the file or the command given, else from the terminal, twice when it is a new one.
 * @throws CLI_PASSWORD_MISSING, CLI_PASSWORDS_DIFFER, CLI_FILE_UNREADABLE, KEYS_SECRET_COMMAND_FAILED
 */
export async function readPassword(options: PasswordOptions, isNew: boolean): Promise<string> {
  const { passwordFile: file, passwordCommand: command } = options;
  if (command !== undefined) return readSecretFromCommand(command);
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw cliErrors.fileUnreadable({ file }, { cause });
    });
    return text.replace(/\r?\n$/, '');
  }
  if (!process.stdin.isTTY) throw cliErrors.passwordMissing();
  const password = await ask('Password of the keystore file: ');
  if (isNew && (await ask('The same again: ')) !== password) throw cliErrors.passwordsDiffer();
  return password;
}
