import { type AuditCounts, type AuditProgress, type AuditReport, auditChain } from '../engine/index.ts';
import { cliErrors, exitCodes } from './errors.ts';

export interface AuditParameters {
  /** Local Core Space port of the node. */
  coreRpc: string;
  espaceRpc?: string;
  from?: string;
  to?: string;
  era?: string;
  json?: boolean;
}

/** What a shell expects of a program that was ended by Ctrl-C. */
const interrupted = 130;

function readEpoch(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,12}$/.test(text))
    throw cliErrors.optionInvalid({ name, value: text, origin: 'command line', expected: 'a whole number' });
  return Number(text);
}

/** A line that is written over on a terminal, and every ten seconds otherwise. */
function createProgressLine() {
  const startedAt = performance.now();
  let shownAt = startedAt;
  return ({ epoch, to, counts }: AuditProgress) => {
    const seconds = (performance.now() - startedAt) / 1000;
    const rate = Math.round(counts.blocks / Math.max(seconds, 0.001));
    const text = `  …  epoch ${epoch} of ${to}, ${counts.blocks} blocks, ${rate} blocks/s`;
    if (process.stderr.isTTY) process.stderr.write(`\r${text}   `);
    else if (performance.now() - shownAt > 10_000) {
      shownAt = performance.now();
      process.stderr.write(`${text}\n`);
    }
  };
}

function describeCounts(counts: AuditCounts): string {
  return [
    `  epochs         ${counts.epochs}`,
    `  blocks         ${counts.blocks} (${counts.sideBlocks} off the pivot chain, ${counts.skippedBlocks} not executed)`,
    `  transactions   ${counts.espaceTransactions} of eSpace, ${counts.coreTransactions} of Core Space (${counts.skippedReceipts} skipped)`,
    `  receipt roots  ${counts.receiptRoots} found in the pivot chain`,
    `  forks          ${counts.forks} judged by weight${counts.openForks > 0 ? `, ${counts.openForks} begin before the audit` : ''}`,
  ].join('\n');
}

function printReport({ from, to, tip, counts, weight, difference }: AuditReport): void {
  console.log(
    `Audited epochs ${from} to ${to}, as seen from the pivot block ${tip ?? 'none'}.\n${describeCounts(counts)}\n  weight         ${weight}\n`,
  );
  if (!difference) {
    console.log(
      'No difference: hashes, work, prices, pivot chain, sets and orders of the epochs, transactions and receipts.',
    );
    console.log('Not recomputed: state roots, and the rules that make a block invalid only in part.');
    return;
  }
  const { epoch, block, what, expected, found } = difference;
  console.log(`FIRST DIFFERENCE in epoch ${epoch}${block ? `, block ${block}` : ''}: ${what}`);
  console.log(`  by the rules   ${expected}\n  by the node    ${found}`);
}

/** Reads a whole chain over RPC and recomputes it. Exit code 0: no difference; 1: one was found; 130: ended by Ctrl-C. */
export async function audit(parameters: AuditParameters): Promise<number> {
  const { coreRpc, espaceRpc, json = false } = parameters;
  const [from, to, eraEpochs] = (['from', 'to', 'era'] as const).map((name) => readEpoch(name, parameters[name]));
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const showProgress = createProgressLine();
  let last: AuditProgress | null = null;
  try {
    const report = await auditChain({
      coreUrl: coreRpc,
      ...(espaceRpc ? { espaceUrl: espaceRpc } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(eraEpochs === undefined ? {} : { eraEpochs }),
      signal: stopping.signal,
      onProgress: (progress) => {
        last = progress;
        showProgress(progress);
      },
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    if (json) console.log(JSON.stringify(report, null, 2));
    else printReport(report);
    return report.difference ? exitCodes.checkFailed : exitCodes.ok;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    const next = ((last as AuditProgress | null)?.epoch ?? (from ?? 0) - 1) + 1;
    console.error(`\nStopped before epoch ${next}; no difference until there. Go on with --from ${next}.`);
    return interrupted;
  }
}
