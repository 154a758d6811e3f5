import type { Tx } from '../../../store/index.ts';
import type { Words } from '../../house.ts';

/** What a department's people are told. */
export interface Letter {
  /** Slug of the department. */
  participant: string;
  /** Id of the person who is told instead of everybody who decides; null for all of them. */
  superior: string | null;
  title: Words;
  text: Words;
  /** Page of the console, such as `/exchange/inbox/<id>`. */
  path: string;
}

/** Writes to people of departments: by the platform's mail for the connectors that it runs. */
export interface Post {
  /** Queues the letter in the caller's transaction; gives how many people it goes to. */
  write(tx: Tx, letter: Letter): Promise<number>;
}
