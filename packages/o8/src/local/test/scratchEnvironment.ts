import { randomInt } from 'node:crypto';
import {
  Environment,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../../exit';
import { localEnvironment } from '../localEnvironment';
import { Local } from '../openLocal';

/** Names that are tried before we stop trying. */
const ATTEMPTS = 8;

/** `local` in namespaces that nobody has yet, one a module, all with the same ending. */
export async function scratchEnvironment(
  { cluster, context }: Pick<Local, 'cluster' | 'context'>,
  module: string,
): Promise<Environment> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Four characters: a module's name may have 53, and a namespace's 63.
    const mark = randomInt(36 ** 4)
      .toString(36)
      .padStart(4, '0');
    const environment = localEnvironment(context.name, {
      namespace: `\${module}-test-${mark}`,
    });
    const found = await cluster.get({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespaceOf(environment, module),
    });
    if (!found) return environment;
  }
  throw new CommandError('No free name was found for a scratch namespace.', {
    exitCode: EXIT.failed,
  });
}
