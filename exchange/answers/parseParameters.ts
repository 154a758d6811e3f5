import type { JsonValue } from '../../proof/index.ts';
import { answerErrors } from './errors.ts';
import { normaliseIdentifier } from './identifiers.ts';
import type { Question, QuestionParameter, Scalar } from './question.ts';

const maxText = 200;
const dayPattern = /^\d{4}-\d\d-\d\d$/;

function refuse(path: string, problem: string): never {
  throw answerErrors.parameterInvalid({ path, problem });
}

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function readTyped({ name, type, pattern }: QuestionParameter, value: JsonValue): Scalar {
  if (type === 'boolean') return typeof value === 'boolean' ? value : refuse(name, 'true or false is needed');
  if (type === 'integer')
    return Number.isSafeInteger(value) ? (value as number) : refuse(name, 'a whole number is needed');
  if (type === 'number')
    return typeof value === 'number' && Number.isFinite(value) ? value : refuse(name, 'a number is needed');
  if (typeof value !== 'string') return refuse(name, 'a text is needed');
  if (value.length === 0 || value.length > maxText) return refuse(name, `it needs 1 to ${maxText} characters`);
  if (value.includes('\0')) return refuse(name, 'it holds a zero character');
  if (type === 'date' && !isDay(value)) return refuse(name, 'a day as YYYY-MM-DD is needed');
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    return refuse(name, 'it is not written as the question demands');
  return value;
}

function readOne(question: Question, parameter: QuestionParameter, value: JsonValue, subject: string | null): Scalar {
  const { name, item, values, minimum, maximum } = parameter;
  let typed = readTyped(parameter, value);
  if (item === subject && typeof typed === 'string')
    typed = normaliseIdentifier(question.identifierKind, typed) ?? refuse(name, 'it is no identifier of its kind');
  if (values && !values.includes(typed)) return refuse(name, 'it is none of the values that may be asked for');
  if (minimum !== undefined && Number(typed) < minimum) return refuse(name, `the least is ${minimum}`);
  if (maximum !== undefined && Number(typed) > maximum) return refuse(name, `the most is ${maximum}`);
  return typed;
}

/**
 * Checks what an asker filled in; identifiers come out in their one writing. Errors name the parameter, never its value.
 * @throws ANSWER_PARAMETER_INVALID
 */
export function parseParameters(
  question: Question,
  given: { readonly [name: string]: JsonValue },
  subject: string | null,
): Record<string, Scalar> {
  const known = new Set(question.parameters.map(({ name }) => name));
  for (const name of Object.keys(given))
    if (!known.has(name)) refuse(name.slice(0, 64), 'the question has no such parameter');
  const read: Record<string, Scalar> = {};
  for (const parameter of question.parameters) {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined;
    if (value === undefined || value === null) {
      if (parameter.required) refuse(parameter.name, 'it is missing');
      continue;
    }
    read[parameter.name] = readOne(question, parameter, value, subject);
  }
  return read;
}

/**
 * The identifiers of a list, each once and in its one writing.
 * @throws ANSWER_PARAMETER_INVALID (with the place in the list), ANSWER_GROUP_TOO_SMALL
 */
export function parseIdentifiers(question: Question, given: JsonValue | undefined, path = 'identifiers'): string[] {
  if (!Array.isArray(given)) return refuse(path, 'a list of texts is needed');
  const most = question.limits.setSize;
  const smallest = question.limits.smallestGroup;
  if (given.length > most) throw answerErrors.groupTooSmall({ size: given.length, smallest, most });
  const list = new Set<string>();
  given.forEach((one, at) => {
    const normalised = typeof one === 'string' ? normaliseIdentifier(question.identifierKind, one) : null;
    list.add(normalised ?? refuse(`${path}[${at}]`, 'it is no identifier of its kind'));
  });
  if (list.size < smallest) throw answerErrors.groupTooSmall({ size: list.size, smallest, most });
  return [...list];
}
