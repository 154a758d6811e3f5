import { defineErrors } from '../../errors.ts';

/** Errors of the resolver and of the links in it. */
export const resolverErrors = defineErrors('resolver', {
  invalidLink: {
    status: 400,
    retryable: false,
    cause: 'This is not a GS1 Digital Link: {problem}.',
    next: 'Check the code; every application identifier, its value and its check digit must be right.',
  },
  unknownThing: {
    status: 404,
    retryable: false,
    cause: 'Nothing is known here about {thing}.',
    next: 'Check the code, or ask the producer whether the product or lot was recorded.',
  },
  noSuchLinkType: {
    status: 404,
    retryable: false,
    cause: 'There is no link of the type {linkType} for {thing}.',
    next: 'Ask with linkType=linkset which links there are.',
  },
  notAcceptable: {
    status: 406,
    retryable: false,
    cause: 'A list of links has no representation that satisfies the header Accept: {accept}.',
    next: 'Accept application/linkset+json or application/json.',
  },
  wrongTarget: {
    status: 400,
    retryable: false,
    cause: 'The resolver does not lead to {href}: {problem}.',
    next: 'Give an https:// or http:// address that everybody can reach.',
  },
  wrongAnchor: {
    status: 400,
    retryable: false,
    cause: 'Links cannot hang on {anchor}: {problem}.',
    next: 'Give the Digital Link of a product, a lot, an item, a place or another GS1 key, without a query string.',
  },
  wrongLinkType: {
    status: 400,
    retryable: false,
    cause: '{linkType} is not a type of link.',
    next: 'Give one of GS1 such as gs1:pip or gs1:certificationInfo, the URI of another, or a registered relation such as describedby.',
  },
  foreignThing: {
    status: 403,
    retryable: false,
    cause: '{thing} belongs to another member, who described, recorded or linked it first.',
    next: 'Ask that member to set the link, or use a key of your own company prefix.',
  },
  noSuchLink: {
    status: 404,
    retryable: false,
    cause: 'There is no link {linkId} of your organisation.',
    next: 'List the links with GET /api/trace/links.',
  },
});
