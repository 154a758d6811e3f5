import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { IndexedContract, SpaceNumber } from '../../ledger/index.ts';
import type { Hex } from '../../proof/index.ts';
import { explorerErrors } from '../errors.ts';
import { chooseSpace, type ExplorerContext, readAddress } from '../explorerContext.ts';
import { type AddressBook, openAddressBook, type Place } from '../present/addressBook.ts';
import { toTime } from '../present/toTime.ts';
import { readFunction } from '../readFunction.ts';
import { readImplementation } from '../readImplementation.ts';
import { oneOf, pageQuery } from '../schemas/common.ts';
import {
  type ContractSummary,
  contractDetailSchema,
  contractPageSchema,
  readBodySchema,
  readResultSchema,
  verifyBodySchema,
} from '../schemas/contracts.ts';

const addressParameter = Type.Object({ address: Type.String({ maxLength: 90, description: 'Hexadecimal or base32' }) });
const spaceQuery = Type.Object({ space: Type.Optional(oneOf(['core', 'espace'])) });
const kinds = { 20: 'erc20', 721: 'erc721', 1155: 'erc1155' } as const;

const placesOf = ({ space, address, creator }: IndexedContract): (Place | null)[] => [
  { space, address },
  creator && { space, address: creator },
];

function presentContract(contract: IndexedContract, book: AddressBook): ContractSummary {
  const { space, tokenKind, tokenName, tokenSymbol, tokenDecimals } = contract;
  return {
    address: book.show(space, contract.address),
    name: contract.name,
    verified: contract.name !== null,
    creator: book.showOrNull(space, contract.creator),
    transactionHash: contract.transaction,
    epoch: contract.epoch,
    time: toTime(contract.time),
    token: tokenKind && { kind: kinds[tokenKind], name: tokenName, symbol: tokenSymbol, decimals: tokenDecimals },
  };
}

/** Contracts: source, ABI, verification, and calls of their reading functions. */
export function contractRoutes(context: ExplorerContext): FastifyPluginAsyncTypebox {
  const { index, signal } = context;

  async function findContract(text: string, asked: 'core' | 'espace' | undefined) {
    const found = await readAddress(context, text);
    const space = await chooseSpace(context, found, asked);
    return { address: found.address, space };
  }

  async function readContract(space: SpaceNumber, address: Hex) {
    const contracts = await index.read.readContracts([address]);
    return contracts.find((contract) => contract.space === space) ?? null;
  }

  return async (app) => {
    app.get(
      '/api/explorer/contracts',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Contracts, newest first',
          tags: ['Explorer'],
          querystring: Type.Object({ ...pageQuery, verified: Type.Optional(Type.Boolean()) }),
          response: { 200: contractPageSchema },
        },
      },
      async ({ query }) => {
        const page = await index.read.listContracts(query);
        const book = await openAddressBook(index, page.items.flatMap(placesOf));
        return { items: page.items.map((item) => presentContract(item, book)), nextCursor: page.nextCursor };
      },
    );

    app.get(
      '/api/explorer/contracts/:address',
      {
        config: { access: 'public' },
        schema: {
          summary: 'A contract with its code and, when verified, its source and ABI',
          tags: ['Explorer'],
          params: addressParameter,
          querystring: spaceQuery,
          response: { 200: contractDetailSchema },
        },
      },
      async ({ params, query }) => {
        const { space, address } = await findContract(params.address, query.space);
        const contract = await readContract(space, address);
        if (!contract) throw explorerErrors.notFound({ what: 'contract', id: params.address });
        const [code, verified, implementation] = await Promise.all([
          index.code.readCode(space, address, signal),
          contract.codeHash && index.read.readVerification(contract.codeHash),
          readImplementation(context, space, address),
        ]);
        const places = [...placesOf(contract), implementation && { space, address: implementation }];
        const book = await openAddressBook(index, places);
        const { enabled = false, runs = 200 } = verified?.settings.optimizer ?? {};
        return {
          ...presentContract(contract, book),
          code,
          implementation: book.showOrNull(space, implementation),
          verification: verified && {
            contractName: `${verified.file}:${verified.name}`,
            compiler: verified.compiler,
            match: verified.exact ? ('full' as const) : ('runtime' as const),
            optimizer: { enabled, runs },
            evmVersion: verified.settings.evmVersion ?? null,
            sources: Object.entries(verified.sources).map(([path, content]) => ({ path, content })),
            abi: verified.abi as unknown as Record<string, unknown>[],
            verifiedAt: verified.verifiedAt.toISOString(),
          },
        };
      },
    );

    app.post(
      '/api/explorer/contracts/:address/verify',
      {
        config: { access: 'contract:verify' },
        bodyLimit: 4 * 1024 * 1024,
        schema: {
          summary: 'Shows that a source makes the code of a contract; its words are known from then on',
          tags: ['Explorer'],
          params: addressParameter,
          querystring: spaceQuery,
          body: verifyBodySchema,
          response: { 200: Type.Object({ match: oneOf(['full', 'runtime']) }) },
        },
      },
      async ({ params, query, body, principal }) => {
        const place = await findContract(params.address, query.space);
        return index.verify({ ...place, request: body, by: `${principal?.kind} ${principal?.id}`, signal });
      },
    );

    app.post(
      '/api/explorer/contracts/:address/read',
      {
        config: { access: 'public' },
        bodyLimit: 64 * 1024,
        schema: {
          summary: 'Calls a reading function of a verified contract',
          tags: ['Explorer'],
          params: addressParameter,
          querystring: spaceQuery,
          body: readBodySchema,
          response: { 200: readResultSchema },
        },
      },
      async ({ params, query, body }) => readFunction(context, await findContract(params.address, query.space), body),
    );
  };
}
