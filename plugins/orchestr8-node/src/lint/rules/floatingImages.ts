import { containersOf } from '../containersOf';
import { findingAbout, LintRule } from '../LintRule';

/** An image whose content can change under the same name is another program after the next restart. */
export const floatingImages: LintRule = manifests =>
  containersOf(manifests).flatMap(({ manifest, path, name, image }) => {
    const tag = image === undefined ? undefined : tagOf(image);
    if (tag !== '' && tag !== 'latest') {
      return [];
    }
    return [
      findingAbout(manifest, {
        code: 'O8310',
        path: `${path}.image`,
        message:
          tag === ''
            ? `The image "${image}" of container "${name}" has no tag, and that means "latest".`
            : `The image "${image}" of container "${name}" is another one tomorrow.`,
        hint: 'Give the tag of one version, or the digest.',
      }),
    ];
  });

/** Empty without a tag; `undefined` where a digest fixes the image. A colon before a slash is a port. */
function tagOf(image: string): string | undefined {
  if (image.includes('@')) return undefined;
  const name = image.slice(image.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(colon + 1);
}
