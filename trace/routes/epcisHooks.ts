import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { XiangyuError } from '../../errors.ts';
import { inBoth } from '../../proof/index.ts';
import { maxBytes, maxEvents } from '../capture/captureDocument.ts';
import { traceErrors } from '../errors.ts';
import { captureHeaders, epcisHeaders } from './epcisHeaders.ts';
import { type Negotiated, negotiate } from './negotiate.ts';
import { writeProblem } from './writeProblem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for a resource of the EPCIS interface that is answered in XML when the caller prefers it. */
    epcisXml?: boolean;
  }
  interface FastifyRequest {
    /** What caller and server agreed on; within the EPCIS interface only. */
    epcis: Negotiated | null;
  }
}

/** Longer URLs are refused with the exception of the standard; far longer ones do not even reach us. */
const maxUrlLength = 8_000;

/**
 * What all resources of the EPCIS interface share: versions and formats are negotiated before a handler runs, every
 * answer says what the server speaks, and problems are written in the caller's language.
 */
export function installEpcisHooks(app: FastifyInstance): void {
  app.decorateRequest('epcis', null);
  app.addHook('onRequest', greet);
  app.addHook('onSend', async (request, reply, payload) => {
    const said = { ...epcisHeaders, ...describeAnswer(request.epcis) };
    for (const [name, value] of Object.entries(said)) if (!reply.hasHeader(name)) reply.header(name, value);
    return writeProblem(request, reply, payload);
  });
  app.setErrorHandler(translateError);
}

/** Settles what the answer will be. Throws what `negotiate` throws, and TRACE_URI_TOO_LONG. */
async function greet(request: FastifyRequest): Promise<void> {
  const { length } = request.url;
  if (length > maxUrlLength) throw traceErrors.uriTooLong({ length, most: maxUrlLength });
  request.epcis = negotiate(request, { xml: request.routeOptions.config.epcisXml ?? false });
}

function describeAnswer(epcis: Negotiated | null): Record<string, string> {
  const headers: Record<string, string> = {
    'GS1-EPC-Format': epcis?.epcFormat ?? 'Always_GS1_Digital_Link',
    'GS1-CBV-XML-Format': epcis?.cbvFormat ?? 'Always_Web_URI',
    Vary: 'Accept, GS1-EPC-Format, GS1-EPCIS-Max',
  };
  return epcis?.version === '1.2' ? { ...headers, 'GS1-EPCIS-Version': '1.2', 'GS1-CBV-Version': '1.2.2' } : headers;
}

/** What was negotiated for a request of the EPCIS interface. */
export function negotiated(request: FastifyRequest): Negotiated {
  return request.epcis ?? negotiate(request, { xml: false });
}

/** Gives the errors of the HTTP layer the exceptions of the standard; the server's own handler writes them. */
function translateError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): never {
  if (error instanceof XiangyuError) {
    if (error.code === 'TRACE_CAPTURE_LIMIT_EXCEEDED') reply.headers(captureHeaders);
    throw error;
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    reply.headers(captureHeaders);
    throw traceErrors.captureLimitExceeded({ maxEvents, maxBytes }, { cause: error });
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const mediaType = (request.headers['content-type'] ?? '(none)').slice(0, 200);
    const offered = request.routeOptions.config.epcisXml
      ? {
          en: 'application/json, application/ld+json, application/xml or text/xml',
          zh: 'application/json、application/ld+json、application/xml 或 text/xml',
        }
      : { en: 'application/json or application/ld+json', zh: 'application/json 或 application/ld+json' };
    throw traceErrors.unsupportedMediaType(...inBoth({ mediaType, offered }, { cause: error }));
  }
  if (error.code?.startsWith('FST_ERR_CTP') || (error instanceof SyntaxError && error.statusCode === 400)) {
    const problem = { en: error.message, zh: 'JSON 格式有误，或含有重复、保留的键' };
    throw traceErrors.malformedBody(...inBoth({ problem }, { cause: error }));
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
