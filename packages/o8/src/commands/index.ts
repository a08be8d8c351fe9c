import { Verb } from '../program';
import { approve } from './approve';
import { completion } from './completion';
import { deleteModule } from './delete';
import { deploy } from './deploy';
import { deps } from './deps';
import { history } from './history';
import { init } from './init';
import { list } from './list';
import { login } from './login';
import { logs } from './logs';
import { plan } from './plan';
import { prepare } from './prepare';
import { promote } from './promote';
import { reject } from './reject';
import { restart } from './restart';
import { rollback } from './rollback';
import { scale } from './scale';
import { schema } from './schema';
import { status } from './status';
import { test } from './test';
import { validate } from './validate';

/** Every verb, in the order of a module's life; those of the program stand beside `module`. */
export const verbs: Record<'module' | 'cluster' | 'program', readonly Verb[]> =
  {
    module: [
      init,
      validate,
      test,
      plan,
      deploy,
      promote,
      approve,
      reject,
      rollback,
      status,
      list,
      history,
      logs,
      deps,
      scale,
      restart,
      deleteModule,
      schema,
    ],
    cluster: [prepare],
    program: [login, completion],
  };
