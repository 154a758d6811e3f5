import type { ServerReady } from './startServer.ts';

export interface PrintWelcomeParameters {
  ready: ServerReady;
  data: string;
  seconds: number;
  /** On a chain of our own the treasury funds itself; elsewhere somebody has to. */
  ownsChain: boolean;
}

/** Prints what a person needs next: the console's address, the one-time link, the demonstration and the data folder. */
export function printWelcome({ ready, data, seconds, ownsChain }: PrintWelcomeParameters): void {
  const lines = [`\nReady in ${seconds.toFixed(1)} s.\n`, `  Console       ${ready.address}`];
  if (ready.setupToken) {
    // The token stands behind '#': a browser never sends that part to a server, so no log sees it.
    lines.push(`  First account ${ready.address}/setup#token=${ready.setupToken}`);
    lines.push('                (this link works once and makes the first operator account)');
  }
  if (ready.demoPaths.length > 0) lines.push('  Demonstration (invented parties, not real records)');
  for (const path of ready.demoPaths) lines.push(`                ${ready.address}${path}`);
  if (!ownsChain) {
    lines.push(`  Treasury      ${ready.treasuryAddress}`);
    lines.push('                (records are anchored from this account: keep some CFX in it, on eSpace)');
  }
  lines.push(`  API           ${ready.address}/docs`, `  Data          ${data}`, '', 'Press Ctrl-C to stop.');
  console.log(lines.join('\n'));
}
