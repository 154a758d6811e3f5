import type { House, JsonObject } from '../house.ts';
import type { Catalogue } from './catalogue.ts';

export interface OpenCatalogueParameters {
  house: House;
}
export declare function openCatalogue(parameters: OpenCatalogueParameters): Catalogue;
export type { JsonObject };
