/** Where a source has a module. */
export interface Claim {
  /** Of the source, for people. */
  source: string;
  /** Path of its `o8-module.yaml` on this machine. */
  path: string;
}

interface Claimant {
  description: string;
  /** Reference → path. */
  paths: ReadonlyMap<string, string>;
  onChange?: () => void;
}

/**
 * Which source claims which name: the catalog keeps what it had first and says
 * nothing of the others, so that sources tell each other.
 */
export class NameClaims {
  private readonly claimants = new Map<string, Claimant>();

  /** What a source has now; those who claim a name that it took, left or has elsewhere hear of it. */
  set(
    source: { id: string; description: string },
    paths: ReadonlyMap<string, string>,
  ): void {
    const before = this.claimants.get(source.id);
    this.claimants.set(source.id, {
      ...before,
      description: source.description,
      paths,
    });
    const old = before?.paths ?? new Map<string, string>();
    const changed = [...new Set([...old.keys(), ...paths.keys()])].filter(
      ref => old.get(ref) !== paths.get(ref),
    );
    for (const [id, { paths: theirs, onChange }] of this.claimants) {
      if (id !== source.id && changed.some(ref => theirs.has(ref))) {
        onChange?.();
      }
    }
  }

  /** Where else there is a module of that reference, in the order of the sources. */
  besides(id: string, ref: string): readonly Claim[] {
    return [...this.claimants]
      .filter(([other]) => other !== id)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { description, paths }]) => {
        const path = paths.get(ref);
        return path === undefined ? [] : [{ source: description, path }];
      });
  }

  /** Has a source hear when others take or leave a name that it claims. */
  listen(id: string, onChange: () => void): void {
    const before = this.claimants.get(id);
    this.claimants.set(id, {
      ...(before ?? { description: id, paths: new Map() }),
      onChange,
    });
  }
}
