import type { TLocalizedValidationError } from 'typebox/error';
import { Locale } from 'typebox/system';
import { XiangyuError } from '../errors.ts';

/** A text, or a part of one, in both languages. */
export interface Words {
  en: string;
  zh: string;
}

/** What an error says, in both languages; one that is not of the catalogue has only its own message. */
export function wordsOfError(error: unknown): Words {
  if (error instanceof XiangyuError) {
    const { message, zh } = error;
    return { en: message, zh: zh ? `${zh.reason}${zh.nextStep}` : message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { en: message, zh: message };
}

/** Where a value does not fit a JSON Schema, and why. */
export function wordsOfFault(fault: TLocalizedValidationError): Words {
  const { instancePath, message } = fault;
  return { en: `${instancePath || 'the whole'} ${message}`, zh: `${instancePath || '整体'} ${Locale.zh_Hans(fault)}` };
}
