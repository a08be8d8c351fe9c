import { lasted } from '../Steps.mjs';

/** Counts what passed, failed and was left out, and says so as it comes. */
export class Report {
  #passed = 0;
  #failed = [];
  #skipped = [];
  #began = Date.now();

  heading(title) {
    console.log(`\n=== ${title} (${lasted(this.#began)} since the start)`);
  }

  /** Counts of a test runner; `failures` are texts that say which and why. */
  add({ passed = 0, failures = [], skipped = [] }) {
    this.#passed += passed;
    this.#failed.push(...failures);
    this.#skipped.push(...skipped);
    for (const failure of failures) console.log(`  ✗ ${failure}`);
    for (const name of skipped) console.log(`  - skipped: ${name}`);
    if (passed) console.log(`  ✓ ${passed} passed`);
  }

  /** Counts a command as one test. Resolves with whether it passed. */
  async check(name, work) {
    const began = Date.now();
    try {
      await work();
      this.#passed += 1;
      console.log(`  ✓ ${name} (${lasted(began)})`);
      return true;
    } catch (error) {
      this.#failed.push(name);
      console.log(
        `  ✗ ${name} (${lasted(began)})\n${
          error.friendly ? error.message : error.stack
        }`,
      );
      return false;
    }
  }

  /** The closing lines; the last one is read by machines. Returns the exit status. */
  close() {
    console.log(`\n=== Done in ${lasted(this.#began)}`);
    if (this.#skipped.length) console.log(`Skipped:\n${list(this.#skipped)}`);
    if (this.#failed.length)
      console.log(
        `Failed:\n${list(this.#failed.map(text => text.split('\n')[0]))}`,
      );
    console.log(
      `${this.#passed} passed, ${this.#failed.length} failed, ${
        this.#skipped.length
      } skipped`,
    );
    return this.#failed.length ? 1 : 0;
  }
}

function list(names) {
  return names.map(name => `  ${name}`).join('\n');
}
