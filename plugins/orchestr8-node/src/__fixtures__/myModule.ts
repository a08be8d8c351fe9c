import {
  Module,
  parseModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { FileChanges, myService } from './myService';

/** my-service as a parsed module, with changes to its files. */
export function myModule(changes: FileChanges = {}): Module {
  const { module, problems } = parseModule(myService(changes));
  if (!module) throw new Error(JSON.stringify(problems));
  return module;
}
