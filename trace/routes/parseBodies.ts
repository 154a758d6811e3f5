import type { FastifyInstance } from 'fastify';
import { maxBytes } from '../capture/captureDocument.ts';
import { readXmlDocument } from '../formats/index.ts';

const options = { parseAs: 'string', bodyLimit: maxBytes } as const;

/** Reads bodies in JSON-LD as JSON: repeated and reserved keys are refused. */
export function parseJsonBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/ld+json', options, app.getDefaultJsonParser('error', 'error'));
}

/** Reads bodies in XML as the JSON form of the document; throws TRACE_MALFORMED_XML and TRACE_XML_TOO_LARGE. */
export function parseXmlBodies(app: FastifyInstance): void {
  app.addContentTypeParser(['application/xml', 'text/xml'], options, async (_: unknown, body: string) =>
    readXmlDocument(body),
  );
}
