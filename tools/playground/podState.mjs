/** Adds what kube-state-metrics tells about a Pod. */
export function stateOf(pod, add) {
  const { namespace, name } = pod.metadata;
  for (const phase of [
    'Pending',
    'Running',
    'Succeeded',
    'Failed',
    'Unknown',
  ]) {
    add(
      'kube_pod_status_phase',
      { namespace, pod: name, phase },
      pod.status?.phase === phase ? 1 : 0,
    );
  }
  for (const status of pod.status?.containerStatuses ?? []) {
    const labels = { namespace, pod: name, container: status.name };
    add(
      'kube_pod_container_status_restarts_total',
      labels,
      status.restartCount ?? 0,
    );
  }
  for (const container of pod.spec.containers) {
    for (const kind of ['limits', 'requests']) {
      for (const [resource, unit] of [
        ['cpu', 'core'],
        ['memory', 'byte'],
      ]) {
        const text = container.resources?.[kind]?.[resource];
        if (text === undefined) continue;
        const labels = {
          namespace,
          pod: name,
          container: container.name,
          resource,
          unit,
        };
        add(`kube_pod_container_resource_${kind}`, labels, quantity(text));
      }
    }
  }
}

const UNITS = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A Kubernetes quantity as a number, e.g. "250m" → 0.25. */
export function quantity(text) {
  const [, number, unit] =
    /^([\d.]+(?:e\d+)?)([a-zA-Z]*)$/.exec(String(text)) ?? [];
  return Number(number ?? 0) * (UNITS[unit] ?? 1);
}
