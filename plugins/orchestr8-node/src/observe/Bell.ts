/** Remembers that it was rung until it is cleared; for one listener. */
export class Bell {
  private isRung = false;
  private wake = () => {};

  ring(): void {
    this.isRung = true;
    this.wake();
  }

  clear(): void {
    this.isRung = false;
  }

  async rung(): Promise<void> {
    if (this.isRung) return;
    await new Promise<void>(resolve => {
      this.wake = resolve;
    });
  }
}
