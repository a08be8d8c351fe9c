import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { WatchedObjects } from '../WatchedObjects';

const MODULE = 'orchestr8.io/module';

/** What becomes of the pods of a module. */
export interface PodListener {
  added(pod: KubernetesObject): void;
  gone(pod: KubernetesObject): void;
  notice(message: string): void;
}

/** The pods of one module, compared once for all who ask for them. */
export class ModulePods {
  private readonly listeners = new Set<PodListener>();
  private readonly unsubscribe: () => void;
  private pods: Map<string, KubernetesObject>;
  private told?: string;

  constructor(
    private readonly objects: WatchedObjects,
    private readonly module: { namespace: string; name: string },
    private readonly onEmpty: () => void,
  ) {
    this.pods = this.find();
    this.unsubscribe = objects.subscribe(namespace => {
      if (namespace === undefined || namespace === module.namespace) {
        this.look();
      }
    });
  }

  /** The pods as they are now; what changes from now on is told. */
  subscribe(listener: PodListener): {
    pods: KubernetesObject[];
    stop(): void;
  } {
    this.listeners.add(listener);
    return {
      pods: [...this.pods.values()],
      stop: () => {
        if (!this.listeners.delete(listener)) return;
        if (this.listeners.size > 0) return;
        this.unsubscribe();
        this.onEmpty();
      },
    };
  }

  private find(): Map<string, KubernetesObject> {
    const { namespace, name } = this.module;
    return new Map(
      this.objects
        .list(namespace)
        .filter(({ metadata }) => metadata.labels?.[MODULE] === name)
        .map(pod => [pod.metadata.uid ?? pod.metadata.name, pod]),
    );
  }

  private look(): void {
    const before = this.pods;
    this.pods = this.find();
    const words = this.objects.interrupted?.message;
    for (const listener of [...this.listeners]) {
      for (const [uid, pod] of before) {
        if (!this.pods.has(uid)) listener.gone(pod);
      }
      for (const [uid, pod] of this.pods) {
        if (!before.has(uid)) listener.added(pod);
      }
      if (words && words !== this.told) listener.notice(words);
    }
    this.told = words;
  }
}
