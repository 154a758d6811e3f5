import { Type } from 'typebox';
import type { JsonObject } from '../../house.ts';
import { agreementSchema, contextSchema, messageOfferSchema } from './policySchemas.ts';

/** PostgreSQL indexes nothing longer, and no sane identifier is. */
const identifier = Type.String({ minLength: 1, maxLength: 2_000 });
const address = Type.String({ minLength: 1, maxLength: 2_000 });
/** `@id` of a message names it, so that a repeat is known as one. */
const name = Type.Optional(identifier);
const head = <Name extends string>(type: Name) => ({
  '@context': contextSchema,
  '@type': Type.Literal(type),
  '@id': name,
});
const pids = { providerPid: identifier, consumerPid: identifier };
const ending = {
  code: Type.Optional(Type.String()),
  reason: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1 })),
};
/** Of the properties that only the first or only a later message has, exactly one is there. */
const either = (first: string, second: string) => ({ oneOf: [{ required: [first] }, { required: [second] }] });

/** Where data are or go. */
const dataAddressSchema = Type.Object({
  '@type': Type.Literal('DataAddress'),
  endpointType: Type.String(),
  endpoint: Type.Optional(Type.String()),
  endpointProperties: Type.Optional(
    Type.Array(Type.Object({ '@type': Type.Literal('EndpointProperty'), name: Type.String(), value: Type.String() }), {
      minItems: 1,
    }),
  ),
});

/** Every message that a connector may send to another; members that are not named here are let through. */
export const messageSchemas = {
  CatalogRequestMessage: Type.Object({
    ...head('CatalogRequestMessage'),
    filter: Type.Optional(Type.Array(Type.Unknown(), { maxItems: 100 })),
  }),
  DatasetRequestMessage: Type.Object({ ...head('DatasetRequestMessage'), dataset: identifier }),
  ContractRequestMessage: Type.Object(
    {
      ...head('ContractRequestMessage'),
      consumerPid: identifier,
      providerPid: Type.Optional(identifier),
      offer: messageOfferSchema,
      callbackAddress: Type.Optional(address),
    },
    either('callbackAddress', 'providerPid'),
  ),
  ContractOfferMessage: Type.Object(
    {
      ...head('ContractOfferMessage'),
      providerPid: identifier,
      consumerPid: Type.Optional(identifier),
      offer: messageOfferSchema,
      callbackAddress: Type.Optional(address),
    },
    either('callbackAddress', 'consumerPid'),
  ),
  ContractAgreementMessage: Type.Object({ ...head('ContractAgreementMessage'), ...pids, agreement: agreementSchema }),
  ContractAgreementVerificationMessage: Type.Object({ ...head('ContractAgreementVerificationMessage'), ...pids }),
  ContractNegotiationEventMessage: Type.Object({
    ...head('ContractNegotiationEventMessage'),
    ...pids,
    eventType: Type.Enum(['ACCEPTED', 'FINALIZED']),
  }),
  ContractNegotiationTerminationMessage: Type.Object({
    ...head('ContractNegotiationTerminationMessage'),
    ...pids,
    ...ending,
  }),
  TransferRequestMessage: Type.Object({
    ...head('TransferRequestMessage'),
    consumerPid: identifier,
    agreementId: identifier,
    format: identifier,
    dataAddress: Type.Optional(dataAddressSchema),
    callbackAddress: address,
  }),
  TransferStartMessage: Type.Object({
    ...head('TransferStartMessage'),
    ...pids,
    dataAddress: Type.Optional(dataAddressSchema),
  }),
  TransferSuspensionMessage: Type.Object({ ...head('TransferSuspensionMessage'), ...pids, ...ending }),
  TransferCompletionMessage: Type.Object({ ...head('TransferCompletionMessage'), ...pids }),
  TransferTerminationMessage: Type.Object({ ...head('TransferTerminationMessage'), ...pids, ...ending }),
};
/** `@type` of a message. */
export type MessageType = keyof typeof messageSchemas;

/** What a connector answers with; the errors name the process as far as it is known. */
export const answerSchemas = {
  ContractNegotiation: Type.Object({
    ...head('ContractNegotiation'),
    ...pids,
    state: Type.Enum(['REQUESTED', 'OFFERED', 'ACCEPTED', 'AGREED', 'VERIFIED', 'FINALIZED', 'TERMINATED']),
  }),
  TransferProcess: Type.Object({
    ...head('TransferProcess'),
    ...pids,
    state: Type.Enum(['REQUESTED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'TERMINATED']),
  }),
  ContractNegotiationError: Type.Object({ ...head('ContractNegotiationError'), ...pids, ...ending }),
  TransferError: Type.Object({ ...head('TransferError'), ...pids, ...ending }),
  CatalogError: Type.Object({
    ...head('CatalogError'),
    code: Type.Optional(Type.String()),
    reason: Type.Optional(Type.Array(Type.Unknown())),
  }),
};

/** A message after it was checked: its members by name. */
export type Message = JsonObject;
