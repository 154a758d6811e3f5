/** What every decision needs to know of the alliance; read again with every request. */
export interface AllianceState {
  founded: boolean;
}
