import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { Config } from '@backstage/config';
import {
  Environment,
  PolicySettings,
  readEnvironments,
  readPolicy,
  readReservedNames,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { POLICY_RULES } from '@orchestr8/backstage-plugin-orchestr8-node';
import { ClusterSettings } from './ClusterSettings';
import { optionalText } from './optionalText';
import { readClusters } from './readClusters';

export type { ClusterSettings } from './ClusterSettings';

/** The configuration below `orchestr8`, checked. */
export interface Settings {
  /** In the order of the path. */
  environments: Environment[];
  clusters: ClusterSettings[];
  policy: PolicySettings;
  /** Path of the renderer binary. */
  rendererCommand?: string;
  /** The portal's own modules, one folder each. */
  modulesFolder: string;
  /** Names that no module may have beside those of the language. */
  reservedNames: string[];
  templatesFolder?: string;
}

/** Reads the configuration; errors name the key. */
export function readSettings(
  config: Config,
  env: NodeJS.ProcessEnv = process.env,
): Settings {
  const wanted = config.getOptional<unknown[]>('orchestr8.environments') ?? [];
  const clusters = readClusters(config, wanted);
  const environments = readEnvironments(wanted, {
    clusters: clusters.map(({ name }) => name),
  });
  return {
    environments,
    clusters,
    policy: readPolicy(config.getOptional('orchestr8.policy'), {
      rules: POLICY_RULES,
      environments: environments.map(({ name }) => name),
    }),
    rendererCommand:
      env.O8_RENDERER || optionalText(config, 'orchestr8.renderer.command'),
    modulesFolder: absolute(
      optionalText(config, 'orchestr8.modules.folder') ??
        join(dataFolder(env), 'modules'),
    ),
    reservedNames: readReservedNames(
      config.getOptional('orchestr8.modules.reservedNames'),
    ),
    templatesFolder: optionalFolder(config, 'orchestr8.templates.folder'),
  };
}

function optionalFolder(config: Config, key: string): string | undefined {
  const folder = optionalText(config, key);
  return folder && absolute(folder);
}

function absolute(folder: string): string {
  return isAbsolute(folder) ? folder : resolve(folder);
}

function dataFolder(env: NodeJS.ProcessEnv): string {
  return env.O8_DATA || join(homedir(), '.local', 'share', 'orchestr8');
}
