import type { Store } from '../../store/index.ts';
import type { TraceNetwork } from '../network.ts';
import type { Certificate, CertificateState } from './certificate.ts';
import { type ChangeCertificateParameters, changeCertificate } from './changeCertificate.ts';
import { certificateErrors } from './errors.ts';
import { type FindCertificatesParameters, findCertificates, readCertificate } from './findCertificates.ts';
import { type IssueCertificateParameters, issueCertificate } from './issueCertificate.ts';
import { type LotCertificate, readLotCertificates } from './readLotCertificates.ts';
import { type CertificateStatus, readStatus } from './readStatus.ts';

export interface OpenCertificatesParameters {
  store: Store;
  /** None on a server without an alliance: the register is read then and not changed. */
  network: TraceNetwork | null;
  /** Hashes of the events in the history of a thing. */
  readHistory(epc: string): Promise<string[]>;
}

/** The register of certificates. */
export interface Certificates {
  /** See `issueCertificate`. */
  issue(parameters: IssueCertificateParameters): Promise<Certificate>;
  /** See `changeCertificate`. */
  change(parameters: ChangeCertificateParameters): Promise<Certificate>;
  find(
    parameters: FindCertificatesParameters,
  ): Promise<{ certificates: (Certificate & { state: CertificateState })[]; nextPageToken: string | null }>;
  /** One certificate by its id or address; null when the register has none. */
  read(name: string): Promise<Certificate | null>;
  /** See `readStatus`. */
  readStatus(name: string): Promise<CertificateStatus>;
  /** See `readLotCertificates`. */
  readLot(gtin: string, lot: string): Promise<LotCertificate[]>;
}

/** Opens the register over its tables. */
export function openCertificates({ store, network, readHistory }: OpenCertificatesParameters): Certificates {
  const change = () => {
    if (!network) throw certificateErrors.unavailable({});
    return { store, network };
  };
  return {
    issue: async (parameters) => issueCertificate(change(), parameters),
    change: async (parameters) => changeCertificate(change(), parameters),
    find: (parameters) => findCertificates(store.sql, parameters),
    read: (name) => readCertificate(store.sql, name),
    readStatus: (name) => readStatus({ store, network }, name),
    readLot: (gtin, lot) => readLotCertificates({ store, network, readHistory }, { gtin, lot }),
  };
}
