import { code } from './ProblemCode';

/** The directory, good practice and overlays. */
export const DIRECTORY_CODES = {
  O8201: code(
    'No o8-module.yaml',
    'The directory holds no `o8-module.yaml`, so it is not a module.',
    'Run the command in the directory of the module, or write one with `o8 module init`.',
  ),
  O8202: code(
    'No chart',
    'The module has no `charts/Chart.yaml`, and there is nothing to deploy.',
    'Add a Helm chart under `charts/`: `Chart.yaml`, `values.yaml` and `templates/`.',
  ),
  O8203: code(
    'Path not allowed',
    'A path is absolute, leads out of the module, or holds characters that not every system can write.',
    'Rename the file; keep everything below the directory of the module.',
  ),
  O8204: code(
    'File too large',
    'A file of a module may hold at most 5 MiB.',
    'Keep large files out of the module, for instance in an image.',
  ),
  O8205: code(
    'Module too large',
    'A module may hold at most 2,000 files and 20 MiB.',
    'Remove what does not belong to the deployment, or exclude it from the upload.',
  ),
  O8206: code(
    'Overlay not recognised',
    'A file in `environments/` is not called `<environment>.yaml`, or two files are meant for one environment.',
    'Name the file after the environment, such as `environments/production.yaml`, and keep one of two.',
  ),
  O8301: code(
    'No description',
    'Nobody but its authors knows what the module is for.',
    'Add one sentence as `metadata.description`.',
  ),
  O8302: code(
    'No resources',
    'Without requests and limits one module can starve its neighbours, and the scheduler guesses.',
    'Add `spec.resources` with `requests` and `limits` for cpu and memory.',
  ),
  O8303: code(
    'No health checks',
    'Without a liveness and a readiness check a broken pod keeps getting requests.',
    'Add `spec.monitoring.healthChecks.liveness` and `readiness`.',
  ),
  O8304: code(
    'No alerts',
    'Nobody is told when the module breaks in the last environment.',
    'Add at least one entry to `spec.monitoring.alerts`, such as `error_rate > 5%`.',
  ),
  O8305: code(
    'Dependency without a range',
    'Any version of the dependency would do, also one that does not work.',
    'Write the dependency as an object with a `version` such as `^6.0`.',
  ),
  O8306: code(
    'No README',
    'The module has neither a README nor a `docs/` folder.',
    'Add a `README.md` that says what the module does and how to operate it.',
  ),
  O8401: code(
    'Looks like a known field',
    'A key of an overlay that Orchestr8 does not know goes to the chart untouched; this one is spelled almost like a known one.',
    'Correct the spelling, or ignore the warning if the chart really has such a value.',
  ),
  O8402: code(
    'Overlay names no known field of the module',
    'An overlay cannot change what a module is: its name, version, team or owner.',
    'Change it in `o8-module.yaml`.',
  ),
};
