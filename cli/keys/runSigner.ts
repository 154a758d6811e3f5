import { readFile } from 'node:fs/promises';
import { createContext } from '../../host/index.ts';
import { openKeystore, serveSigner } from '../../ledger/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { type PasswordOptions, readPassword } from './readPassword.ts';

/** What `xiangyu signer` is given. */
export interface SignerOptions extends PasswordOptions {
  keystore: string;
  tokenFile: string;
  host: string;
  port: string;
  chain: string[];
  to?: string[];
  maxValue?: string;
  typedData?: boolean;
}

function readPolicy({ chain, to, maxValue, typedData = false }: SignerOptions) {
  const invalid = (name: string, value: string, expected: string) =>
    cliErrors.optionInvalid({ name, value, origin: 'flag', expected });
  for (const id of chain) if (!/^[1-9]\d{0,15}$/.test(id)) throw invalid('chain', id, 'a chain id');
  for (const one of to ?? []) if (!/^0x[0-9a-f]{40}$/i.test(one)) throw invalid('to', one, 'an eSpace address');
  if (maxValue !== undefined && !/^\d{1,78}$/.test(maxValue)) throw invalid('max-value', maxValue, 'a number of wei');
  return {
    chains: chain.map(Number),
    typedData,
    ...(to ? { to: to.map((one) => one.toLowerCase() as `0x${string}`) } : {}),
    ...(maxValue === undefined ? {} : { maxValue: BigInt(maxValue) }),
  };
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
}

/** Resolves at the first request to end. */
const waitForEnd = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

/** Holds the key of a keystore file and signs for a platform that shows the token, until it is told to end. */
export async function runSigner(options: SignerOptions): Promise<number> {
  const policy = readPolicy(options);
  const token = (await readText(options.tokenFile)).trim();
  if (token.length < 16) throw cliErrors.tokenShort({ file: options.tokenFile });
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw cliErrors.optionInvalid({ name: 'port', value: options.port, origin: 'flag', expected: 'a port' });
  }
  const keystore = await readText(options.keystore);
  const privateKey = await openKeystore(keystore, await readPassword(options, false));
  const { logger } = createContext({ level: 'info', signal: new AbortController().signal });
  const end = waitForEnd();
  const signer = await serveSigner({ host: options.host, port, privateKeys: [privateKey], token, policy, logger });
  console.log(`Signer of ${signer.addresses.join(', ')} at ${signer.url}`);
  await end;
  await signer.stop();
  return exitCodes.ok;
}
