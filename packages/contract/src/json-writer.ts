import { calendarDay, SECONDS_A_DAY } from './dates.ts';

/** Text in ASCII as it lies in memory; behind its end are 7 bytes more, of anything. */
export interface AsciiText {
  readonly memory: DataView;
  readonly length: number;
}

const encoder = new TextEncoder();

/** @example asciiText(',"Title":"') @throws Error when it is not ASCII */
export function asciiText(text: string): AsciiText {
  const utf8 = encoder.encode(text);
  if (utf8.length !== text.length) throw new Error(`Not ASCII: ${text}`);
  const bytes = new Uint8Array(text.length + 7);
  bytes.set(utf8);
  return { memory: new DataView(bytes.buffer), length: text.length };
}

const CAPACITY = 64 * 1024;
/** At least what a number or a date takes, with the rest of a last word. */
const SLACK = 64;
const [SPACE, QUOTE, MINUS, ZERO, COLON, T, BACKSLASH] = [0x20, 0x22, 0x2d, 0x30, 0x3a, 0x54, 0x5c];
const END_OF_ASCII = 0x80;
const LARGEST_OF_32_BITS = 2 ** 31 - 1;
const NULL = asciiText('null');
const END_OF_ZULU_DATE = asciiText('.000000Z');
const END_OF_OFFSET_DATE = asciiText('+00:00');

/** Two digits each, the first one lowest. */
const PAIRS = Uint16Array.from({ length: 100 }, (_, number) => {
  const first = Math.floor(number / 10);
  return (ZERO + first) | ((ZERO + number - first * 10) << 8);
});

/**
 * Writes a long answer as bytes, with no object and no text for each row: they would be most of its time. Whoever uses
 * it says where commas belong, and the quotes of dates.
 *
 * @example
 * json.ascii(asciiText('{"Title":')).text('Pokémon').ascii(asciiText(',"At":"')).zuluDate(1698365945).ascii(asciiText('"}')).take()
 * // the bytes of {"Title":"Pokémon","At":"2023-10-27T00:19:05.000000Z"}
 */
export class JsonWriter {
  #bytes = new Uint8Array(CAPACITY);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  /** Forgets what has been written and was not taken: whoever wrote it may have failed. */
  clear(): this {
    this.#at = 0;
    return this;
  }

  /** A value of text, with its quotes. */
  text(value: string): this {
    this.#makeRoom(value.length);
    const bytes = this.#bytes;
    const start = this.#at + 1;
    for (let index = 0; index < value.length; index += 1) {
      const unit = value.charCodeAt(index);
      if (unit < SPACE || unit >= END_OF_ASCII || unit === QUOTE || unit === BACKSLASH)
        return this.#otherText(value);
      bytes[start + index] = unit;
    }
    const end = start + value.length;
    bytes[this.#at] = QUOTE;
    bytes[end] = QUOTE;
    this.#at = end + 1;
    return this;
  }

  textOrNull(value: string | null): this {
    return value === null ? this.ascii(NULL) : this.text(value);
  }

  /** Text without anything that JSON writes in another way. */
  ascii({ memory, length }: AsciiText): this {
    return this.copyFrom(memory, 0, length);
  }

  /** What lies in memory as it is to be written: so many bytes from a place on, behind which 7 more may be read. */
  copyFrom(memory: DataView, from: number, length: number): this {
    this.#makeRoom(length);
    const to = this.#view;
    const at = this.#at;
    // No object is made for these: V8 copies a word.
    for (let done = 0; done < length; done += 8)
      to.setBigInt64(at + done, memory.getBigInt64(from + done, true), true);
    this.#at = at + length;
    return this;
  }

  /** @param value a whole number from 0 to `Number.MAX_SAFE_INTEGER` */
  integer(value: number): this {
    if (value > LARGEST_OF_32_BITS) return this.ascii(asciiText(String(value)));
    this.#makeRoom(0);
    const start = this.#at;
    const end = start + digitsOf(value);
    let at = end;
    let left = value | 0;
    while (at - start >= 2) {
      const hundreds = (left / 100) | 0;
      at -= 2;
      this.#view.setUint16(at, pairOf(left - hundreds * 100), true);
      left = hundreds;
    }
    if (at > start) this.#view.setUint8(start, ZERO + left);
    this.#at = end;
    return this;
  }

  /** As `zuluDate` does. @param seconds since 1970, until the end of the year 9999 */
  zuluDate(seconds: number): this {
    return this.#dateAndTime(seconds, T).ascii(END_OF_ZULU_DATE);
  }

  /** As `offsetDate` does. @param seconds since 1970, until the end of the year 9999 */
  offsetDate(seconds: number): this {
    return this.#dateAndTime(seconds, T).ascii(END_OF_OFFSET_DATE);
  }

  /** As `plainDate` does. @param seconds since 1970, until the end of the year 9999 */
  plainDate(seconds: number): this {
    return this.#dateAndTime(seconds, SPACE);
  }

  /** What has been written since the last time, in UTF-8, until something else is written. */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.#bytes.subarray(0, this.#at);
    this.#at = 0;
    return written;
  }

  /** Anything that JSON writes in other units than its own. */
  #otherText(value: string): this {
    const text = JSON.stringify(value);
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    this.#makeRoom(3 * text.length);
    this.#at += encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
    return this;
  }

  /** 19 characters, in words of four. */
  #dateAndTime(seconds: number, between: number): this {
    this.#makeRoom(0);
    const days = Math.floor(seconds / SECONDS_A_DAY);
    const date = calendarDay(days);
    const year = date >> 9;
    const century = (year / 100) | 0;
    const second = (seconds - days * SECONDS_A_DAY) | 0;
    const hour = (second / 3_600) | 0;
    const minute = ((second - hour * 3_600) / 60) | 0;
    const digitsOfHour = pairOf(hour);
    const view = this.#view;
    const at = this.#at;
    view.setInt32(at, pairOf(century) | (pairOf(year - century * 100) << 16), true);
    view.setInt32(at + 4, MINUS | (pairOf((date >> 5) & 15) << 8) | (MINUS << 24), true);
    view.setInt32(at + 8, pairOf(date & 31) | (between << 16) | (digitsOfHour << 24), true);
    view.setInt32(at + 12, (digitsOfHour >> 8) | (COLON << 8) | (pairOf(minute) << 16), true);
    view.setInt32(at + 16, COLON | (pairOf(second - hour * 3_600 - minute * 60) << 8), true);
    this.#at = at + 19;
    return this;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#at + bytes + SLACK;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

function pairOf(number: number): number {
  return PAIRS[number] ?? 0;
}

function digitsOf(value: number): number {
  if (value < 10) return 1;
  if (value < 100) return 2;
  if (value < 1_000) return 3;
  if (value < 10_000) return 4;
  if (value < 100_000) return 5;
  if (value < 1_000_000) return 6;
  if (value < 10_000_000) return 7;
  if (value < 100_000_000) return 8;
  return value < 1_000_000_000 ? 9 : 10;
}
