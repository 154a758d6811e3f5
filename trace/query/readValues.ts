import { inBoth } from '../../proof/index.ts';
import { traceErrors } from '../errors.ts';
import type { Operand } from './eventQuery.ts';
import { indexedText, readMoment, readNumber } from './fieldName.ts';

/** Most values that one parameter may list. */
const mostValues = 1000;

/** Query parameters as they came: from a URL all texts, from a JSON body texts, numbers, booleans and lists. */
export type Given = Readonly<Record<string, unknown>>;

/** One parameter with readers for the forms that its value can have. All throw TRACE_INVALID_PARAMETER. */
export class ParameterValue {
  readonly name: string;
  readonly #value: unknown;
  readonly #written: boolean;

  /** `written`: the value is from a URL, where `|` separates a list (OpenAPI's pipeDelimited). */
  constructor(name: string, value: unknown, written: boolean) {
    this.name = name;
    this.#value = value;
    this.#written = written;
  }

  invalid(en: string, zh: string) {
    const value = JSON.stringify(this.#value)?.slice(0, 200) ?? 'undefined';
    return traceErrors.invalidParameter(...inBoth({ name: this.name, value, expected: { en, zh } }));
  }

  /** The values of a list, at least one: repeated, separated by `|`, or both. */
  list(): (string | number | boolean)[] {
    const items = [this.#value].flat().flatMap((item: unknown): (string | number | boolean)[] => {
      if (typeof item === 'string') return this.#written ? item.split('|').filter(Boolean) : [item];
      if (typeof item === 'number' || typeof item === 'boolean') return [item];
      throw this.invalid('a value or a list of values', '一个值或值的列表');
    });
    if (items.length === 0 || items.length > mostValues)
      throw this.invalid(`1 to ${mostValues} values separated by |`, `以 | 分隔的 1 至 ${mostValues} 个值`);
    return items;
  }

  texts(): string[] {
    return this.list().map(String);
  }

  /** One of a list of words. */
  words<Word extends string>(words: readonly Word[]): Word[] {
    return this.texts().map((text) => {
      const word = words.find((one) => one === text);
      if (word === undefined) throw this.invalid(`values among ${words.join(', ')}`, `以下值：${words.join('、')}`);
      return word;
    });
  }

  /** The one value. */
  single(): string | number | boolean {
    const [value, ...more] = [this.#value].flat() as unknown[];
    if (more.length > 0 || !['string', 'number', 'boolean'].includes(typeof value)) {
      throw this.invalid('the parameter once, with one value', '一次，只带一个值');
    }
    return value as string | number | boolean;
  }

  text(): string {
    return String(this.single());
  }

  word<Word extends string>(words: readonly Word[]): Word {
    const word = words.find((one) => one === this.text());
    if (word === undefined) throw this.invalid(words.join(' or '), words.join(' 或 '));
    return word;
  }

  /** A date-time with offset, as ISO 8601 in UTC. */
  time(): string {
    const moment = readMoment(this.text());
    // A plus sign that was not percent-encoded arrives as a space.
    if (moment === null)
      throw this.invalid(
        'a date-time with offset such as 2025-06-01T08:30:00Z, + written as %2B',
        '带时区的日期时间，例如 2025-06-01T08:30:00Z，+ 写作 %2B',
      );
    return new Date(moment).toISOString();
  }

  number(): number {
    const value = readNumber(this.text());
    if (value === null) throw this.invalid('a number', '数字');
    return value;
  }

  numbers(): number[] {
    return this.list().map((item) => {
      const value = readNumber(String(item));
      if (value === null) throw this.invalid('numbers', '数字');
      return value;
    });
  }

  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number {
    const value = readNumber(this.text());
    if (value === null || !Number.isInteger(value) || value < least || value > most) {
      throw this.invalid(`a number from ${least} to ${most}`, `${least} 至 ${most} 之间的整数`);
    }
    return value;
  }

  /** True for an EXISTS_ that is asked for: `true`, nothing, null or a number other than zero; false for `false` and 0. */
  flag(): boolean {
    if (this.#value === null || this.#value === '') return true;
    const text = this.text();
    if (!/^(?:true|false|-?\d+)$/.test(text)) throw this.invalid('true or false', 'true 或 false');
    return text !== 'false' && Number(text) !== 0;
  }

  /** Values to compare a field of unknown type with. */
  operands(canonical: (text: string) => string = (text) => text): Operand[] {
    return this.list().map((item) => {
      const written = String(item);
      const text = canonical(written);
      return {
        text: indexedText(text),
        number: readNumber(written),
        time: readMoment(written),
        numeric: typeof item === 'number',
      };
    });
  }

  /** One value with an order: a number or a date-time. */
  ordered(): Operand {
    const [operand, ...more] = this.operands();
    if (!operand || more.length > 0 || (operand.number === null && operand.time === null)) {
      throw this.invalid('one number, or one date-time with offset', '一个数字，或一个带时区的日期时间');
    }
    return operand;
  }
}
