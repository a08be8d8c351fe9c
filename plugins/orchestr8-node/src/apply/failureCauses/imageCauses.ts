import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { imageOf, stuckContainer } from './stuckContainer';

/** The image of a container cannot be had. */
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
    cause: 'image-pull',
    graceMs: 5_000,
    find: workload =>
      findImage(
        workload,
        [
          'ErrImagePull',
          'ImagePullBackOff',
          'ErrImageNeverPull',
          'RegistryUnavailable',
          'ImageInspectError',
        ],
        { what: 'cannot get its image', remedy: pullRemedy },
      ),
  },
];

function findImage(
  workload: Workload,
  reasons: readonly string[],
  words: { what: string; remedy: (image: string, said: string) => string },
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
  return {
    object: refOf(pod),
    message: `Container ${container.name} of Pod ${pod.metadata.name} ${words.what} ${image} (${reason})`,
    evidence,
    remedy: words.remedy(image, evidence.join('\n')),
  };
}

/** What the registry said tells what to do. */
const PULL_REMEDIES: readonly [RegExp, (image: string) => string][] = [
  [
    /unauthorized|authentication required|denied|forbidden|no basic auth/i,
    image =>
      `Give the namespace access to the registry of ${image}: an imagePullSecret on the service account, or a public image.`,
  ],
  [
    /not ?found|manifest unknown|does not exist/i,
    image => `Check that ${image} has been pushed, and its name and tag.`,
  ],
  [
    /toomanyrequests|rate limit/i,
    image =>
      `The registry limits how often ${image} may be pulled: pull with an account, or from a mirror.`,
  ],
  [
    /no such host|dial tcp|i\/o timeout|connection refused|tls|x509|certificate/i,
    image =>
      `The nodes cannot reach the registry of ${image}: check its address, its certificate and the way to it.`,
  ],
];

function pullRemedy(image: string, said: string): string {
  const known = PULL_REMEDIES.find(([pattern]) => pattern.test(said));
  return (
    known?.[1](image) ??
    `Check that ${image} exists and that the cluster may pull it, then deploy again.`
  );
}
