import { isDigits } from '../epcis/keyCharacters.ts';
import type { Words } from '../words.ts';

/** Reads digits from the left and remembers the first thing that is wrong. */
class Cursor {
  readonly text: string;
  at = 0;
  problem: string | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** The problem in both languages; Chinese tells the place, as these coupons are used in North America alone. */
  get words(): Words | null {
    return this.problem === null ? null : { en: this.problem, zh: `优惠券数据在第 ${this.at} 个字符之前有误` };
  }

  get done(): boolean {
    return this.problem !== null || this.at >= this.text.length;
  }

  digits(length: number, name: string): string {
    if (this.problem !== null) return '';
    const value = this.text.slice(this.at, this.at + length);
    if (value.length < length || !isDigits(value)) this.problem = `its ${name} is not ${length} digits`;
    this.at += length;
    return value;
  }

  /** One digit that is one of `allowed`. */
  choice(allowed: string, name: string): number {
    const value = this.digits(1, name);
    if (this.problem === null && !allowed.includes(value))
      this.problem = `its ${name} ${value} is not one of ${allowed}`;
    return Number(value);
  }

  /** A digit that tells a length, then as many digits and `more`. */
  counted(allowed: string, more: number, name: string): void {
    const length = this.choice(allowed, `length of the ${name}`);
    if (this.problem === null) this.digits(length + more, name);
  }

  date(name: string): void {
    const value = this.digits(6, name);
    if (this.problem === null && !isDate(value)) this.problem = `its ${name} ${value} is no date`;
  }
}

function isDate(yymmdd: string): boolean {
  const [year, month, day] = [0, 2, 4].map((at) => Number(yymmdd.slice(at, at + 2))) as [number, number, number];
  const date = new Date(Date.UTC(2000 + year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function purchase(cursor: Cursor, which: string): void {
  cursor.counted('12345', 0, `${which} purchase requirement`);
  cursor.choice('012349', `code of the ${which} purchase requirement`);
  cursor.digits(3, `family code of the ${which} purchase`);
}

function furtherPurchase(cursor: Cursor, which: string): void {
  purchase(cursor, which);
  const length = cursor.choice('01234569', `length of the company prefix of the ${which} purchase`);
  if (length !== 9 && cursor.problem === null) cursor.digits(length + 6, `company prefix of the ${which} purchase`);
}

const optional: Record<string, (cursor: Cursor) => void> = {
  1: (cursor) => {
    cursor.choice('0123', 'additional purchase rule');
    furtherPurchase(cursor, 'second');
  },
  2: (cursor) => furtherPurchase(cursor, 'third'),
  3: (cursor) => cursor.date('expiration date'),
  4: (cursor) => cursor.date('start date'),
  5: (cursor) => cursor.counted('0123456789', 6, 'serial number'),
  6: (cursor) => cursor.counted('1234567', 6, 'retailer number'),
  9: (cursor) => {
    cursor.choice('01256', 'save value code');
    cursor.choice('012', 'item that the save value applies to');
    cursor.digits(1, 'store coupon flag');
    cursor.choice('01', "don't multiply flag");
  },
};

/** What is wrong with a North American coupon, AI 8110 (General Specifications 3.9.10), or null. */
export function couponProblem(text: string): Words | null {
  const cursor = new Cursor(text);
  cursor.counted('0123456', 6, 'company prefix');
  cursor.digits(6, 'offer code');
  cursor.counted('12345', 0, 'save value');
  purchase(cursor, 'primary');
  let last = 0;
  while (!cursor.done) {
    const field = cursor.choice('1234569', 'optional field');
    if (cursor.problem === null && field <= last)
      cursor.problem = `its optional field ${field} comes after field ${last}`;
    last = field;
    if (cursor.problem === null) optional[field]?.(cursor);
  }
  return cursor.words;
}

/** What is wrong with a positive-offer-file coupon, AI 8112, or null. */
export function offerFileCouponProblem(text: string): Words | null {
  const cursor = new Cursor(text);
  cursor.choice('01', 'format');
  cursor.counted('0123456', 6, 'funder');
  cursor.digits(6, 'offer code');
  cursor.counted('0123456789', 6, 'serial number');
  if (cursor.problem === null && cursor.at < text.length) cursor.problem = 'there is more behind its serial number';
  return cursor.words;
}
