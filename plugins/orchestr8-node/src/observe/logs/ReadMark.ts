import { timeKey } from './timeKey';

/** How far a container has been read: what comes after a break is neither lost nor said twice. */
export class ReadMark {
  private time?: string;
  private key = '';
  /** Lines read of that very instant. */
  private count = 0;

  /** Notes a line as read. */
  read(time: string): void {
    const key = timeKey(time);
    if (key < this.key) return;
    this.count = key === this.key ? this.count + 1 : 1;
    this.key = key;
    this.time = time;
  }

  /** Time stamp to ask again from; the server rounds it down to the second. */
  get since(): string | undefined {
    return this.time;
  }

  /** Tells, line by line of a repeated reading, which have been read before. */
  repeats(): (time: string) => boolean {
    let seen = 0;
    const { key: mark, count } = this;
    return time => {
      const key = timeKey(time);
      if (key < mark) return true;
      if (key > mark) return false;
      seen += 1;
      return seen <= count;
    };
  }
}
