import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { imageOf, stuckContainer } from './stuckContainer';

const FAILED_PULL = [
  'ErrImagePull',
  'ImagePullBackOff',
  'RegistryUnavailable',
  'ImageInspectError',
];

/** The image of a container cannot be had. What the registry said tells which cause it is. */
export const imageCauses: readonly FailureCause[] = [
  {
    cause: 'image-name',
    graceMs: 0,
    find: workload =>
      findImage(workload, ['InvalidImageName'], {
        what: 'has an image name that is not valid',
        remedy: () =>
          'Correct the image in the chart or in the environment overlay: registry/name:tag, in lower case.',
      }),
  },
  {
    cause: 'image-never-pulled',
    graceMs: 0,
    find: workload =>
      findImage(workload, ['ErrImageNeverPull'], {
        what: 'may not pull its image, and the node has not got it:',
        remedy: image =>
          `\`imagePullPolicy: Never\` expects ${image} on every node: take it out of the chart, or load the image there.`,
      }),
  },
  pull(
    'image-access',
    /unauthorized|authentication required|denied|forbidden|no basic auth/i,
    image =>
      `Give the namespace access to the registry of ${image}: an imagePullSecret on the service account, or a public image.`,
  ),
  pull(
    'registry-limit',
    /toomanyrequests|rate limit/i,
    image =>
      `The registry limits how often ${image} may be pulled: pull with an account, or from a mirror.`,
  ),
  pull(
    'registry-unreachable',
    /no such host|dial tcp|i\/o timeout|connection refused|tls|x509|certificate/i,
    image =>
      `The nodes cannot reach the registry of ${image}: check its address, its certificate and the way to it.`,
  ),
  pull(
    'image-platform',
    /no match for platform|no matching manifest/i,
    image =>
      `${image} is not built for the nodes' processor: push it for their platform too, or choose nodes by \`kubernetes.io/arch\`.`,
  ),
  pull(
    'image-missing',
    /not ?found|manifest unknown|does not exist/i,
    image => `Check that ${image} has been pushed, and its name and tag.`,
  ),
  pull(
    'image-pull',
    /./,
    image =>
      `Check that ${image} exists and that the cluster may pull it, then deploy again.`,
  ),
];

/** Every pull has the same grace, and the first pattern that fits names it. */
function pull(
  cause: string,
  pattern: RegExp,
  remedy: (image: string) => string,
): FailureCause {
  return {
    cause,
    graceMs: 5_000,
    find: workload =>
      findImage(workload, FAILED_PULL, {
        what: 'cannot get its image',
        pattern,
        remedy,
      }),
  };
}

function findImage(
  workload: Workload,
  reasons: readonly string[],
  words: {
    what: string;
    pattern?: RegExp;
    remedy: (image: string) => string;
  },
): Finding | undefined {
  const stuck = stuckContainer(workload, reasons);
  if (!stuck) return undefined;
  const { pod, container, reason } = stuck;
  const image = imageOf(pod, container.name);
  const said = container.state?.waiting?.message ?? '';
  const events = eventsOf(workload, ['Failed', 'InspectFailed'], pod);
  const evidence = [
    `Pod ${pod.metadata.name}, container ${container.name}: ${[reason, said]
      .filter(Boolean)
      .join(': ')}`,
    ...events.slice(-2).map(eventLine),
  ];
  const heard = [said, ...events.map(({ message }) => message)].join('\n');
  if (words.pattern && !words.pattern.test(`${reason}\n${heard}`)) {
    return undefined;
  }
  return {
    object: refOf(pod),
    message: `Container ${container.name} of Pod ${pod.metadata.name} ${words.what} ${image} (${reason})`,
    evidence,
    remedy: words.remedy(image),
  };
}
