import { Reader } from './Reader.mjs';

/**
 * The ways to read the same logs. Each side answers a `Reader` that follows,
 * from a time in milliseconds on.
 */
export class Sides {
  #options;

  /** `{ endpoint, namespace, kubeconfig, kubectl, stern }` */
  constructor(options) {
    this.#options = options;
  }

  /** One pod: ours beside `kubectl logs -f`. */
  ofOne(pod) {
    const { kubectl, kubeconfig, namespace } = this.#options;
    return {
      ours: from => this.#ours(from, { pod }),
      kubectl: from =>
        Reader.ofProcess('kubectl', kubectl, [
          ...['logs', pod, '-f', '--timestamps', '-n', namespace],
          `--since-time=${secondOf(from)}`,
          `--kubeconfig=${kubeconfig}`,
        ]),
    };
  }

  /** All pods: ours, which is merged by time, beside stern, which is not. */
  ofMany() {
    const { stern, kubeconfig, namespace } = this.#options;
    return {
      ours: from => this.#ours(from, {}),
      stern: from =>
        Reader.ofProcess('stern', stern, [
          ...['.', '--timestamps', '--color=never', '--max-log-requests=100'],
          `--since=${Math.ceil((Date.now() - from) / 1000)}s`,
          ...[`--namespace=${namespace}`, `--kubeconfig=${kubeconfig}`],
        ]),
    };
  }

  #ours(from, query) {
    return this.#options.endpoint.read({
      follow: 'true',
      since: secondOf(from),
      ...query,
    });
  }
}

function secondOf(time) {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
