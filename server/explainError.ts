import type { FastifyError, FastifyRequest } from 'fastify';
import { XiangyuError } from '../errors.ts';
import { isConnectionError, storeErrors } from '../store/index.ts';
import { serverErrors } from './errors.ts';

function explainValidation(error: FastifyError): XiangyuError {
  const place = error.validationContext ?? 'request';
  const fields = (error.validation ?? []).map(({ instancePath, message, params }) => {
    const { missingProperty, additionalProperty } = params;
    const missing = typeof missingProperty === 'string' ? `/${missingProperty}` : '';
    const extra = typeof additionalProperty === 'string' ? `/${additionalProperty}` : '';
    const field = `${place}${(instancePath + missing + extra).replaceAll('/', '.')}`;
    return { field, problem: missing ? 'is missing' : extra ? 'is not known here' : (message ?? 'is not valid') };
  });
  const [first = { field: place, problem: 'is not valid' }] = fields;
  return serverErrors.inputInvalid(first, { cause: error, details: { fields } });
}

function explainFastifyError(error: FastifyError, request: FastifyRequest): XiangyuError | null {
  const extras = { cause: error };
  if (error.validation) return explainValidation(error);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return serverErrors.bodyTooLarge({ limitBytes: request.routeOptions.bodyLimit ?? 0 }, extras);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
      const mediaType = request.headers['content-type'] ?? 'a body without Content-Type';
      return serverErrors.mediaTypeUnknown({ mediaType }, extras);
    }
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return serverErrors.jsonInvalid({ problem: 'it is empty' }, extras);
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return serverErrors.jsonInvalid({ problem: 'it breaks the grammar' }, extras);
    default: {
      const { statusCode = 500 } = error;
      if (error instanceof SyntaxError && statusCode === 400)
        return serverErrors.jsonInvalid({ problem: error.message.replace(/\.$/, '') }, extras);
      const isClients = statusCode >= 400 && statusCode < 500;
      return isClients ? serverErrors.requestInvalid({ problem: error.message.replace(/\.$/, '') }, extras) : null;
    }
  }
}

/** Texts that JSON and URLs can write and PostgreSQL does not have, and moments that no calendar has (SQLSTATE, class 22). */
const impossibleValues: Readonly<Record<string, string>> = {
  '22021': 'a text in it holds the character NUL',
  '22P05': 'a text in it holds the character NUL',
  '22007': 'a time in it is none',
  '22008': 'a time in it is none',
};

/** Finds the entry of the catalogue for anything thrown while a request was handled. */
export function explainError(error: unknown, request: FastifyRequest, signal: AbortSignal): XiangyuError {
  if (error instanceof XiangyuError) return error;
  if (isConnectionError(error)) return storeErrors.unavailable({}, { cause: error });
  if (signal.aborted) return serverErrors.stopping({}, { cause: error });
  const problem = error instanceof Error && impossibleValues[(error as FastifyError).code];
  if (problem) return serverErrors.requestInvalid({ problem }, { cause: error });
  const known = error instanceof Error ? explainFastifyError(error as FastifyError, request) : null;
  return known ?? serverErrors.internal({ requestId: request.id }, { cause: error });
}
