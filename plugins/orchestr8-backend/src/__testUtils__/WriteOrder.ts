import { HeardWrite, WriteHearer } from './heardWrites';

/** One run's write as it was heard: that it began, or that it was answered. */
interface Heard extends HeardWrite {
  /** Numbers the writes of all runs. */
  number: number;
  moment: 'begin' | 'end';
}

/** Remembers in which order runs wrote, and can hold one back in its midst. */
export class WriteOrder implements WriteHearer {
  private readonly heard: Heard[] = [];
  private readonly numbers = new Map<HeardWrite, number>();
  private readonly holds: Hold[] = [];
  private readonly gates: (() => void)[] = [];

  async before(write: HeardWrite): Promise<void> {
    await this.passHolds('before', write);
    this.numbers.set(write, this.numbers.size);
    this.note(write, 'begin');
  }

  async after(write: HeardWrite): Promise<void> {
    this.note(write, 'end');
    await this.passHolds('after', write);
  }

  /** Holds the next such write back: `arrived` resolves once it is there, and it goes on when `letGo` is called. */
  holdNext(
    when: 'before' | 'after',
    isMeant: (write: HeardWrite) => boolean,
  ): { arrived: Promise<void>; letGo(): void } {
    let letGo = () => {};
    const gate = new Promise<void>(resolve => {
      letGo = resolve;
      this.gates.push(resolve);
    });
    const arrived = new Promise<void>(resolve => {
      this.holds.push({ when, isMeant, gate, arrive: resolve });
    });
    return { arrived, letGo };
  }

  /** Ends all holds, those of writes that have not come yet too. */
  letAllGo(): void {
    this.holds.length = 0;
    this.gates.forEach(open => open());
  }

  /** Namespace → epochs that wrote there, in order. */
  get epochs(): Map<string, number[]> {
    const epochs = new Map<string, number[]>();
    for (const { object, epoch, moment } of this.ofRuns()) {
      const namespace = placeOf(object);
      const before = epochs.get(namespace) ?? [];
      if (moment === 'begin' && before.at(-1) !== epoch) before.push(epoch);
      epochs.set(namespace, before);
    }
    return epochs;
  }

  /** Writes that were under way in a namespace together with one of another run. */
  get overlaps(): string[] {
    const open = new Map<number, Heard & { epoch: number }>();
    const overlaps: string[] = [];
    for (const write of this.ofRuns()) {
      if (write.moment === 'end') {
        open.delete(write.number);
        continue;
      }
      for (const other of open.values()) {
        const isSame = placeOf(other.object) === placeOf(write.object);
        if (isSame && other.epoch !== write.epoch) {
          overlaps.push(`${tell(other)} and ${tell(write)}`);
        }
      }
      open.set(write.number, write);
    }
    return overlaps;
  }

  private note(write: HeardWrite, moment: Heard['moment']): void {
    this.heard.push({ ...write, number: this.numbers.get(write)!, moment });
  }

  private ofRuns() {
    return this.heard.filter(
      (write): write is Heard & { epoch: number } => write.epoch !== undefined,
    );
  }

  private async passHolds(when: Hold['when'], write: HeardWrite) {
    const at = this.holds.findIndex(
      hold => hold.when === when && hold.isMeant(write),
    );
    if (at < 0) return;
    const [hold] = this.holds.splice(at, 1);
    hold.arrive();
    await hold.gate;
  }
}

interface Hold {
  when: 'before' | 'after';
  isMeant(write: HeardWrite): boolean;
  gate: Promise<void>;
  arrive(): void;
}

/** The namespace that the object is in, or is. */
function placeOf({ namespace, name }: HeardWrite['object']): string {
  return namespace ?? name;
}

function tell({ verb, object, epoch }: HeardWrite): string {
  return `${verb} ${object.kind} of epoch ${epoch}`;
}
