import type { Viewer } from '../access/viewer.ts';
import { toThingKey } from '../things.ts';
import { type AnswerRecallParameters, answerRecall } from './answerRecall.ts';
import { closeRecall } from './closeRecall.ts';
import type { RecallHouse } from './house.ts';
import type { Recall } from './model.ts';
import { countWaiting, findWarnings, listRecallItems, listRecalls, readRecall } from './readRecalls.ts';
import { type StartRecallParameters, startRecall } from './startRecall.ts';

/** Calling goods back, and the exercise of it. */
export interface Recalls {
  /** See `startRecall`; gives the id. */
  start(parameters: StartRecallParameters): Promise<string>;
  /** See `answerRecall`. */
  answer(parameters: AnswerRecallParameters): Promise<void>;
  /** See `closeRecall`. */
  close(parameters: Parameters<typeof closeRecall>[1]): Promise<void>;
  /** See `readRecall`. */
  read(id: string, viewer: Viewer): Promise<Recall>;
  list(page: Parameters<typeof listRecalls>[1]): ReturnType<typeof listRecalls>;
  listItems(page: Parameters<typeof listRecallItems>[1]): ReturnType<typeof listRecallItems>;
  /** How many open recalls wait for the answer of a member. */
  countWaiting(member: string): Promise<number>;
  /** Open recalls of a thing, for everybody. */
  findWarnings(epcs: readonly string[]): ReturnType<typeof findWarnings>;
}

/** Opens recalls over the room's tables. */
export function openRecalls(house: RecallHouse): Recalls {
  return {
    start: (parameters) => startRecall(house, parameters),
    answer: (parameters) => answerRecall(house, parameters),
    close: (parameters) => closeRecall(house, parameters),
    read: (id, viewer) => readRecall(house, id, viewer),
    list: (page) => listRecalls(house, page),
    listItems: (page) => listRecallItems(house, page),
    countWaiting: (member) => countWaiting(house.store.sql, member),
    findWarnings: (epcs) => findWarnings(house, epcs.map(toThingKey)),
  };
}
