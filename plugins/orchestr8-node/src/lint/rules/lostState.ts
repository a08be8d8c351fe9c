import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { podTemplates } from '../../render/podTemplates';
import { findingAbout, LintFinding, LintRule } from '../LintRule';

interface Volume {
  name?: string;
  hostPath?: { path?: string };
  emptyDir?: object;
}

interface Mount {
  name?: string;
  mountPath?: string;
}

/** Names and places that say that what is there is meant to stay; a cache, a socket or scratch space is not. */
const STATE = /(^|[/._-])(data|db|database|storage|state|lib\/\w+)$/;

/** The pods of a Deployment come and go on any node: nothing that matters may lie in them or on the node. */
export const lostState: LintRule = manifests =>
  manifests
    .filter(({ object }) => object.kind === 'Deployment')
    .flatMap(manifest =>
      podTemplates(manifest.object).flatMap(({ path, spec }) =>
        ((spec.volumes ?? []) as Volume[]).flatMap((volume, index) =>
          judgeVolume(manifest, volume, {
            path: `${path}.spec.volumes[${index}]`,
            mounts: spec.containers.flatMap(
              ({ volumeMounts }) => (volumeMounts ?? []) as Mount[],
            ),
          }),
        ),
      ),
    );

function judgeVolume(
  manifest: Manifest,
  volume: Volume,
  { path, mounts }: { path: string; mounts: readonly Mount[] },
): LintFinding[] {
  const hint =
    'Use a StatefulSet with `volumeClaimTemplates`, or a PersistentVolumeClaim.';
  if (volume.hostPath) {
    return [
      findingAbout(manifest, {
        code: 'O8316',
        path,
        message: `The volume "${volume.name}" is a folder of whichever node the pod runs on (${volume.hostPath.path}).`,
        hint,
      }),
    ];
  }
  const place = mounts
    .filter(({ name }) => name === volume.name)
    .map(({ mountPath }) => mountPath ?? '')
    .find(mountPath => STATE.test(mountPath.replace(/\/$/, '')));
  if (!volume.emptyDir || place === undefined) {
    return [];
  }
  return [
    findingAbout(manifest, {
      code: 'O8316',
      path,
      message: `What is written to ${place} is lost with the pod: the volume "${volume.name}" is an emptyDir.`,
      hint,
    }),
  ];
}
