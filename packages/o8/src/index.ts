import { EXIT } from './exit';
import { main } from './main';
import { processTerminal } from './session/processTerminal';

// Should the program ever run out of work before it is done, that is a failure.
process.exitCode = EXIT.failed;

main(process.argv.slice(2), {
  terminal: processTerminal(),
  fetch: globalThis.fetch,
}).then(code => {
  process.exitCode = code;
  // An open connection of a stream that nobody reads must not hold the process.
  const drain = () => process.exit(code);
  if (process.stdout.writableLength === 0) drain();
  else process.stdout.once('drain', drain);
});
