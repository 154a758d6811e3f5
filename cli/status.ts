import { exitCodes } from './errors.ts';
import { requestPlatform } from './requestPlatform.ts';

export interface StatusParameters {
  url: string;
  json?: boolean;
}

function printTree(value: unknown, indent: string): void {
  for (const [key, entry] of Object.entries(value ?? {})) {
    if (entry !== null && typeof entry === 'object') {
      console.log(`${indent}${key}`);
      printTree(entry, `${indent}  `);
    } else {
      console.log(`${indent}${key.padEnd(18)} ${entry}`);
    }
  }
}

/** Prints how a running platform is. Exit code 0: ready; 1: it answers but a part of it is not ready. */
export async function status({ url, json = false }: StatusParameters): Promise<number> {
  const ready = await requestPlatform({ url, path: '/ready', alsoAccept: [503] });
  const [network, log] = await Promise.all(
    ['/api/network', '/api/log'].map((path) =>
      requestPlatform({ url, path }).then(
        ({ body }) => body,
        (error: unknown) => ({ unavailable: error instanceof Error ? error.message : String(error) }),
      ),
    ),
  );
  const report = { readiness: ready.body, network, 'evidence log': log };
  if (json) console.log(JSON.stringify(report, null, 2));
  else printTree(report, '');
  return ready.status === 200 ? exitCodes.ok : exitCodes.checkFailed;
}
