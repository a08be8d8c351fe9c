import { goBuild } from './goBuilds.mjs';
import { installPackages } from './install.mjs';
import { portalBuild } from './portalBuild.mjs';
import { toolchain } from './toolchain.mjs';

/** Everything that a start needs: tools, packages, programs and the portal's build. What is there already is kept. */
export async function prepare({ settings, steps, withPlayground }) {
  // The programs need no packages: their builds run beside the installation.
  const programs = (async () => {
    const renderer = await goBuild('renderer', { settings, steps });
    const playground = withPlayground
      ? await goBuild('playground', { settings, steps })
      : undefined;
    return { renderer, playground };
  })();
  programs.catch(() => {}); // reported below, by whoever waits for it
  const tools = await toolchain(settings);
  await Promise.race([
    installPackages({ settings, steps, tools }),
    failureOf(programs),
  ]);
  const build = await portalBuild({ settings, steps, tools });
  return { tools, build, ...(await programs) };
}

/** Never resolves; rejects as soon as `work` does. */
function failureOf(work) {
  return new Promise((_, reject) => {
    work.catch(reject);
  });
}
