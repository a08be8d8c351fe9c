const WRITE = /\b(insert into|update|delete from)\s+["`](\w+)["`]/gi;

/**
 * What Backstage writes whatever it finds: of every batch of entities when their
 * next turn is, and in the tables of its scheduler that it is still there.
 */
const BOOKKEEPING = [
  /^update ["`]refresh_state["`] set ["`]next_update_at["`] = (?:datetime\([^)]*\)|[^,]*) where /i,
  /^\s*(insert into|update|delete from)\s+["`]backstage_backend_tasks__/i,
];

/** Counts the statements that write, by table; bookkeeping apart from the rest. */
export class WriteCount {
  #bookkeeping = 0;
  #others = new Map();

  constructor(knex) {
    knex.on('query', ({ sql }) => this.#count(sql));
  }

  #count(sql) {
    if (BOOKKEEPING.some(pattern => pattern.test(sql))) {
      this.#bookkeeping += 1;
      return;
    }
    for (const [, verb, table] of sql.matchAll(WRITE)) {
      const key = `${verb.toLowerCase()} ${table}`;
      this.#others.set(key, (this.#others.get(key) ?? 0) + 1);
    }
  }

  /** Counts anew, and says what was counted. */
  take() {
    const taken = {
      bookkeeping: this.#bookkeeping,
      others: Object.fromEntries([...this.#others].sort()),
    };
    this.#bookkeeping = 0;
    this.#others = new Map();
    return taken;
  }
}
