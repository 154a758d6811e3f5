import { cliErrors, exitCodes } from '../errors.ts';
import { findGrant } from './grants.ts';
import { type ExchangeOptions, openDoor } from './openDoor.ts';
import { printFacts, printJson, printTable, wordsOf } from './printTable.ts';
import { openTransfer, readCase } from './transfers.ts';

export interface AskParameters extends ExchangeOptions {
  agreement: string;
  /** Without it the questions that may be asked are printed. */
  question?: string;
  case?: string | false;
  /** `name=value`; numbers and booleans are read as such. */
  param?: string[];
  /** Region in which the answer is used. */
  place?: string;
}

interface ShownQuestion {
  id: string;
  kind: string;
  words: { zh: string; en: string };
  parameters: { name: string; type: string; required: boolean }[];
}

function readParameters(given: readonly string[], { parameters }: Pick<ShownQuestion, 'parameters'>): object {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      const name = text.slice(0, at);
      const value = text.slice(at + 1);
      const known = parameters.find((one) => one.name === name);
      const fail = (expected: string) =>
        cliErrors.optionInvalid({ name: 'param', value: text, origin: 'command line', expected });
      if (at < 1 || !known)
        throw fail(`name=value with one of: ${parameters.map((one) => one.name).join(', ') || 'none'}`);
      if (known.type === 'boolean') {
        if (value !== 'true' && value !== 'false') throw fail(`${name}=true or ${name}=false`);
        return [name, value === 'true'];
      }
      if (known.type === 'text' || known.type === 'date') return [name, value];
      if (value.trim() === '' || !Number.isFinite(Number(value))) throw fail(`${name}= a number`);
      return [name, Number(value)];
    }),
  );
}

/** Asks a question of another department, which answers without giving its data; the answer is signed. Exit code 1: it does not hold. */
export async function ask(parameters: AskParameters): Promise<number> {
  const { question: wanted, param = [], place, json } = parameters;
  const caseNumber = wanted === undefined ? null : readCase(parameters.case);
  const door = await openDoor(parameters);
  const { agreement, purpose } = await findGrant(door, parameters.agreement);
  const { id: transfer } = await openTransfer(door, { agreement, format: 'xy:answer', purpose, caseNumber });
  const { items: questions } = await door.get<{ items: ShownQuestion[] }>(
    `/api/exchange/answers/questions/${transfer}`,
  );
  if (wanted === undefined) {
    if (json) printJson(questions);
    else
      printTable<ShownQuestion>(
        [
          { title: 'question', of: ({ id }) => id, whole: true },
          { title: 'kind', of: ({ kind }) => kind },
          { title: 'words', of: ({ words }) => wordsOf(words) },
          { title: 'parameters', of: (one) => one.parameters.map(({ name, type }) => `${name}: ${type}`).join(', ') },
        ],
        questions,
      );
    return exitCodes.ok;
  }
  const question = questions.find(({ id }) => id === wanted);
  if (!question) {
    throw cliErrors.optionInvalid({
      ...{ name: 'question', value: wanted, origin: 'command line' },
      expected: `one that is granted: ${questions.map(({ id }) => id).join(', ') || 'there is none'}`,
    });
  }
  const answer = await door.post<{ id: string; answer: { kind: string; holds?: boolean } }>('/api/exchange/answers', {
    ...{ transfer, question: wanted, purpose, caseNumber },
    ...(place === undefined ? {} : { place }),
    parameters: readParameters(param, question),
  });
  if (json) printJson(answer);
  else
    printFacts([
      ['answer', answer.id],
      ...Object.entries(answer.answer ?? {}),
      ['signed', 'by the department’s connector; kept as evidence'],
    ]);
  return answer.answer?.holds === false ? exitCodes.checkFailed : exitCodes.ok;
}
