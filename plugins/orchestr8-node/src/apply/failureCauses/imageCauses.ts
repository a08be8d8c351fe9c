import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { oneOf, saying } from './signs';
import { imageOf, stuckContainer } from './stuckContainer';

const FAILED_PULL = [
  'ErrImagePull',
  'ImagePullBackOff',
  'RegistryUnavailable',
  'ImageInspectError',
];

/** The image of a container cannot be had. What the registry said tells which cause it is. */
export const imageCauses: readonly FailureCause[] = [
  image({
    cause: 'image-name',
    means: 'The name of the image is not one that a registry could know.',
    reasons: ['InvalidImageName'],
    what: 'has an image name that is not valid',
    remedy: () =>
      'Correct the image in the chart or in the environment overlay: registry/name:tag, in lower case.',
  }),
  image({
    cause: 'image-never-pulled',
    means: 'The image may not be pulled, and the node has not got it.',
    reasons: ['ErrImageNeverPull'],
    what: 'may not pull its image, and the node has not got it:',
    remedy: named =>
      `\`imagePullPolicy: Never\` expects ${named} on every node: take it out of the chart, or load the image there.`,
  }),
  pull({
    cause: 'image-access',
    means: 'The registry does not give the image to who asks.',
    pattern:
      /unauthorized|authentication required|denied|forbidden|no basic auth/i,
    remedy: named =>
      `Give the namespace access to the registry of ${named}: an imagePullSecret on the service account, or a public image.`,
  }),
  pull({
    cause: 'registry-limit',
    means: 'The registry lets the nodes pull no more for now.',
    pattern: /toomanyrequests|rate limit/i,
    remedy: named =>
      `The registry limits how often ${named} may be pulled: pull with an account, or from a mirror.`,
  }),
  pull({
    cause: 'registry-unreachable',
    means:
      'The nodes cannot reach the registry, or do not trust its certificate.',
    pattern:
      /no such host|dial tcp|i\/o timeout|connection refused|tls|x509|certificate/i,
    remedy: named =>
      `The nodes cannot reach the registry of ${named}: check its address, its certificate and the way to it.`,
  }),
  pull({
    cause: 'image-platform',
    means: 'The image is not built for the processor of the nodes.',
    pattern: /no match for platform|no matching manifest/i,
    remedy: named =>
      `${named} is not built for the nodes' processor: push it for their platform too, or choose nodes by \`kubernetes.io/arch\`.`,
  }),
  pull({
    cause: 'image-missing',
    means: 'The registry has no such image, or no such tag of it.',
    pattern: /not ?found|manifest unknown|does not exist/i,
    remedy: named =>
      `Check that ${named} has been pushed, and its name and tag.`,
  }),
  pull({
    cause: 'image-pull',
    means: 'The image cannot be pulled for another reason.',
    pattern: /./,
    remedy: named =>
      `Check that ${named} exists and that the cluster may pull it, then deploy again.`,
  }),
];

interface ImageCause {
  cause: string;
  means: string;
  /** Reasons with which the container waits. */
  reasons: readonly string[];
  /** What the container does, for the message. */
  what: string;
  /** What was said; anything when absent. */
  pattern?: RegExp;
  graceMs?: number;
  remedy: (image: string) => string;
}

/** Every pull has the same grace, and the first pattern that fits names it. */
function pull(
  told: Pick<ImageCause, 'cause' | 'means' | 'pattern' | 'remedy'>,
): FailureCause {
  return image({
    ...told,
    reasons: FAILED_PULL,
    what: 'cannot get its image',
    graceMs: 5_000,
  });
}

function image(told: ImageCause): FailureCause {
  const { cause, means, reasons, pattern, graceMs = 0, remedy } = told;
  const said = pattern ? saying(pattern) : '';
  return {
    cause,
    means,
    sign: `A container waits with ${oneOf(reasons)}${said}.`,
    remedy: remedy('IMAGE'),
    graceMs,
    find: workload => findImage(workload, told),
  };
}

function findImage(workload: Workload, told: ImageCause): Finding | undefined {
  const stuck = stuckContainer(workload, told.reasons);
  if (!stuck) return undefined;
  const { pod, container, reason } = stuck;
  const named = imageOf(pod, container.name);
  const said = container.state?.waiting?.message ?? '';
  const events = eventsOf(workload, ['Failed', 'InspectFailed'], pod);
  const evidence = [
    `Pod ${pod.metadata.name}, container ${container.name}: ${[reason, said]
      .filter(Boolean)
      .join(': ')}`,
    ...events.slice(-2).map(eventLine),
  ];
  const heard = [said, ...events.map(({ message }) => message)].join('\n');
  if (told.pattern && !told.pattern.test(`${reason}\n${heard}`)) {
    return undefined;
  }
  return {
    object: refOf(pod),
    message: `Container ${container.name} of Pod ${pod.metadata.name} ${told.what} ${named} (${reason})`,
    evidence,
    remedy: told.remedy(named),
  };
}
