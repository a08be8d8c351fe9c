import {
  CRASHES,
  EVICTION,
  PULL_FAILURES,
  START_FAILURES,
} from './failures.mjs';

/** Annotation of a Pod that says how it behaves; else the tag of one of its images does. */
export const BEHAVIOUR_ANNOTATION = 'playground.orchestr8.io/behaviour';
/** Tags of images that have another name than the behaviour. */
export const TAGS = {
  missing: 'image-pull-failure',
  'image-missing': 'image-pull-failure',
  'crash-loop': 'crash',
};

/** Status templates (KWOK's Go templates) that give a simulated Pod the status of a real one. */

const START = `{{ $now := Now }}{{ $root := . }}`;

const CONDITIONS = (ready, reason = '', message = '') => `
conditions:
- { type: PodReadyToStartContainers, status: "True", lastProbeTime: null, lastTransitionTime: {{ $now | Quote }} }
- { type: Initialized, status: "True", lastProbeTime: null, lastTransitionTime: {{ $now | Quote }} }
${['Ready', 'ContainersReady']
  .map(
    type =>
      `- { type: ${type}, status: "${ready}", lastProbeTime: null, lastTransitionTime: {{ $now | Quote }}, reason: "${reason}", message: ${
        message || '""'
      } }`,
  )
  .join('\n')}
{{ range .spec.readinessGates }}
- { type: {{ .conditionType | Quote }}, status: "True", lastTransitionTime: {{ $now | Quote }} }
{{ end }}
`;

const UNREADY = CONDITIONS(
  'False',
  'ContainersNotReady',
  `'containers with unready status: [{{ range $i, $c := .spec.containers }}{{ if $i }} {{ end }}{{ $c.name }}{{ end }}]'`,
);

const ADDRESSES = `
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
hostIPs: [{ ip: {{ NodeIPWith .spec.nodeName | Quote }} }]
{{ $ip := PodIPWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) }}
podIP: {{ $ip | Quote }}
podIPs: [{ ip: {{ $ip | Quote }} }]
startTime: {{ or .status.startTime $now | Quote }}
`;

const INIT_DONE = `
{{ if .spec.initContainers }}
initContainerStatuses:
{{ range .spec.initContainers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  imageID: ""
  containerID: {{ printf "playground://%s/%s/0" $root.metadata.uid .name | Quote }}
  ready: true
  restartCount: 0
  {{ if eq ( or .restartPolicy "" ) "Always" }}
  started: true
  state: { running: { startedAt: {{ $now | Quote }} } }
  {{ else }}
  state: { terminated: { exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} } }
  {{ end }}
{{ end }}
{{ end }}
`;

/** One status for each container; `old` is that container's status so far. */
const containers = body => `
containerStatuses:
{{ range $index, $item := .spec.containers }}
{{ $old := dict }}
{{ if $root.status.containerStatuses }}{{ $old = index $root.status.containerStatuses $index }}{{ end }}
- name: {{ $item.name | Quote }}
  image: {{ $item.image | Quote }}
  imageID: ""
${body}
{{ end }}
`;

/** Sets `$failure` to what the table says of the Pod's behaviour; nothing is empty. */
const lookUp = table => `
{{ $table := fromJson ${'`'}${JSON.stringify(table)}${'`'} }}
{{ $tags := fromJson ${'`'}${JSON.stringify(TAGS)}${'`'} }}
{{ $failure := "" }}
{{ range .spec.containers }}
{{ $tag := last ( splitList ":" .image ) }}
{{ $name := or ( index $tags $tag ) $tag }}
{{ if hasKey $table $name }}{{ $failure = index $table $name }}{{ end }}
{{ end }}
{{ with .metadata.annotations }}{{ with index . "${BEHAVIOUR_ANNOTATION}" }}
{{ if hasKey $table . }}{{ $failure = index $table . }}{{ end }}
{{ end }}{{ end }}
`;

/** A sentence of the table, with the container's image in its place. */
const saying = sentence =>
  `{{ replace "%q" ( quote $item.image ) ${sentence} | Quote }}`;

