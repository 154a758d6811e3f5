import type { JsonObject } from '../../house.ts';
import type { AskingContext } from '../context.ts';
import type { ApplicationForm } from '../model.ts';

/** `xy:application` of a request: the form, with its applicant sealed to the provider. */
export async function wireForm(
  { identity }: Pick<AskingContext, 'identity'>,
  {
    id,
    form,
    encryptionKey,
  }: { id: string; form: ApplicationForm; encryptionKey: Parameters<AskingContext['identity']['seal']>[0] },
): Promise<JsonObject> {
  const { applicant, ...open } = form;
  const sealed = await identity.seal(encryptionKey, Buffer.from(JSON.stringify(applicant)));
  return { id, ...open, applicant: sealed } as unknown as JsonObject;
}
