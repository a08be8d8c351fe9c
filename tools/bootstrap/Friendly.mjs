/** An error whose message is all that a person needs: what is wrong and what to do. Shown without a stack. */
export class Friendly extends Error {
  constructor(message) {
    super(message);
    this.name = 'Friendly';
    this.friendly = true;
  }
}
