import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { XiangyuError } from '../../errors.ts';
import { maxBytes, maxEvents } from '../capture/captureDocument.ts';
import { traceErrors } from '../errors.ts';

/** What every answer of the EPCIS interface says about the server, EPCIS 2.0 section 12.6. */
const epcisHeaders = {
  'GS1-EPCIS-Version': '2.0.0',
  'GS1-EPCIS-Min': '2.0.0',
  'GS1-EPCIS-Max': '2.0.0',
  'GS1-CBV-Version': '2.0.0',
  'GS1-CBV-Min': '2.0.0',
  'GS1-CBV-Max': '2.0.0',
  // Identifiers come back as they were captured.
  'GS1-EPC-Format': 'Never_Translates',
  'GS1-Vendor-Version': '1',
};

/** The limits of capture, in answers of /epcis/capture. */
export const captureHeaders = {
  'GS1-EPCIS-Capture-Limit': String(maxEvents),
  'GS1-EPCIS-Capture-File-Size-Limit': String(maxBytes),
  'GS1-Capture-Error-Behaviour': 'all',
};

/** Says what the server speaks and refuses callers that understand nothing of it. Throws TRACE_NOT_ACCEPTABLE. */
export async function greet(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers(epcisHeaders);
  const { accept } = request.headers;
  if (accept !== undefined && !/\*\/\*|application\/(?:\*|json|ld\+json)/.test(accept)) {
    throw traceErrors.notAcceptable({ accept: accept.slice(0, 200) });
  }
}

/** Gives the errors of the HTTP layer the exceptions of the standard; the server's own handler writes them. */
export function translateError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): never {
  if (error instanceof XiangyuError) throw error;
  const problem = error.message;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    reply.headers(captureHeaders);
    throw traceErrors.captureLimitExceeded({ maxEvents, maxBytes }, { cause: error });
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const mediaType = request.headers['content-type'] ?? '(none)';
    throw traceErrors.unsupportedMediaType({ mediaType: mediaType.slice(0, 200) }, { cause: error });
  }
  if (error.code?.startsWith('FST_ERR_CTP') || (error instanceof SyntaxError && error.statusCode === 400)) {
    throw traceErrors.malformedBody({ problem }, { cause: error });
  }
  throw error;
}

/** The `Link` header of the next page: the same request with the token. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, token: string | null, lifetimeMs: number): void {
  if (token === null) return;
  const url = new URL(request.url, 'http://unused.invalid');
  url.searchParams.set('nextPageToken', token);
  reply.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
  reply.header('GS1-Next-Page-Token-Expires', new Date(Date.now() + lifetimeMs).toISOString());
}
