import type { Tx } from '../../store/index.ts';
import type { Page, PageParameters } from '../answers/answers.ts';
import type { IdentifierKind } from '../answers/identifiers.ts';
import type { Words } from '../house.ts';

/** A use of data about persons, as the provider records it in the transaction that serves it. */
export interface PersonUse {
  /** The department that holds the data and served the use. */
  participant: string;
  /** Department that used them: DID and name. */
  consumer: { did: string; name: Words };
  dataset: string;
  datasetTitle: Words;
  kind: 'delivery' | 'answer' | 'match';
  /** Items that were delivered, or that the question read. */
  items: readonly string[];
  /** What was asked, for answers and matches. */
  question: Words | null;
  grant: string;
  agreement: string;
  transfer: string;
  purpose: string;
  caseNumber: string | null;
  at: Date;
  /** How identifiers of this dataset are written. */
  identifierKind?: IdentifierKind;
}

/** A use as the person sees it. */
export interface CitizenUse {
  id: string;
  at: string;
  department: Words;
  dataset: Words;
  kind: PersonUse['kind'];
  items: string[];
  question: Words | null;
  matter: Words;
  legalBasis: Words;
  caseNumber: string | null;
  objection: { state: 'open' | 'upheld' | 'rejected'; madeAt: string; answer: string | null } | null;
}

/** Someone looked at what is recorded of a person. */
export interface CitizenLookup {
  at: string;
  by: 'person' | 'officer';
}

/** An open session of a person who proved who they are. */
export interface CitizenSession {
  token: string;
  expiresAt: string;
}

/** What one department says to a question that goes to all. */
export interface DepartmentUses extends Page<CitizenUse> {
  department: { slug: string; name: Words };
  /** To read on there and to object. */
  session: CitizenSession;
  lookups: CitizenLookup[];
}

/** An objection, as the department that holds the data reads it: what it is about, and not who objects. */
export interface Objection {
  id: string;
  use: string;
  /** The use: no case number, by which the asking department would know the person. */
  about: {
    at: string;
    /** Who used the data. */
    department: Words;
    dataset: Words;
    kind: PersonUse['kind'];
    items: string[];
    question: Words | null;
    /** Code of the matter, and its name as the application said it. */
    purpose: string;
    matter: Words;
  };
  words: string;
  state: 'open' | 'upheld' | 'rejected';
  answer: string | null;
  madeAt: string;
  answeredAt: string | null;
}

/** What a person may see of the uses of data about them. Nothing of it can be searched without their identifier. */
export interface Citizens {
  /** Records a use under the pseudonyms of the persons concerned, in the caller's transaction; gives the pseudonyms. */
  recordUse(tx: Tx, use: PersonUse, identifiers: readonly string[]): Promise<string[]>;
  /**
   * What stands for persons, each once, and the record of a use under them. For those who have many transactions open at once:
   * pseudonyms may need a connection of their own, which a transaction that holds the last one would wait for in vain.
   */
  pseudonymsOf(participant: string, kind: IdentifierKind, identifiers: readonly string[]): Promise<string[]>;
  recordPseudonyms(tx: Tx, use: PersonUse, pseudonyms: readonly string[]): Promise<void>;
  /** An officer, after the department's own check of the person's identity, makes a code of 15 minutes. */
  makeCode(p: {
    participant: string;
    identifier: string;
    kind: IdentifierKind;
    officer: string;
  }): Promise<{ code: string; expiresAt: string }>;
  /** The person redeems the code once. @throws ANSWER_CODE_WRONG, ANSWER_TOO_MANY_LOOKUPS */
  openSession(p: {
    participant: string;
    identifier: string;
    kind: IdentifierKind;
    code: string;
    address: string;
  }): Promise<CitizenSession>;
  /** @throws ANSWER_SESSION_OVER */
  listUses(session: string, p: PageParameters): Promise<Page<CitizenUse> & { lookups: CitizenLookup[] }>;
  /**
   * Asks every department of this process at once, each by its own pseudonym.
   * @throws ANSWER_SESSION_OVER, ANSWER_CODE_WRONG, ANSWER_TOO_MANY_LOOKUPS
   */
  askEverywhere(
    session: string,
    p: { identifier: string; kind: IdentifierKind; perPage: number },
  ): Promise<DepartmentUses[]>;
  /** An officer at the counter looks for the person who stands there. */
  lookAtCounter(
    p: {
      participant: string;
      identifier: string;
      kind: IdentifierKind;
      officer: string;
    } & PageParameters,
  ): Promise<Page<CitizenUse> & { lookups: CitizenLookup[] }>;
  object(session: string, p: { use: string; words: string }): Promise<{ id: string }>;
  listObjections(
    participant: string,
    p: PageParameters & { state?: Objection['state'] | undefined },
  ): Promise<Page<Objection>>;
  answerObjection(p: {
    participant: string;
    id: string;
    decision: 'upheld' | 'rejected';
    words: string;
    officer: string;
  }): Promise<void>;
  run(signal: AbortSignal): Promise<void>;
}
