import type { JsonValue } from '../../proof/index.ts';
import type { EpcisEvent } from '../epcis/event.ts';

/** A stored event with what the platform knows about it. */
export interface EventRecord {
  sequence: string;
  event_id: string;
  hash: string;
  declaration: string;
  member: string;
  record_time: Date;
  event_time: Date;
  biz_step: string | null;
  disposition: string | null;
  read_point: string | null;
  biz_location: string | null;
  transformation_id: string | null;
  statement_id: string | null;
  document: EpcisEvent;
  /** `@context` and further document-level fields of the document that it came in. */
  envelope: Record<string, JsonValue>;
}
