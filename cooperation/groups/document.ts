/** One version of a document; its digest is in the evidence log. */
export interface DocumentVersion {
  number: number;
  fileName: string;
  mediaType: string;
  bytes: number;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  digest: string;
  /** Slug of the organisation, and the name of the person. */
  member: string;
  author: string;
  statementId: string;
  createdAt: string;
}

/** A document of a group with its newest version. */
export interface GroupDocument {
  id: string;
  title: string;
  createdAt: string;
  versions: number;
  newest: DocumentVersion;
}

/** A row of cooperation.document_versions. */
export interface VersionRow {
  number: number;
  file_name: string;
  media_type: string;
  bytes: string;
  digest: string;
  member: string;
  author_name: string;
  statement_id: string;
  created_at: Date;
}

/** A version as the API shows it. */
export const toVersion = (row: VersionRow): DocumentVersion => ({
  number: row.number,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  digest: row.digest,
  member: row.member,
  author: row.author_name,
  statementId: row.statement_id,
  createdAt: row.created_at.toISOString(),
});
