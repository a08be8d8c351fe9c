import { Verb } from '../program';
import { deploy } from './deploy';
import { deps } from './deps';
import { history } from './history';
import { init } from './init';
import { list } from './list';
import { login } from './login';
import { logs } from './logs';
import { plan } from './plan';
import { promote } from './promote';
import { restart } from './restart';
import { scale } from './scale';
import { schema } from './schema';
import { status } from './status';
import { validate } from './validate';

/** Every verb, in the order of a module's life; those of the program stand beside `module`. */
export const verbs: { module: readonly Verb[]; program: readonly Verb[] } = {
  module: [
    init,
    validate,
    plan,
    deploy,
    promote,
    status,
    list,
    history,
    logs,
    deps,
    scale,
    restart,
    schema,
  ],
  program: [login],
};
