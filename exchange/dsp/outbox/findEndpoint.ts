import { getOutgoing } from '../../../host/index.ts';
import { type JsonObject, mayCallPrivate } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { findProblems } from '../messages/checkMessage.ts';
import { protocolVersion } from '../messages/context.ts';

const keptMs = 10 * 60_000;
/** A connector that is just starting has no document for a moment, and must not be missed for long because of it. */
const withoutDocumentMs = 2_000;
const most = 10_000;

/**
 * Finds the base of a connector's endpoints of version 2025-1 by its version document (2025-1, §Exposure of Versions). An
 * address without such a document is taken as the base itself. Documents are kept for ten minutes.
 */
export function openEndpoints(context: DspContext): (address: string) => Promise<string> {
  const known = new Map<string, { base: string; until: number }>();
  return async (address) => {
    const root = address.replace(/\/+$/, '');
    const kept = known.get(root);
    if (kept && performance.now() < kept.until) return kept.base;
    const base = await readBase(context, root);
    if (known.size >= most) known.clear();
    known.set(root, { base, until: performance.now() + (base === root ? withoutDocumentMs : keptMs) });
    return base;
  };
}

async function readBase(context: DspContext, root: string): Promise<string> {
  const answer = await getOutgoing({
    url: `${root}/.well-known/dspace-version`,
    headers: { accept: 'application/json' },
    timeoutMs: context.timings.answerMs,
    allowPrivate: mayCallPrivate(context.house, root),
    maxAnswerBytes: 1024 * 1024,
  });
  if (answer.status === 404 || answer.status === 405) return root;
  if (answer.status !== 200) {
    throw dspErrors.counterpartyFailed({ counterparty: root, problem: `version document: status ${answer.status}` });
  }
  const document = parse(answer.body);
  const problems = findProblems('VersionResponse', document);
  if (problems.length > 0) throw dspErrors.versionUnsupported({ counterparty: root });
  const { protocolVersions } = document as { protocolVersions: { version: string; path: string; binding: string }[] };
  const found = protocolVersions.find(({ version, binding }) => version === protocolVersion && binding === 'HTTPS');
  if (!found) throw dspErrors.versionUnsupported({ counterparty: root });
  return `${root}/${found.path.replace(/^\/+|\/+$/g, '')}`.replace(/\/+$/, '');
}

function parse(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}
