import { XiangyuError } from '../errors.ts';
import { type IndexedTransaction, parseBase32, type SpaceNumber } from '../ledger/index.ts';
import type { Hex } from '../proof/index.ts';
import { toDecimal } from './askNode.ts';
import { explorerErrors } from './errors.ts';
import type { ExplorerContext } from './explorerContext.ts';
import { openAddressBook, type Place, spaceName } from './present/addressBook.ts';
import { decodeCall } from './present/decode.ts';
import type { Trace } from './schemas/transactions.ts';

/** One record of a node's trace. Core Space writes a call and its result as two records, eSpace as one. */
interface TraceRecord {
  type: string;
  action: {
    from?: string;
    to?: string | null;
    value?: Hex;
    gas?: Hex;
    input?: Hex;
    init?: Hex;
    callType?: string;
    space?: string;
    outcome?: string;
    returnData?: Hex;
    gasLeft?: Hex;
    addr?: string;
    fromSpace?: string;
  };
  result?: { gasUsed?: Hex; output?: Hex; code?: Hex; address?: string } | null;
  error?: string | null;
  traceAddress?: number[];
  valid: boolean;
}

interface Frame {
  depth: number;
  kind: string;
  from: Place | null;
  to: Place | null;
  value: string;
  gas: string | null;
  gasUsed: string | null;
  input: Hex;
  output: Hex;
  status: 'success' | 'failed' | 'unknown';
  error: string | null;
}

/** Node texts of base32 addresses carry the type in the middle and are in capitals. */
function toPlace(text: string | null | undefined, space: SpaceNumber): Place | null {
  if (!text) return null;
  if (text.startsWith('0x')) return { space, address: text.toLowerCase() as Hex };
  const address = parseBase32(text)?.address;
  return address ? { space, address } : null;
}

function readEspaceFrames(records: readonly TraceRecord[]): Frame[] {
  return records.map(({ type, action, result, error, traceAddress = [], valid }) => ({
    depth: traceAddress.length,
    kind: action.callType ?? type,
    from: toPlace(action.from, 1),
    to: toPlace(action.to ?? result?.address, 1),
    value: toDecimal(action.value),
    gas: action.gas ? toDecimal(action.gas) : null,
    gasUsed: result?.gasUsed ? toDecimal(result.gasUsed) : null,
    input: action.input ?? action.init ?? '0x',
    output: result?.output ?? result?.code ?? '0x',
    status: error || !valid ? 'failed' : 'success',
    error: error ?? null,
  }));
}

/** Calls nest in the order of the records: a result belongs to the newest call that has none yet. */
function readCoreFrames(records: readonly TraceRecord[]): Frame[] {
  const frames: Frame[] = [];
  const open: Frame[] = [];
  for (const { type, action, valid } of records) {
    const space = action.space === 'evm' ? 1 : 0;
    if (type === 'call' || type === 'create') {
      const frame: Frame = {
        depth: open.length,
        kind: action.callType ?? type,
        from: toPlace(action.from, space),
        to: toPlace(action.to, space),
        value: toDecimal(action.value),
        gas: action.gas ? toDecimal(action.gas) : null,
        gasUsed: null,
        input: action.input ?? action.init ?? '0x',
        output: '0x',
        status: valid ? 'unknown' : 'failed',
        error: null,
      };
      frames.push(frame);
      open.push(frame);
    } else if (type === 'call_result' || type === 'create_result') {
      const frame = open.pop();
      if (!frame) continue;
      const good = action.outcome === 'success';
      frame.status = good && valid ? 'success' : 'failed';
      frame.error = good ? null : (action.outcome ?? null);
      frame.output = action.returnData ?? '0x';
      if (frame.gas !== null && action.gasLeft) frame.gasUsed = (BigInt(frame.gas) - BigInt(action.gasLeft)).toString();
      if (type === 'create_result') frame.to = toPlace(action.addr, frame.from?.space ?? 0);
    }
  }
  return frames;
}

async function askTrace({ node }: ExplorerContext, hash: Hex, space: SpaceNumber): Promise<TraceRecord[] | null> {
  const request = { method: 'trace_transaction', params: [hash] };
  try {
    const [records] =
      space === 0
        ? await node.core<[TraceRecord[] | null]>(request)
        : await node.espace<[TraceRecord[] | null]>(request);
    return records;
  } catch (error) {
    const { rpcCode, rpcMessage } = (error instanceof XiangyuError ? error.details : {}) as {
      rpcCode?: number;
      rpcMessage?: string;
    };
    if (rpcCode === undefined) throw error;
    throw explorerErrors.traceUnavailable({ problem: rpcMessage ?? `code ${rpcCode}` }, { cause: error });
  }
}

/**
 * The calls of a transaction in the order in which they were made.
 * @throws EXPLORER_TRACE_UNAVAILABLE when the node keeps none, and what a JSON-RPC call throws
 */
export async function readTrace(context: ExplorerContext, { hash, space }: IndexedTransaction): Promise<Trace> {
  const records = await askTrace(context, hash, space);
  if (!records) throw explorerErrors.traceUnavailable({ problem: 'it has none for this transaction' });
  const frames = space === 0 ? readCoreFrames(records) : readEspaceFrames(records);
  const book = await openAddressBook(
    context.index,
    frames.flatMap(({ from, to }) => [from, to]),
  );
  return {
    hash,
    space: spaceName(space),
    source: 'trace_transaction',
    frames: frames.map(({ from, to, ...frame }) => ({
      ...frame,
      space: spaceName(to?.space ?? from?.space ?? space),
      from: from && book.show(from.space, from.address),
      to: to && book.show(to.space, to.address),
      call: to && !frame.kind.startsWith('create') ? decodeCall(frame.input, book.abi(to.space, to.address)) : null,
    })),
  };
}
