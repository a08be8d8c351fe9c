import { CommandError, EXIT } from '../exit';
import { drawApproval } from '../output/drawApproval';
import { Verb } from '../program';
import { demandAnswerable, findRequest } from '../session/findRequest';

/** `o8 module reject`. */
export const reject: Verb = (module, run) =>
  module
    .command('reject')
    .description('say no to a plan, and why')
    .argument('<plan>', 'hash of the plan, or its first digits')
    .option('--reason <text>', 'why; asked for on a terminal')
    .action(
      run(async (session, given: string, flags: { reason?: string }) => {
        const { printer, terminal } = session;
        printer.check();
        const portal = await session.portal();
        const request = await findRequest(portal, given);
        printer.say(drawApproval(request, printer.aside));
        demandAnswerable(request);
        let { reason } = flags;
        if (!reason && terminal.interactive) {
          reason = await terminal.ask({ message: 'Why?' });
        }
        if (!reason?.trim()) {
          throw new CommandError('A no needs its reason.', {
            exitCode: EXIT.usage,
            hint: `For example: o8 module reject ${given} --reason "not on a Friday"`,
          });
        }
        const now = await portal.rejectPlan(request.plan, {
          reason: reason.trim(),
        });
        await printer.data(now, style => drawApproval(now, style));
      }),
    );
