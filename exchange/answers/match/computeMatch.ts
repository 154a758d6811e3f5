import type { MatchOutcome, MatchWork } from './matchWork.ts';
import { loadPsi, type Psi } from './psi.ts';

function makeRequest(psi: Psi, { identifiers, reveal }: MatchWork & { step: 'request' }): MatchOutcome {
  const client = psi.client.createWithNewKey(reveal);
  const request = client.createRequest(identifiers).serializeBinary();
  const key = client.getPrivateKeyBytes();
  client.delete();
  return { step: 'request', key, request };
}

/** The secret of the provider lives for this answer only: two matches can never be held against each other. */
function makeAnswer(psi: Psi, work: MatchWork & { step: 'answer' }): MatchOutcome {
  const { identifiers, reveal, size } = work;
  const request = psi.request.deserializeBinary(work.request);
  const elements = request.getEncryptedElementsList_asU8().map((element) => Buffer.from(element).toString('base64'));
  if (new Set(elements).size !== elements.length)
    return { step: 'refused', problem: 'the request repeats an identifier to look larger than it is' };
  if (elements.length !== size)
    return { step: 'refused', problem: 'the request holds another number of identifiers than it says' };
  if (request.getRevealIntersection() !== reveal)
    return { step: 'refused', problem: 'the request is of the other mode' };
  const server = psi.server.createWithNewKey(reveal);
  try {
    const response = server.processRequest(request).serializeBinary();
    // Raw: every element as it is, so that nothing counts as matched by chance as it would in a filter.
    const setup = server.createSetupMessage(1e-9, size, identifiers, psi.dataStructure.Raw).serializeBinary();
    return { step: 'answer', setup, response };
  } finally {
    server.delete();
  }
}

function compare(psi: Psi, { key, reveal, ...work }: MatchWork & { step: 'compare' }): MatchOutcome {
  const client = psi.client.createFromKey(key, reveal);
  try {
    const setup = psi.serverSetup.deserializeBinary(work.setup);
    const response = psi.response.deserializeBinary(work.response);
    if (!reveal) return { step: 'compare', size: client.getIntersectionSize(setup, response), indices: null };
    const indices = [...client.getIntersection(setup, response)].sort((a, b) => a - b);
    return { step: 'compare', size: indices.length, indices };
  } finally {
    client.delete();
  }
}

/** Does one step of a match in this thread. What the library refuses of the other side's message is an outcome. */
export async function computeMatch(work: MatchWork): Promise<MatchOutcome> {
  const psi = await loadPsi();
  try {
    if (work.step === 'request') return makeRequest(psi, work);
    return work.step === 'answer' ? makeAnswer(psi, work) : compare(psi, work);
  } catch (error) {
    if (work.step === 'request') throw error;
    return { step: 'refused', problem: error instanceof Error ? error.message : 'the message is malformed' };
  }
}
