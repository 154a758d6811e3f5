import { realpath } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { deliveryErrors } from '../../errors.ts';

/**
 * The file of that name below the folder of a department's files; links that lead out of it are refused.
 * @throws DELIVERY_SOURCE_INVALID
 */
export async function findFile(folder: string, name: string): Promise<string> {
  const fail = (problem: string) => deliveryErrors.sourceInvalid({ problem });
  if (name === '' || name.includes('\0') || isAbsolute(name))
    throw fail('its file needs a name below the folder of the department');
  const [base, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]).catch(() => {
    throw fail(`there is no file ${name}`);
  });
  if (!path.startsWith(`${base}${sep}`)) throw fail('its file lies outside of the folder of the department');
  return path;
}
