import { resolve } from 'node:path';
import { SchemaName } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Argument } from 'commander';
import { CommandError, EXIT } from '../exit';
import { Verb } from '../program';
import { Session } from '../session/Session';

interface Flags {
  outputDir?: string;
  link?: string[];
}

/** `o8 module schema`. */
export const schema: Verb = (module, run) =>
  module
    .command('schema')
    .description('the JSON Schema of o8-module.yaml, for editors')
    .addArgument(
      new Argument('[which]', 'of which file')
        .choices(['module', 'overlay', 'template'])
        .default('module'),
    )
    .option('--output-dir <dir>', 'write the schemas of all files there')
    .option('--link <module...>', 'and point the files of these modules to it')
    .action(
      run(async (session, which: SchemaName, flags: Flags) => {
        session.printer.check();
        if (flags.outputDir !== undefined || flags.link) {
          await write(session, flags);
          return;
        }
        const { schemaOf } = await import('../offline');
        const found = schemaOf(which);
        await session.printer.data(
          found,
          () => `${JSON.stringify(found, null, 2)}\n`,
        );
      }),
    );

/** For editors that cannot or may not reach the network: the schemas beside the modules. */
async function write(session: Session, flags: Flags): Promise<void> {
  const { printer, terminal } = session;
  if (flags.outputDir === undefined) {
    throw new CommandError('Say where the schemas are to be: --output-dir.', {
      exitCode: EXIT.usage,
      hint: 'For example: o8 module schema --output-dir .schema --link my-service',
    });
  }
  const { linkSchemas, writeSchemas } = await import('../offline');
  const schemas = await writeSchemas(resolve(terminal.cwd, flags.outputDir));
  const linked: string[] = [];
  for (const folder of flags.link ?? []) {
    linked.push(...(await linkSchemas(resolve(terminal.cwd, folder), schemas)));
  }
  await printer.data({ schemas, linked }, style =>
    [
      ...Object.values(schemas).map(path => `${style.good('wrote')} ${path}\n`),
      ...linked.map(path => `${style.good('linked')} ${path}\n`),
    ].join(''),
  );
}