const COUNT = `{{ int ( or $old.restartCount 0 ) }}`;
const KEEP_LAST = `  lastState: {{ toJson ( or $old.lastState dict ) }}`;
const STARTED = `{{ $started := $now }}{{ if $old.state }}{{ if $old.state.running }}{{ $started = $old.state.running.startedAt }}{{ end }}{{ end }}`;

/** Which run of a container it is; readers of logs ask for none without. */
const runId = count =>
  `  containerID: {{ printf "playground://%s/%s/%v" $root.metadata.uid $item.name ${count} | Quote }}`;
const THIS_RUN = runId('( int ( or $old.restartCount 0 ) )');
const NEXT_RUN = runId('( add1 ( int ( or $old.restartCount 0 ) ) )');

const running = ready => `  ${STARTED}
${THIS_RUN}
  ready: ${ready}
  started: true
  restartCount: ${COUNT}
${KEEP_LAST}
  state: { running: { startedAt: {{ $started | Quote }} } }`;

const waiting = (reason, message) => `  ready: false
  started: false
  restartCount: ${COUNT}
${KEEP_LAST}
  state: { waiting: { reason: ${reason}${
  message ? `, message: ${message}` : ''
} } }`;

export const podStatus = {
  creating:
    START +
    UNREADY +
    ADDRESSES +
    containers(waiting('ContainerCreating')) +
    'phase: Pending\n',

  pullFailed: reason =>
    START +
    lookUp(PULL_FAILURES) +
    UNREADY +
    containers(
      waiting(
        reason,
        saying(
          reason === 'ErrImagePull'
            ? '$failure'
            : '( printf "Back-off pulling image %%q: ErrImagePull: %s" $failure )',
        ),
      ),
    ) +
    'phase: Pending\n',

  notStarted:
    START +
    lookUp(START_FAILURES) +
    UNREADY +
    containers(waiting('{{ $failure.reason }}', saying('$failure.message'))) +
    'phase: Pending\n',

  running:
    START +
    UNREADY +
    INIT_DONE +
    containers(running(false)) +
    'phase: Running\n',
  unready: START + containers(running(false)) + 'phase: Running\n',
  ready:
    START + CONDITIONS('True') + containers(running(true)) + 'phase: Running\n',

  crashed:
    START +
    lookUp(CRASHES) +
    UNREADY +
    containers(`  ${STARTED}
${THIS_RUN}
  ready: false
  started: false
  restartCount: ${COUNT}
  lastState: { terminated: { exitCode: {{ $failure.exitCode }}, reason: {{ $failure.reason }}, message: {{ or $failure.message "" | Quote }}, startedAt: {{ $started | Quote }}, finishedAt: {{ $now | Quote }} } }
  state: { waiting: { reason: CrashLoopBackOff, message: {{ printf "back-off restarting failed container=%s pod=%s_%s" $item.name $root.metadata.name $root.metadata.namespace | Quote }} } }`) +
    'phase: Running\n',

  restarted:
    START +
    UNREADY +
    containers(`${NEXT_RUN}
  ready: false
  started: true
  restartCount: {{ add1 ( int ( or $old.restartCount 0 ) ) }}
${KEEP_LAST}
  state: { running: { startedAt: {{ $now | Quote }} } }`) +
    'phase: Running\n',

  evicted: `${START}
phase: Failed
reason: ${EVICTION.reason}
message: ${JSON.stringify(EVICTION.message)}
`,

  /** The end of a Pod that runs once. */
  ended: (reason, exitCode) =>
    START +
    CONDITIONS('False', 'PodCompleted') +
    containers(`  ${STARTED}
${THIS_RUN}
  ready: false
  started: false
  restartCount: ${COUNT}
  state: { terminated: { exitCode: ${exitCode}, reason: ${reason}, startedAt: {{ $started | Quote }}, finishedAt: {{ $now | Quote }} } }`) +
    `phase: ${exitCode === 0 ? 'Succeeded' : 'Failed'}\n`,
};
