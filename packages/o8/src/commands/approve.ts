import { Interrupted } from '../exit';
import { drawApproval } from '../output/drawApproval';
import { drawPlan } from '../output/drawPlan';
import { Verb } from '../program';
import { askForYes } from '../session/askForYes';
import { demandAnswerable, findRequest } from '../session/findRequest';

interface Flags {
  comment?: string;
  yes: boolean;
}

/** `o8 module approve`. */
export const approve: Verb = (module, run) =>
  module
    .command('approve')
    .description('say yes to a plan, after reading it')
    .argument('<plan>', 'hash of the plan, or its first digits')
    .option('--comment <text>', 'a word to it')
    .option('-y, --yes', 'do not ask', false)
    .action(
      run(async (session, given: string, flags: Flags) => {
        const { printer } = session;
        printer.check();
        const portal = await session.portal();
        const request = await findRequest(portal, given);
        const plan = await portal.getPlan(request.plan);
        printer.say(drawPlan(plan, printer.aside));
        printer.say(drawApproval(request, printer.aside));
        demandAnswerable(request);
        if (!flags.yes && !(await askForYes(session, 'Approve this plan?'))) {
          throw new Interrupted('Nothing was said.');
        }
        const { comment } = flags;
        const answer = comment ? { comment } : {};
        const now = await portal.approvePlan(request.plan, answer);
        await printer.data(now, style => drawApproval(now, style));
      }),
    );
