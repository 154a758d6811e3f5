import type { Sql } from '../../store/index.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Collection } from './collections.ts';
import { findMasterData, type MasterDataPage } from './findMasterData.ts';
import { giveBackToken, isGivenBack } from './giveBackToken.ts';
import { hasValue, type ListValuesParameters, listValues, type ValuePage } from './listValues.ts';
import type { MasterDataQuery } from './parseMasterDataQuery.ts';

/** Which words, places and things there are in the events that a viewer may see. */
export interface Discovery {
  list(parameters: ListValuesParameters): Promise<ValuePage>;
  has(collection: Collection, value: string, viewer: Viewer): Promise<boolean>;
  findMasterData(query: MasterDataQuery): Promise<MasterDataPage>;
  /** Makes a page token useless from now on. */
  giveBackToken(token: string): Promise<void>;
  isGivenBack(token: string): Promise<boolean>;
}

/** Opens discovery over the room's tables. */
export function openDiscovery(sql: Sql): Discovery {
  return {
    list: (parameters) => listValues(sql, parameters),
    has: (collection, value, viewer) => hasValue(sql, collection, value, viewer),
    findMasterData: (query) => findMasterData(sql, query),
    giveBackToken: (token) => giveBackToken(sql, token),
    isGivenBack: (token) => isGivenBack(sql, token),
  };
}
