import type { FastifyError, FastifyRequest } from 'fastify';
import { XiangyuError } from '../errors.ts';
import { isConnectionError, storeErrors } from '../store/index.ts';
import { serverErrors } from './errors.ts';
import { explainInChinese } from './validationWords.ts';

function explainValidation(error: FastifyError): XiangyuError {
  const place = error.validationContext ?? 'request';
  const fields = (error.validation ?? []).map(({ instancePath, keyword, message, params }) => {
    const { missingProperty, additionalProperty } = params;
    const missing = typeof missingProperty === 'string' ? `/${missingProperty}` : '';
    const extra = typeof additionalProperty === 'string' ? `/${additionalProperty}` : '';
    const field = `${place}${(instancePath + missing + extra).replaceAll('/', '.')}`;
    const problem = missing ? 'is missing' : extra ? 'is not known here' : (message ?? 'is not valid');
    return { field, problem, zh: explainInChinese({ keyword, params }) };
  });
  const [{ zh, ...first } = { field: place, problem: 'is not valid', zh: '不符合要求' }] = fields;
  return serverErrors.inputInvalid(first, { cause: error, details: { fields }, zh: { problem: zh } });
}

const brokenGrammar = { problem: '不符合 JSON 语法' };

function explainFastifyError(error: FastifyError, request: FastifyRequest): XiangyuError | null {
  const extras = { cause: error };
  if (error.validation) return explainValidation(error);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return serverErrors.bodyTooLarge({ limitBytes: request.routeOptions.bodyLimit ?? 0 }, extras);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
      const mediaType = request.headers['content-type'];
      if (mediaType) return serverErrors.mediaTypeUnknown({ mediaType }, extras);
      const zh = { mediaType: '未注明 Content-Type 的内容' };
      return serverErrors.mediaTypeUnknown({ mediaType: 'a body without Content-Type' }, { ...extras, zh });
    }
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return serverErrors.jsonInvalid({ problem: 'it is empty' }, { ...extras, zh: { problem: '内容为空' } });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return serverErrors.jsonInvalid({ problem: 'it breaks the grammar' }, { ...extras, zh: brokenGrammar });
    default: {
      const { statusCode = 500 } = error;
      const problem = { problem: error.message.replace(/\.$/, '') };
      if (error instanceof SyntaxError && statusCode === 400)
        return serverErrors.jsonInvalid(problem, { ...extras, zh: brokenGrammar });
      const isClients = statusCode >= 400 && statusCode < 500;
      const zh = { problem: `不符合本接口的要求${/^\w+$/.test(error.code ?? '') ? `（${error.code}）` : ''}` };
      return isClients ? serverErrors.requestInvalid(problem, { ...extras, zh }) : null;
    }
  }
}

/** Texts that JSON and URLs can write and PostgreSQL does not have, and moments that no calendar has (SQLSTATE, class 22). */
const noText = { en: 'a text in it holds the character NUL', zh: '其中的文本含有 NUL 字符' };
const noTime = { en: 'a time in it is none', zh: '其中的时间不存在' };
const impossibleValues: Readonly<Record<string, { en: string; zh: string }>> = {
  '22021': noText,
  '22P05': noText,
  '22007': noTime,
  '22008': noTime,
};

/** Finds the entry of the catalogue for anything thrown while a request was handled. */
export function explainError(error: unknown, request: FastifyRequest, signal: AbortSignal): XiangyuError {
  if (error instanceof XiangyuError) return error;
  if (isConnectionError(error)) return storeErrors.unavailable({}, { cause: error });
  if (signal.aborted) return serverErrors.stopping({}, { cause: error });
  const problem = error instanceof Error && impossibleValues[(error as FastifyError).code];
  if (problem)
    return serverErrors.requestInvalid({ problem: problem.en }, { cause: error, zh: { problem: problem.zh } });
  const known = error instanceof Error ? explainFastifyError(error as FastifyError, request) : null;
  return known ?? serverErrors.internal({ requestId: request.id }, { cause: error });
}
