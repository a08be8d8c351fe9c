import { CommandError, EXIT } from '../exit';
import { Verb } from '../program';
import { checkUrl, storeSignIn } from '../portal/signIn';

/** `o8 login`. The token is never an argument: arguments are seen by every process of the machine. */
export const login: Verb = (program, run) =>
  program
    .command('login')
    .description(
      'sign in to a portal; the token comes from O8_TOKEN or is asked',
    )
    .argument(
      '<url>',
      'address of the portal, such as https://portal.company.com',
    )
    .action(
      run(async (session, url: string) => {
        const { terminal, printer } = session;
        checkUrl(url, 'The address');
        if (!terminal.env.O8_TOKEN && !terminal.interactive) {
          throw new CommandError('There is no token, and nobody to ask.', {
            exitCode: EXIT.usage,
            hint: 'Put it into O8_TOKEN for this one command.',
          });
        }
        const token =
          terminal.env.O8_TOKEN ??
          (await terminal.ask({ message: 'Token', secret: true }));
        const portal = await session.portalAt({ url, token });
        const path = await portal.listEnvironments();
        const file = await storeSignIn({ url, token }, terminal.env);
        printer.say(
          `Signed in to ${url} (${path
            .map(e => e.name)
            .join(' → ')}); stored in ${file}.`,
        );
      }),
    );
